package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.persist.DeclaredExpressions;
import dev.grapnel.sql.persist.Versions;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.statement.ColumnExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A row to be inserted: its values by attribute, and those that the database returned by column. */
final class NewRow {
    private final TableMapper mapper;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<Column, @Nullable Object> returned = new HashMap<>();
    private boolean filled;

    private NewRow(TableMapper mapper) {
        this.mapper = mapper;
    }

    static NewRow of(TableMapper mapper, Map<String, ?> given, boolean nulls) {
        NewRow row = new NewRow(mapper);
        row.fill(given, nulls);
        return row;
    }

    /** A row of one statement, whose values may be expressions. */
    static NewRow ofStatement(TableMapper mapper, Map<String, ?> given) {
        NewRow row = new NewRow(mapper);
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        given.forEach((attribute, value) -> {
            if (value instanceof Field<?>) {
                row.values.put(mapper.column(attribute).attribute(), value);
            } else {
                plain.put(attribute, value);
            }
        });
        row.fill(plain, true);
        return row;
    }

    /** A row as it stands, with names of columns of the class's own table. */
    static NewRow ofColumns(TableMapper mapper, Map<String, ?> given) {
        NewRow row = new NewRow(mapper);
        given.forEach((column, value) -> row.put(columnNamed(mapper, column), value, true));
        return row;
    }

    private static String columnNamed(TableMapper mapper, String name) {
        List<String> known = new ArrayList<>();
        for (MappedColumn column : mapper.columns(mapper.table())) {
            if (column.column().name().equalsIgnoreCase(name)) {
                return column.attribute();
            }
            known.add(column.column().name());
        }
        throw new InvalidArgumentException("Cannot insert into column " + name + " of table " + mapper.table()
                + ": no attribute of " + mapper.type().getSimpleName() + " is in it. With DmlStrategy.RAW rows have the"
                + " columns " + known + ".");
    }

    private void fill(Map<String, ? extends @Nullable Object> given, boolean nulls) {
        given.forEach((attribute, value) -> put(attribute, value, nulls));
        putDiscriminator();
        putVersion();
        putDefaults();
        filled = true;
    }

    private void put(String attribute, @Nullable Object value, boolean nulls) {
        MappedColumn column = mapper.column(attribute);
        if (value != null || nulls) {
            values.put(attribute, column.column().dataType().convert(value));
        }
    }

    private void putDiscriminator() {
        MappedColumn discriminator = mapper.discriminatorColumn();
        if (discriminator != null && mapper.discriminatorValue() != null) {
            values.putIfAbsent(discriminator.attribute(), mapper.discriminatorValue());
        }
    }

    private void putVersion() {
        MappedColumn version = mapper.versionColumn();
        if (version != null && Versions.isCounted(version)) {
            values.putIfAbsent(version.attribute(), Versions.first(version));
        }
    }

    private void putDefaults() {
        for (MappedColumn column : mapper.columns()) {
            BasicProperty.Settings settings = column.property().settings();
            Supplier<?> computing = settings.insertDefault();
            if (computing != null && !values.containsKey(column.attribute())) {
                values.put(column.attribute(), computing.get());
            }
        }
    }

    boolean lacks(MappedColumn column) {
        return values.get(column.attribute()) == null;
    }

    void give(MappedColumn column, @Nullable Object value) {
        values.put(column.attribute(), value);
    }

    // ---- for one table ----

    /** The columns of a table that get a value. */
    List<MappedColumn> columns(Table table) {
        List<MappedColumn> columns = new ArrayList<>();
        for (MappedColumn column : mapper.columns(table)) {
            if (values.containsKey(column.attribute())) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** What the database computes for columns of a table that get no value. */
    List<ColumnExpression> expressions(Table table) {
        List<ColumnExpression> expressions = new ArrayList<>(0);
        for (DeclaredExpressions.Computed computed :
                DeclaredExpressions.of(mapper).inserted(table)) {
            if (filled && !values.containsKey(computed.mapped().attribute())) {
                expressions.add(computed.expression());
            }
        }
        return expressions;
    }

    @Nullable Object[] valuesOf(List<MappedColumn> columns) {
        return columns.stream().map(column -> values.get(column.attribute())).toArray();
    }

    /** The values in jOOQ's words. */
    List<Field<?>> fieldsOf(List<MappedColumn> columns) {
        List<Field<?>> fields = new ArrayList<>(columns.size());
        for (MappedColumn column : columns) {
            Object value = values.get(column.attribute());
            fields.add(
                    value instanceof Field<?> field
                            ? field
                            : DSL.val(value, column.column().dataType()));
        }
        return fields;
    }

    /** Takes what the database returned; a key goes on to the tables that follow. */
    void returned(MappedColumn column, @Nullable Object value) {
        returned.put(column.column(), value);
        if (column.column().isPrimaryKey()) {
            values.putIfAbsent(column.attribute(), value);
        }
    }

    @Nullable Object returned(Column column) {
        return returned.get(column);
    }
}
