package dev.grapnel.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A query for values, or for objects of several classes side by side, made by {@link Query#select}. Immutable. */
public final class Projection {
    private final QueryRun query;
    private final List<Field<?>> fields;

    Projection(QueryRun query, List<Field<?>> fields) {
        this.query = query;
        this.fields = fields;
    }

    // ---- records of jOOQ ----

    /**
     * All rows, in order.
     *
     * @return records of jOOQ, with the fields that were asked for
     */
    public List<Record> list() {
        Function<@Nullable Object[], Record> maker = records();
        List<Record> all = new ArrayList<>();
        query.rows(fields).forEach(row -> all.add(maker.apply(row)));
        return all;
    }

    /**
     * The one row.
     *
     * @return the row
     * @throws dev.grapnel.core.error.ObjectNotFoundException if there is none
     * @throws dev.grapnel.core.error.MultipleObjectsFoundException if there are several
     */
    public Record one() {
        return OnlyObject.require(
                list(), query.asked().mapper(), query.asked().clauses().condition());
    }

    /**
     * The one row, if there is any.
     *
     * @return the row, or null
     * @throws dev.grapnel.core.error.MultipleObjectsFoundException if there are several
     */
    public @Nullable Record oneOrNull() {
        return OnlyObject.find(
                list(), query.asked().mapper(), query.asked().clauses().condition());
    }

    /** The first row in order, or empty. */
    public Optional<Record> first() {
        return new Projection(query.ofFirst(), fields).list().stream().findFirst();
    }

    /**
     * All rows, in order, a portion at a time, while the database holds the rest: as {@link Query#stream}. Close it.
     *
     * @return the rows
     */
    public Stream<Record> stream() {
        Function<@Nullable Object[], Record> maker = records();
        return query.stream(fields, Query.DEFAULT_PORTION).map(row -> maker.apply((@Nullable Object[]) row));
    }

    private Function<@Nullable Object[], Record> records() {
        DSLContext making = DSL.using(SQLDialect.DEFAULT);
        Field<?>[] columns = fields.toArray(Field<?>[]::new);
        return values -> {
            Record row = making.newRecord(columns);
            for (int at = 0; at < columns.length; at++) {
                put(row, columns[at], values[at]);
            }
            return row;
        };
    }

    // ---- objects of the program's own ----

    /**
     * All rows, in order, each as an object.
     *
     * <p>A record takes the values by position, in its canonical constructor, whose parameters have the types of what is selected. For any other
     * class jOOQ looks for a constructor or properties.
     *
     * @param type the record or class
     * @param <R> the record or class
     * @return the objects; they are no part of the session
     * @throws dev.grapnel.core.error.InvalidArgumentException if the record has other parts than are selected, or a part that holds no null is to
     *     take one
     * @throws org.jooq.exception.MappingException if rows do not fit another class
     */
    public <R> List<R> list(Class<R> type) {
        Function<@Nullable Object[], R> maker = makerOf(type);
        List<R> all = new ArrayList<>();
        query.rows(fields).forEach(row -> all.add(maker.apply(row)));
        return all;
    }

    /**
     * The one row as an object; see {@link #list(Class)} and {@link #one()}.
     *
     * @param type the record or class
     * @param <R> the record or class
     * @return the object
     */
    public <R> R one(Class<R> type) {
        return OnlyObject.require(
                list(type), query.asked().mapper(), query.asked().clauses().condition());
    }

    /**
     * All rows as objects, a portion at a time; see {@link #list(Class)} and {@link #stream()}. Close it.
     *
     * @param type the record or class
     * @param <R> the record or class
     * @return the objects
     */
    public <R> Stream<R> stream(Class<R> type) {
        Function<@Nullable Object[], R> maker = makerOf(type);
        return query.stream(fields, Query.DEFAULT_PORTION).map(row -> maker.apply((@Nullable Object[]) row));
    }

    private <R> Function<@Nullable Object[], R> makerOf(Class<R> type) {
        if (type.isRecord()) {
            return RecordMaker.of(type, fields)::make;
        }
        Function<@Nullable Object[], Record> maker = records();
        return row -> maker.apply(row).into(type);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // read in the type of the field; rows hold nulls
    private static <V> void put(Record row, Field<V> field, @Nullable Object value) {
        row.set(field, (V) value);
    }
}
