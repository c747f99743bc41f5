package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.AttributeOrder;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SELECT that loads one relationship of one object. */
final class RelationshipSelect {
    private final TableMapper mapper;
    private final Relationship relationship;
    private final RelationshipJoin join;
    private final List<ColumnPair> bound;
    private final List<String> boundAttributes;

    private record Shape(Class<?> type, String relationship) {}

    RelationshipSelect(TableMapper mapper, Relationship relationship) {
        this.mapper = mapper;
        this.relationship = relationship;
        this.join = mapper.join(relationship);
        this.bound =
                join.association() == null ? join.pairs() : join.association().owner();
        List<String> names = new ArrayList<>();
        bound.forEach(pair -> names.add(attributeOf(pair.local())));
        this.boundAttributes = List.copyOf(names);
    }

    private String attributeOf(Column column) {
        AttributeTracker attribute = mapper.attributeOf(column);
        return Objects.requireNonNull(attribute, "attribute of " + column).name();
    }

    /** The attributes of the owner whose values are compared. */
    List<String> boundAttributes() {
        return boundAttributes;
    }

    /** The attributes of the owner that make the target's primary key, in its order; null if the relationship does not refer to that key. */
    @Nullable List<String> keyAttributes() {
        if (relationship.direction() != Direction.MANY_TO_ONE) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (AttributeTracker key : TableMapper.target(relationship).keyAttributes()) {
            relationship.keyPairs().stream()
                    .filter(pair -> pair.source().equals(key.name()))
                    .map(KeyPair::destination)
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names.size() == TableMapper.target(relationship).keyAttributes().size() ? names : null;
    }

    SelectStatement statement(@Nullable Object[] parameters) {
        SelectShape shape = SelectShape.of(TableMapper.target(relationship));
        return new SelectStatement(
                new Shape(mapper.type(), relationship.name()), () -> build(shape), shape.columns(), parameters);
    }

    private Select<?> build(SelectShape shape) {
        org.jooq.Table<Record> from = shape.from();
        RelationshipJoin.Association association = join.association();
        if (association != null) {
            Condition on = DSL.noCondition();
            for (ColumnPair pair : association.target()) {
                on = on.and(pair.local().field().eq(pair.remote().field()));
            }
            from = from.join(association.table().asJooq()).on(on);
        }
        Condition condition = shape.restriction();
        for (int at = 0; at < bound.size(); at++) {
            Column column = bound.get(at).remote();
            condition = condition.and(column.field().eq(Placeholders.of(column, at)));
        }
        return DSL.select(shape.fields()).from(from).where(condition).orderBy(order());
    }

    private List<SortField<?>> order() {
        TableMapper target = TableMapper.target(relationship);
        List<SortField<?>> fields = new ArrayList<>();
        for (AttributeOrder order : mapper.orderBy(relationship)) {
            Column column = target.column(order.attribute()).column();
            fields.add(
                    order.descending() ? column.field().desc() : column.field().asc());
        }
        return fields;
    }
}
