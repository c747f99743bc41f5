package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.Column;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The table that arrays become in an update or delete: a column for each value that a row is given. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GivenRows(String name, String[] columns) implements WhereShape.Given {
    /** The beginning of the names of columns, and the name of the table unless that of the rows has it. */
    private static final String GIVEN = "given";

    static GivenRows of(WhereShape shape) {
        String name = GIVEN.equals(shape.table().columnQualifier().last()) ? GIVEN + "_rows" : GIVEN;
        int count = shape.columns().size() + shape.where().size();
        return new GivenRows(
                name, IntStream.range(0, count).mapToObj(at -> GIVEN + at).toArray(String[]::new));
    }

    Table<?> of(Table<?> arrays) {
        return arrays.as(name, columns);
    }

    @Override
    public Field<Object> at(Column column, int place) {
        return DSL.field(DSL.name(name, columns[place]), column.field().getDataType());
    }
}
