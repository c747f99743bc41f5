package dev.grapnel.sql.query;

import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.join.Criteria;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.QuerySelect;
import dev.grapnel.sql.load.SelectShape;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The statements that one query is turned into: for its objects, for values of theirs, for their number. */
final class EntitySelect {
    private static final Field<Integer> ANY = DSL.inline(1);
    private static final Structured NOTHING_MORE = structure -> {};

    private final SelectShape shape;
    private final Clauses clauses;
    private final Supplier<Dialect> dialect;
    private final JoinedTables tables;
    private final @Nullable CombinedKeys combined;

    private enum Purpose {
        OBJECTS,
        VALUES,
        PAGE,
        PART,
        COUNT,
        COUNT_DISTINCT,
        COUNT_LIMITED,
        EXISTS
    }

    EntitySelect(SelectShape shape, LoadOptions options, Clauses clauses, Supplier<Dialect> dialect) {
        this.shape = shape;
        this.clauses = clauses;
        this.dialect = dialect;
        this.tables = new JoinedTables(shape, clauses.joins(), options);
        this.combined = clauses.combination() == null ? null : new CombinedKeys(this, options, clauses.combination());
        if (clauses.lock() != null) {
            clauses.lock().requireOn(dialect.get());
        }
    }

    SelectShape shape() {
        return shape;
    }

    /** Whether it leaves out no object of its class. */
    boolean isWhole() {
        return clauses.isWhole() && shape.isUnrestricted();
    }

    // ---- the statements ----

    QuerySelect objects() {
        return select(Purpose.OBJECTS, this::objectSelect, shape.types());
    }

    QuerySelect values(SelectedRow row) {
        tables.require(row.entities());
        return select(Purpose.VALUES, row, () -> finished(start(row.fields(), row.from(tables.own()))), row.types());
    }

    /** How many objects there are; {@link Clauses#within} takes the range of them. */
    QuerySelect count() {
        List<DataType<?>> types = List.of(SQLDataType.BIGINT);
        if (clauses.countsRows()) {
            return select(Purpose.COUNT_LIMITED, this::limitedCount, types);
        }
        EntitySelect all = with(clauses.rowsAlone());
        return clauses.isPlain()
                ? all.select(Purpose.COUNT, () -> all.start(List.of(DSL.count())), types)
                : all.select(Purpose.COUNT_DISTINCT, all::distinctCount, types);
    }

    private EntitySelect with(Clauses changed) {
        return new EntitySelect(shape, changed, dialect, tables, combined);
    }

    private EntitySelect(
            SelectShape shape,
            Clauses clauses,
            Supplier<Dialect> dialect,
            JoinedTables tables,
            @Nullable CombinedKeys combined) {
        this.shape = shape;
        this.clauses = clauses;
        this.dialect = dialect;
        this.tables = tables;
        this.combined = combined;
    }

    /** The statement for other clauses, on the same class. */
    EntitySelect of(Clauses others, LoadOptions options) {
        return new EntitySelect(shape, options, others, dialect);
    }

    /** Notes which objects these are. */
    void describe(StructureWriter structure) {
        structure.part(clauses).part(tables);
        if (combined != null) {
            structure.part(combined);
        }
    }

    /** A row if there is any object. */
    QuerySelect exists() {
        EntitySelect one = with(clauses.rowsAlone().range(clauses.range().withAtMost(1)));
        return one.select(Purpose.EXISTS, () -> one.finished(one.start(List.of(ANY))), List.of(SQLDataType.INTEGER));
    }

    /** As {@link #objects}, each in one row with the values of an order behind it. */
    QuerySelect part(PartOrder order) {
        List<DataType<?>> types = new ArrayList<>(shape.types());
        types.addAll(order.types());
        List<Field<?>> fields = new ArrayList<>(shape.fields());
        fields.addAll(order.fields());
        return select(Purpose.PART, () -> finished(start(fields, shape.from(tables.own()))), types);
    }

    /** As {@link #values}, with the values of an order behind each row. */
    QuerySelect part(SelectedRow row, PartOrder order) {
        tables.require(row.entities());
        List<DataType<?>> types = new ArrayList<>(row.types());
        types.addAll(order.types());
        List<Field<?>> fields = new ArrayList<>(row.fields());
        fields.addAll(order.fields());
        return select(Purpose.PART, row, () -> finished(start(fields, row.from(tables.own()))), types);
    }

    /** The objects, each with the values of an order behind it; one more than the page has. */
    QuerySelect page(PageOrder order) {
        List<DataType<?>> types = new ArrayList<>(shape.types());
        types.addAll(order.types());
        List<Field<?>> fields = new ArrayList<>(shape.fields());
        fields.addAll(order.fields());
        return select(Purpose.PAGE, () -> finished(start(fields, shape.from(tables.own()))), types);
    }

    /** The key of the objects, as a subquery. */
    Select<Record> keys() {
        List<Field<?>> keys = new ArrayList<>();
        shape.keyColumns().forEach(key -> keys.add(key.field()));
        return keys(clauses.range().isAll(), keys);
    }

    private Select<Record> keys(boolean whole, List<Field<?>> fields) {
        SelectQuery<Record> select = start(fields);
        return whole ? select : finished(select);
    }

    /** The condition that an object is among some. */
    Condition isAmong(Select<Record> keys) {
        List<Field<?>> own = new ArrayList<>();
        shape.keyColumns().forEach(key -> own.add(key.field()));
        return DSL.row(own)
                .in(
                        dialect.get().takesLimitsInConditions()
                                ? keys
                                : DSL.select(DSL.asterisk()).from(keys.asTable("among")));
    }

    /** Values of the objects, as a subquery. */
    <V> Select<Record1<V>> values(Field<V> field) {
        SelectQuery<Record> select = start(List.of(field));
        tables.all().forEach(one -> select.addConditions(Criteria.around(one)));
        @SuppressWarnings("unchecked") // it has one column
        Select<Record1<V>> values = (Select<Record1<V>>) (Select<?>) finished(select);
        return values;
    }

    /** Columns of the objects, as a subquery. */
    Select<?> keys(List<Column> columns) {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(column.field()));
        return keys(clauses.range().isAll(), fields);
    }

    private QuerySelect select(Purpose purpose, Supplier<Select<?>> make, List<DataType<?>> types) {
        return select(purpose, NOTHING_MORE, make, types);
    }

    private QuerySelect select(
            Purpose purpose, Structured selected, Supplier<Select<?>> make, List<DataType<?>> types) {
        StructureWriter structure = new StructureWriter();
        structure.token(purpose).root(shape.mapper()).part(shape).part(selected);
        describe(structure);
        return new QuerySelect(structure, make, types);
    }

    // ---- how they are built ----

    private SelectQuery<Record> start(List<? extends SelectFieldOrAsterisk> fields) {
        return start(fields, tables.own());
    }

    private SelectQuery<Record> start(List<? extends SelectFieldOrAsterisk> fields, org.jooq.Table<Record> from) {
        SelectQuery<Record> select = clauses.select(fields);
        select.addFrom(from);
        select.addConditions(shape.restriction());
        if (combined != null) {
            select.addConditions(combined.condition());
        }
        clauses.applyTo(select, tables::obeying);
        return select;
    }

    private Select<Record> finished(SelectQuery<Record> select) {
        select.addOrderBy(clauses.order());
        clauses.range().applyTo(select);
        return locked(select);
    }

    private Select<Record> locked(SelectQuery<Record> select) {
        if (clauses.lock() != null) {
            clauses.lock().applyTo(select, shape.mapper().tables(), dialect.get());
        }
        return select;
    }

    private Select<?> objectSelect() {
        if (!clauses.range().isAll() && shape.isMultiplying()) {
            return limitedInside();
        }
        SelectQuery<Record> select = start(shape.fields(), shape.from(tables.own()));
        select.addOrderBy(order());
        clauses.range().applyTo(select);
        return locked(select);
    }

    private List<OrderField<?>> order() {
        List<OrderField<?>> order = new ArrayList<>(clauses.order());
        order.addAll(shape.joinedOrder());
        return order;
    }

    /** A limit counts objects and not the rows of a joined collection, so it stands in a subquery for the keys. */
    private Select<?> limitedInside() {
        SelectQuery<Record> select = start(shape.fields(), shape.from(tables.own()));
        select.addConditions(isAmong(keys()));
        select.addOrderBy(order());
        return select;
    }

    private Select<?> distinctCount() {
        SelectQuery<Record> inner = start(namedKeys());
        inner.setDistinct(true);
        return DSL.selectCount().from(inner.asTable("counted"));
    }

    private Select<?> limitedCount() {
        SelectQuery<Record> rows = start(namedKeys());
        rows.addOrderBy(clauses.order());
        clauses.range().applyTo(rows);
        return DSL.selectCount()
                .from(DSL.selectDistinct(DSL.asterisk())
                        .from(rows.asTable("limited"))
                        .asTable("counted"));
    }

    private List<Field<?>> namedKeys() {
        List<Field<?>> keys = new ArrayList<>();
        for (Column key : shape.keyColumns()) {
            keys.add(key.field().as("k" + keys.size()));
        }
        return keys;
    }
}
