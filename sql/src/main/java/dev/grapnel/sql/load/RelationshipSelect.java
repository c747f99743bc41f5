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
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
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

    private record Shape(Class<?> owner, String relationship, SelectShape of) {}

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
            for (KeyPair pair : relationship.keyPairs()) {
                if (pair.source().equals(key.name())) {
                    names.add(pair.destination());
                    break;
                }
            }
        }
        return names.size() == TableMapper.target(relationship).keyAttributes().size() ? names : null;
    }

    /** How the places of members are read. */
    MemberPlaces places(SelectShape shape) {
        return MemberPlaces.of(relationship, join, shape.fields().size());
    }

    private List<Field<?>> fields(SelectShape shape) {
        List<Field<?>> fields = new ArrayList<>(shape.fields());
        MemberPlaces.columns(join).forEach(place -> fields.add(place.field()));
        return fields;
    }

    private List<DataType<?>> types(SelectShape shape) {
        List<DataType<?>> types = new ArrayList<>(shape.types());
        MemberPlaces.columns(join).forEach(place -> types.add(place.dataType()));
        return types;
    }

    /** The statement with placeholders, for objects as they are mapped. */
    SelectStatement statement(SelectShape shape, @Nullable Object[] parameters) {
        return new SelectStatement(
                new Shape(mapper.type(), relationship.name(), shape),
                () -> select(
                        shape,
                        fields(shape),
                        at -> Placeholders.of(bound.get(at).remote(), at)),
                types(shape),
                parameters);
    }

    /** The statement with values, for objects as a statement asks. */
    QuerySelect query(SelectShape shape, @Nullable Object[] parameters) {
        List<Field<Object>> values = new ArrayList<>(parameters.length);
        for (int at = 0; at < parameters.length; at++) {
            values.add(value(at, parameters));
        }
        StructureWriter structure =
                new StructureWriter().token(this).part(shape).parts(values);
        return new QuerySelect(structure, () -> select(shape, fields(shape), values::get), types(shape));
    }

    /** The statement as a subquery. */
    KeySource keySource(SelectShape shape, @Nullable Object[] parameters) {
        return columns -> {
            List<Field<?>> fields = new ArrayList<>();
            columns.forEach(column -> fields.add(column.field()));
            return DSL.select(fields).from(own(shape)).where(condition(shape, at -> value(at, parameters)));
        };
    }

    @SuppressWarnings("unchecked") // a value of the column's own type
    private Field<Object> value(int at, @Nullable Object[] parameters) {
        return (Field<Object>) DSL.val(parameters[at], bound.get(at).remote().dataType());
    }

    private Select<?> select(SelectShape shape, List<Field<?>> fields, IntFunction<Field<Object>> values) {
        return DSL.select(fields)
                .from(shape.from(own(shape)))
                .where(condition(shape, values))
                .orderBy(order(shape));
    }

    private Condition condition(SelectShape shape, IntFunction<Field<Object>> values) {
        Condition condition = shape.restriction();
        for (int at = 0; at < bound.size(); at++) {
            condition = condition.and(bound.get(at).remote().field().eq(values.apply(at)));
        }
        return condition;
    }

    private org.jooq.Table<Record> own(SelectShape shape) {
        org.jooq.Table<Record> own = shape.ownTables();
        RelationshipJoin.Association association = join.association();
        if (association == null) {
            return own;
        }
        Condition on = DSL.noCondition();
        for (ColumnPair pair : association.target()) {
            on = on.and(pair.local().field().eq(pair.remote().field()));
        }
        return own.join(association.table().asJooq()).on(on);
    }

    private List<SortField<?>> order(SelectShape shape) {
        TableMapper target = TableMapper.target(relationship);
        List<SortField<?>> fields = new ArrayList<>();
        if (relationship.isPositioned()) {
            MemberPlaces.columns(join).forEach(place -> fields.add(place.field().asc()));
        }
        for (AttributeOrder order : mapper.orderBy(relationship)) {
            Column column = target.column(order.attribute()).column();
            fields.add(
                    order.descending() ? column.field().desc() : column.field().asc());
        }
        fields.addAll(shape.joinedOrder());
        return fields;
    }
}
