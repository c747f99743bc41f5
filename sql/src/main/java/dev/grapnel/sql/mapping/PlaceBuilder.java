package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.ForeignKeyNaming.NamedColumn;
import dev.grapnel.sql.mapping.declaration.ColumnDeclaration;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.PlaceDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says where the places of the members of a collection are kept: with the members, or with the pairs of owner and member. */
final class PlaceBuilder {
    private final TableMapper mapper;
    private final LinkDeclaration link;
    private final Relationship relationship;
    private final @Nullable PlaceDeclaration said;

    PlaceBuilder(TableMapper mapper, LinkDeclaration link, Relationship relationship) {
        this.mapper = mapper;
        this.link = link;
        this.relationship = relationship;
        this.said = link.place();
    }

    /** What stands in the columns of a place. */
    static List<ValueDeclaration> values(TableMapper mapper, LinkDeclaration link, PlaceDeclaration place) {
        ValueDeclaration value = place.value();
        if (value != null) {
            boolean mayBeOut = link.hasPlaceInTarget() && link.collection() != CollectionKind.POSITIONED_LIST;
            return List.of(mayBeOut ? optional(value) : value);
        }
        Declarations declarations = mapper.owner().declarations();
        String described = Declarations.describe(mapper.declaration(), link);
        List<KeyPart> key = declarations.key(declarations.of(Objects.requireNonNull(place.keyType())));
        List<ValueDeclaration> values = new ArrayList<>();
        for (NamedColumn named : ForeignKeyNaming.name(described, link.name() + "_KEY", place.keyColumns(), key)) {
            ColumnDeclaration like =
                    named.key().value().column().details(named.said().details());
            values.add(new ValueDeclaration(
                    link.name(),
                    ValueDeclaration.boxed(named.key().value().javaType()),
                    ValueDeclaration.Role.DATA,
                    like.named(named.name())
                            .nullable(link.hasPlaceInTarget() || named.said().nullable()),
                    BasicProperty.Settings.PLAIN,
                    null));
        }
        return values;
    }

    /** An object that is in no map has no key there, whatever is said of those that are. */
    private static ValueDeclaration optional(ValueDeclaration key) {
        return new ValueDeclaration(
                key.name(), key.javaType(), key.role(), key.column().nullable(true), key.settings(), key.keys());
    }

    /** The join, with the columns of the places if they stand with the pairs. */
    RelationshipJoin keepWithPairs(RelationshipJoin join) {
        RelationshipJoin.Association association = join.association();
        if (said == null) {
            return join;
        }
        TableMapper keys = keys(said);
        if (association == null) {
            keepWithMembers(said, keys);
            return join;
        }
        requireOneSide();
        relationship.place(MemberPlace.withPair(keys));
        List<Column> columns = new ArrayList<>();
        values(mapper, link, said).forEach(value -> columns.add(column(association.table(), value)));
        refer(association.table(), columns, said, keys);
        return RelationshipJoin.over(association.keeping(columns));
    }

    private @Nullable TableMapper keys(PlaceDeclaration place) {
        Class<?> type = place.keyType();
        if (type == null) {
            return null;
        }
        TableMapper keys = mapper.owner().constructed(type);
        if (keys == null) {
            throw new MappingException(
                    "Cannot map relationship " + relationship + ": the keys of the map are objects of " + type.getName()
                            + ", which this registry does not map. Add that class to the registry.");
        }
        return keys;
    }

    private void keepWithMembers(PlaceDeclaration place, @Nullable TableMapper keys) {
        List<String> attributes = mapper.ownRelationships().places(link.name());
        TableMapper target = TableMapper.target(relationship);
        List<Column> columns = attributes.stream()
                .map(attribute -> target.column(attribute).column())
                .toList();
        boolean clears = columns.stream().allMatch(Column::isNullable)
                && attributes.stream().allMatch(TableMapper::isHidden);
        relationship.place(new MemberPlace(attributes, clears, keys));
        refer(target.table(), columns, place, keys);
    }

    /** Lets the database check keys that are objects. */
    private static void refer(Table table, List<Column> columns, PlaceDeclaration place, @Nullable TableMapper keys) {
        boolean enforced = place.keyColumns().stream().allMatch(LinkDeclaration.ForeignKeyColumn::enforced);
        if (keys == null || keys.isSpread() || !enforced) {
            return;
        }
        List<ColumnPair> pairs = new ArrayList<>();
        List<MappedColumn> targets = keys.keyColumns(keys.table());
        for (int at = 0; at < columns.size(); at++) {
            pairs.add(new ColumnPair(columns.get(at), targets.get(at).column()));
        }
        ForeignKeyNaming.addForeignKey(table, pairs, place.keyColumns());
    }

    /** The pairs are written from the side that has the places. */
    private void requireOneSide() {
        Relationship reverse = relationship.reverse();
        boolean both = reverse != null
                && reverse.collection() != null
                && reverse.collection().isPlaced();
        if (both) {
            throw new MappingException(
                    "Cannot map relationship " + relationship + ": it keeps the places of its members, and "
                            + reverse
                            + " keeps those of its own. Leave that out on one side.");
        }
    }

    private Column column(Table table, ValueDeclaration value) {
        ColumnDeclaration column = value.column();
        if (table.find(column.name()) != null) {
            throw new MappingException("Cannot map relationship " + relationship + ": its places are to be in column '"
                    + column.name() + "' of table '" + table.name()
                    + "', which has such a column already. Give it another name.");
        }
        return ColumnMaker.of(table, mapper, column.name(), value.javaType())
                .like(column)
                .details(column.details())
                .make();
    }

    /** How the members are ordered: by their positions if they have some, which stand first. */
    List<AttributeOrder> order(List<AttributeOrder> otherwise) {
        return !relationship.isPositioned() || !link.hasPlaceInTarget()
                ? otherwise
                : mapper.ownRelationships().places(link.name()).stream()
                        .map(attribute -> new AttributeOrder(attribute, false))
                        .toList();
    }
}
