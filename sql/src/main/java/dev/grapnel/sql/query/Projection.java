package dev.grapnel.sql.query;

import dev.grapnel.sql.attribute.TypedColumn;
import dev.grapnel.sql.load.RowCursor;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A query for values of a class's rows, made by {@link Query#select}. Immutable. */
public final class Projection {
    private final Query<?> query;
    private final List<Field<?>> fields;

    Projection(Query<?> query, List<Field<?>> fields) {
        this.query = query;
        this.fields = fields;
    }

    /**
     * All rows, in order.
     *
     * @return records of jOOQ, with the fields that were asked for
     */
    public List<Record> list() {
        return query.values(select -> select.values(fields), rows -> read(fields, rows));
    }

    /**
     * All rows, in order, each as an object.
     *
     * @param type a record, or a class with a constructor or properties for the fields
     * @param <R> the type
     * @return the objects; they are no part of the session
     * @throws org.jooq.exception.MappingException if rows do not fit the type
     */
    public <R> List<R> list(Class<R> type) {
        List<R> all = new ArrayList<>();
        list().forEach(row -> all.add(row.into(type)));
        return all;
    }

    // ---- for the query ----

    static List<DataType<?>> types(List<Field<?>> fields) {
        List<DataType<?>> types = new ArrayList<>(fields.size());
        for (Field<?> field : fields) {
            types.add(field instanceof TypedColumn typed ? typed.column().dataType() : field.getDataType());
        }
        return types;
    }

    static List<Record> read(List<Field<?>> fields, RowCursor rows) {
        DSLContext making = DSL.using(SQLDialect.DEFAULT);
        List<Record> all = new ArrayList<>();
        while (rows.next()) {
            Record row = making.newRecord(fields.toArray(Field<?>[]::new));
            for (int position = 0; position < fields.size(); position++) {
                put(row, fields.get(position), rows.value(position));
            }
            all.add(row);
        }
        return all;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // read in the type of the field; rows hold nulls
    private static <V> void put(Record row, Field<V> field, @org.jspecify.annotations.Nullable Object value) {
        row.set(field, (V) value);
    }
}
