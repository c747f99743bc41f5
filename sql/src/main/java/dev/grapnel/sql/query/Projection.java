package dev.grapnel.sql.query;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * All rows, in order.
     *
     * @return records of jOOQ, with the fields that were asked for
     */
    public List<Record> list() {
        DSLContext making = DSL.using(SQLDialect.DEFAULT);
        Field<?>[] columns = fields.toArray(Field<?>[]::new);
        List<Record> all = new ArrayList<>();
        for (@Nullable Object[] values : query.rows(fields)) {
            Record row = making.newRecord(columns);
            for (int at = 0; at < columns.length; at++) {
                put(row, columns[at], values[at]);
            }
            all.add(row);
        }
        return all;
    }

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
        List<R> all = new ArrayList<>();
        if (!type.isRecord()) {
            list().forEach(row -> all.add(row.into(type)));
            return all;
        }
        RecordMaker<R> maker = RecordMaker.of(type, fields);
        query.rows(fields).forEach(row -> all.add(maker.make(row)));
        return all;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // read in the type of the field; rows hold nulls
    private static <V> void put(Record row, Field<V> field, @Nullable Object value) {
        row.set(field, (V) value);
    }
}
