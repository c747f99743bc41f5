package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.load.EagerReader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Fills a relationship from one further statement around that of the owners; it runs when the first owner's row is read. */
final class SubqueryReader implements EagerReader<RowCursor> {
    private final Relationship relationship;
    private final AttributeTracker attribute;
    private final LoadRun owners;
    private final RelatedSelect select;
    private final TableMapper outermost;
    private final Loaded loaded;

    /** What the statement brought; shared by the readers of a class and its subclasses. */
    private static final class Loaded {
        final Map<@Nullable String, RelatedObjects> byToken = new HashMap<>(1);
    }

    private record Place(SelectNode node, Relationship relationship) {}

    /**
     * The statement of related objects, for the relationships of theirs that are loaded in the same way.
     *
     * @param outermost class whose SELECT is innermost in the statement
     * @param source the statement
     */
    private record Nested(TableMapper outermost, KeySource source) implements KeySource {
        @Override
        public Select<?> select(List<Column> columns) {
            return source.select(columns);
        }
    }

    SubqueryReader(TableMapper mapper, Relationship relationship, LoadRun owners, SelectNode node) {
        this.relationship = relationship;
        this.attribute = mapper.manager().tracker(relationship.name());
        this.owners = owners;
        this.select = new RelatedSelect(mapper, relationship, node.options().below(relationship), node.path());
        this.loaded = owners.memo(new Place(node, relationship), Loaded::new);
        this.outermost = owners.source() instanceof Nested nested ? nested.outermost : declaring(mapper, relationship);
        if (owners.source() instanceof KeySource) {
            ((LoadingSession) owners.session()).beforeSubquery(outermost);
        }
    }

    private static TableMapper declaring(TableMapper mapper, Relationship relationship) {
        Mapper at = mapper;
        while (at.parent() != null && at.parent().property(relationship.name()) != null) {
            at = at.parent();
        }
        return (TableMapper) at;
    }

    @Override
    public AttributeTracker relationship() {
        return attribute;
    }

    @Override
    public void first(RowCursor row, InstanceState owner) {
        if (!(owners.source() instanceof KeySource source)) {
            attribute.get(owner, Passive.OFF | Passive.NO_RAISE);
            return;
        }
        RelatedObjects objects = objects(owner, source);
        objects.fill(attribute, owner, select.ownerKey(owner, Passive.RETURN_NO_VALUE));
    }

    private RelatedObjects objects(InstanceState owner, KeySource source) {
        RelatedObjects known = loaded.byToken.get(owner.token());
        if (known == null) {
            known = load(owner, source);
            loaded.byToken.put(owner.token(), known);
        }
        return known;
    }

    private RelatedObjects load(InstanceState owner, KeySource source) {
        LoadingSession session = KeyLoader.sessionOf(owner, "relationship " + relationship);
        KeySource own =
                columns -> DSL.select(fields(columns)).from(select.from()).where(ofOwners(source));
        LoadRun run = LoadRun.ofStatement(session, owners.isPopulateExisting(), new Nested(outermost, own));
        session.beforeSubquery(TableMapper.target(relationship));
        LoadRequest request = LoadRequest.ofRelationship(relationship, owner);
        RelatedObjects found = session.announced(request, () -> {
            request.tell(run);
            RelatedSelect told = select.with(request.refined(select.options()));
            return session.readOnce(
                    () -> Selection.of(told.build(KeyFilter.of(ofOwners(source))), told.selected()),
                    rows -> RelatedObjects.read(told, run, rows, new OwnerPlaces(List.of(), false)));
        });
        run.finish();
        return found;
    }

    private static List<Field<?>> fields(List<Column> columns) {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(column.field()));
        return fields;
    }

    @SuppressWarnings("unchecked") // the subquery has the one column that is compared
    private Condition ofOwners(KeySource source) {
        List<Field<Object>> compared = select.compared();
        if (compared.size() == 1) {
            return compared.get(0)
                    .in((org.jooq.Select<? extends org.jooq.Record1<Object>>) source.select(select.ownerColumns()));
        }
        return DSL.row(compared.toArray(Field<?>[]::new))
                .in((org.jooq.Select<? extends org.jooq.Record>) source.select(select.ownerColumns()));
    }

    @Override
    public void again(RowCursor row, InstanceState owner) {
        if (!owner.has(attribute.index())) {
            first(row, owner);
        }
    }

    /** The statement runs also if no owner lacks the relationship: it may bring what its objects lack. */
    @Override
    public void pass(RowCursor row, InstanceState owner) {
        if (owners.source() instanceof KeySource source) {
            objects(owner, source);
        }
    }

    @Override
    public boolean reachesFurther() {
        return true;
    }
}
