package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides how a relationship comes with its owner: as the statement asks, else as it is mapped. */
final class SelectChildren {
    private SelectChildren() {}

    static SelectNode.@Nullable Child of(
            SelectNode owner, SelectList list, Relationship relationship, Set<Mapper> above) {
        boolean asked = owner.options().strategyOf(relationship.name()) != null;
        LoadStrategy strategy = owner.options().strategyFor(relationship);
        if (relationship.isQueued()) {
            requireLazy(relationship, strategy);
            return null;
        }
        return switch (list.isFlat() ? flat(strategy, relationship) : strategy) {
            case SELECT, RAISE, RAISE_ON_SQL -> null;
            case SELECTIN, SUBQUERY ->
                !asked && leadsBack(owner, relationship)
                        ? null
                        : new SelectNode.Child(relationship, list.isFlat() ? LoadStrategy.SELECTIN : strategy);
            case IMMEDIATE, NOLOAD -> new SelectNode.Child(relationship, strategy);
            case JOINED -> joined(owner, list, relationship, above, asked);
        };
    }

    private static void requireLazy(Relationship relationship, LoadStrategy strategy) {
        if (!List.of(LoadStrategy.SELECT, LoadStrategy.NOLOAD, LoadStrategy.RAISE, LoadStrategy.RAISE_ON_SQL)
                .contains(strategy)) {
            throw new InvalidRequestException(
                    "Cannot load relationship " + relationship + " by " + strategy
                            + ": its collection is never filled. Ask for its members by a query, or declare it as java.util.List.");
        }
    }

    /** What would give an object several rows, or ask for all of them, comes by one more statement for some of them. */
    private static LoadStrategy flat(LoadStrategy strategy, Relationship relationship) {
        boolean multiplying = strategy == LoadStrategy.JOINED && relationship.isCollection();
        return multiplying || strategy == LoadStrategy.SUBQUERY ? LoadStrategy.SELECTIN : strategy;
    }

    /** A mapping that comes back to a class on its way there would go round in circles. */
    private static boolean leadsBack(SelectNode owner, Relationship relationship) {
        return owner.path().contains(relationship.target());
    }

    /** A mapping that comes back to a class it has joined already ends there: what is missing is loaded afterwards. */
    private static SelectNode.@Nullable Child joined(
            SelectNode owner, SelectList list, Relationship relationship, Set<Mapper> above, boolean asked) {
        TableMapper target = TableMapper.target(relationship);
        Set<Mapper> path = new HashSet<>(above);
        path.add(owner.mapper().base());
        if (!asked && path.contains(target.base())) {
            return relationship.isCollection() ? null : new SelectNode.Child(relationship, LoadStrategy.IMMEDIATE);
        }
        LoadOptions below = owner.options().below(relationship);
        SelectNode node = new SelectNode(
                list,
                target,
                below,
                new SelectNode.Joined(list.nextAlias(), there(owner, relationship)),
                (of, name) -> SelectShape.isBrought(of, below, name),
                name -> true,
                owner.path(),
                path);
        return new SelectNode.Child(relationship, LoadStrategy.JOINED, node, places(owner, list, relationship, node));
    }

    private static MemberPlaces places(
            SelectNode owner, SelectList list, Relationship relationship, SelectNode joined) {
        RelationshipJoin join = owner.mapper().join(relationship);
        MemberPlaces places = MemberPlaces.of(relationship, join, list.fields().size());
        MemberPlaces.columns(join).forEach(place -> list.add(joined.fieldBetween(place), place));
        return places;
    }

    /**
     * Columns of the joined objects that have the values of columns of the owner, as the join demands, and need not come twice. Not those of the
     * key, which are null where there is no object, and only whole numbers: a database may hold texts for equal that are not the same.
     */
    private static Map<Column, Integer> there(SelectNode owner, Relationship relationship) {
        RelationshipJoin join = owner.mapper().join(relationship);
        if (join.association() != null) {
            return Map.of();
        }
        Map<Column, Integer> there = new HashMap<>();
        for (ColumnPair pair : join.pairs()) {
            AttributeTracker local = owner.mapper().attributeOf(pair.local());
            AttributeTracker remote = TableMapper.target(relationship).attributeOf(pair.remote());
            int position = local == null ? -1 : owner.position(local.name());
            if (position >= 0
                    && remote != null
                    && !TableMapper.target(relationship).keyAttributes().contains(remote)
                    && isSame(pair)) {
                there.put(pair.remote(), position);
            }
        }
        return there;
    }

    private static boolean isSame(ColumnPair pair) {
        return isPlain(pair, Integer.class) || isPlain(pair, Long.class);
    }

    private static boolean isPlain(ColumnPair pair, Class<?> type) {
        return ValueTypes.isPlain(pair.local().dataType(), type)
                && ValueTypes.isPlain(pair.remote().dataType(), type);
    }
}
