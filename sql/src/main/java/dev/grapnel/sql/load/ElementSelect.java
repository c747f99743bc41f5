package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.ElementTracker.Row;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.Placeholders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements that read the elements of a collection of values: of one owner, or of many. */
final class ElementSelect {
    private final TableMapper mapper;
    private final ElementTable elements;
    private final List<Column> owner = new ArrayList<>();
    private final List<Column> selected;

    private record OfOne(Class<?> type, String elements) {}

    private record OfMany(Class<?> type, String elements, int places) {}

    ElementSelect(TableMapper mapper, ElementTable elements) {
        this.mapper = mapper;
        this.elements = elements;
        elements.owner().forEach(pair -> owner.add(pair.local()));
        this.selected =
                elements.columns().subList(owner.size(), elements.columns().size());
    }

    private String name() {
        return elements.property().name();
    }

    /** The values of the owner's key that its rows have. */
    @Nullable Object[] key(InstanceState state) {
        @Nullable Object[] key = new Object[owner.size()];
        for (int at = 0; at < key.length; at++) {
            Column column = elements.owner().get(at).remote();
            key[at] = Objects.requireNonNull(mapper.attributeOf(column), "key attribute")
                    .get(state, Passive.OFF);
        }
        return key;
    }

    /** The same as one object, equal for equal keys. */
    Object wholeKey(InstanceState state) {
        return whole(key(state));
    }

    private static Object whole(@Nullable Object[] key) {
        return key.length == 1 ? Objects.requireNonNull(key[0], "key of an owner") : Arrays.asList(key);
    }

    // ---- one owner ----

    SelectStatement ofOne(InstanceState state) {
        return new SelectStatement(
                new OfOne(mapper.type(), name()),
                () -> select(selected, KeyFilter.of(isOwner())),
                types(selected),
                key(state));
    }

    private Condition isOwner() {
        Condition isOwner = DSL.noCondition();
        int position = 0;
        for (ColumnPair pair : elements.owner()) {
            isOwner = isOwner.and(pair.local().field().eq(Placeholders.of(pair.local(), position++)));
        }
        return isOwner;
    }

    List<Row> rowsOfOne(RowCursor cursor) {
        List<Row> rows = new ArrayList<>();
        while (cursor.next()) {
            rows.add(row(cursor, 0));
        }
        return rows;
    }

    // ---- many owners ----

    SelectStatement ofMany(Dialect dialect, List<Object> keys) {
        KeyList list = KeyList.of(dialect, owner, keys);
        return new SelectStatement(
                new OfMany(mapper.type(), name(), list.places()),
                () -> select(elements.columns(), list.withPlaceholders()),
                types(elements.columns()),
                list.parameters());
    }

    /** By the whole key of the owner. */
    Map<Object, List<Row>> rowsOfMany(RowCursor cursor) {
        Map<Object, List<Row>> rows = new HashMap<>();
        while (cursor.next()) {
            @Nullable Object[] key = new Object[owner.size()];
            for (int at = 0; at < key.length; at++) {
                key[at] = cursor.value(at);
            }
            rows.computeIfAbsent(whole(key), unused -> new ArrayList<>()).add(row(cursor, key.length));
        }
        return rows;
    }

    // ---- both ----

    private Select<?> select(List<Column> columns, KeyFilter keys) {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(column.field()));
        var select =
                DSL.select(fields).from(keys.from(elements.table().asJooq())).where(keys.where());
        Column key = elements.key();
        return key == null ? select : select.orderBy(key.field());
    }

    private Row row(RowCursor cursor, int from) {
        int first = elements.key() == null ? from : from + 1;
        List<@Nullable Object> values = new ArrayList<>(elements.values().size());
        for (int at = first; at < from + selected.size(); at++) {
            values.add(cursor.value(at));
        }
        return new Row(first == from ? null : cursor.value(from), values);
    }

    private static List<DataType<?>> types(List<Column> columns) {
        List<DataType<?>> types = new ArrayList<>(columns.size());
        columns.forEach(column -> types.add(column.dataType()));
        return types;
    }
}
