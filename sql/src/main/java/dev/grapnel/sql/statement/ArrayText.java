package dev.grapnel.sql.statement;

import dev.grapnel.sql.array.ColumnArrays;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.schema.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An insert or update that takes many rows as one array for each column, which spares the database an execution for each row. Whether its columns are fit for that is
 * asked of the database once. Thread-safe.
 */
final class ArrayText {
    /** The beginning of the names of columns of the rows in an update, and the name of these unless the table has it. */
    private static final String GIVEN = "given";

    private final Object shape;
    private final ColumnArrays columns;
    private final PreparedText text;
    private final ArrayFit fit;

    private ArrayText(Object shape, ColumnArrays columns, PreparedText single, PreparedText text) {
        this.shape = shape;
        this.columns = columns;
        this.fit = new ArrayFit(columns, single);
        this.text = text;
    }

    /** The insert, or null if it gives something back, has the database compute something, or has values that no array is made of. */
    static @Nullable ArrayText insert(
            InsertShape shape, PreparedText single, DSLContext context, TextRenderer renderer) {
        if (!shape.returned().isEmpty() || !shape.expressions().isEmpty()) {
            return null;
        }
        ColumnArrays columns = ColumnArrays.of(shape.columns());
        return columns == null
                ? null
                : new ArrayText(shape, columns, single, render(shape, columns, context, renderer));
    }

    private static PreparedText render(
            InsertShape shape, ColumnArrays columns, DSLContext context, TextRenderer renderer) {
        List<Field<Object>> fields = shape.columns().stream().map(Column::field).toList();
        return renderer.render(
                context.insertInto(shape.table().asJooq(), fields)
                        .select(DSL.select(DSL.asterisk()).from(columns.rows(Placeholders::of))),
                StatementKind.INSERT,
                true);
    }

    /** The update, or null if it has the database compute something, or has values that no array is made of. */
    static @Nullable ArrayText update(
            WhereShape shape, PreparedText single, DSLContext context, TextRenderer renderer) {
        List<Column> given = new ArrayList<>(shape.columns());
        given.addAll(shape.where());
        ColumnArrays columns = shape.expressions().isEmpty() ? ColumnArrays.of(given) : null;
        return columns == null
                ? null
                : new ArrayText(shape, columns, single, render(shape, columns, context, renderer));
    }

    private static PreparedText render(
            WhereShape shape, ColumnArrays columns, DSLContext context, TextRenderer renderer) {
        int count = shape.columns().size() + shape.where().size();
        String[] names = IntStream.range(0, count).mapToObj(ArrayText::given).toArray(String[]::new);
        String rows = GIVEN.equals(shape.table().columnQualifier().last()) ? GIVEN + "_rows" : GIVEN;
        WhereShape.Given given = (column, at) ->
                DSL.field(DSL.name(rows, names[at]), column.field().getDataType());
        return renderer.render(
                context.update(shape.table().inStatements())
                        .set(shape.assignments(given))
                        .from(columns.rows(Placeholders::of).as(rows, names))
                        .where(shape.conditions(given)),
                StatementKind.UPDATE,
                true);
    }

    private static String given(int at) {
        return GIVEN + at;
    }

    /**
     * The arrays for some rows.
     *
     * @param rows in the order of the columns
     * @param connection to ask the first time
     * @return the arrays, or null if the rows cannot be sent so
     */
    Object @Nullable [][] arrays(List<@Nullable Object[]> rows, Connection connection) {
        return fit.isOn(connection) ? columns.arrays(rows) : null;
    }

    PreparedText text() {
        return text;
    }

    void bind(PreparedStatement statement, Object[][] arrays) throws SQLException {
        columns.bind(statement, arrays);
    }

    @Override
    public String toString() {
        return "arrays for " + shape;
    }
}
