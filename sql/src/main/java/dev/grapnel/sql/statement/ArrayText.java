package dev.grapnel.sql.statement;

import dev.grapnel.sql.array.ColumnArrays;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.dialect.UpdateArrays;
import dev.grapnel.sql.schema.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.UpdateReturningStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An insert or update that takes many rows as one array for each column, which spares the database an execution for each row. Whether its columns are fit for that is
 * asked of the database once. Thread-safe.
 */
final class ArrayText {
    /** The column that numbers the rows of arrays. */
    private static final String PLACE = "place";

    private final Object shape;
    private final ColumnArrays columns;
    private final PreparedText text;
    private final boolean placesReturned;
    /** Null where arrays of values are taken just as single values are, whatever the column. */
    private final @Nullable ArrayFit fit;

    private ArrayText(
            Object shape, ColumnArrays columns, @Nullable ArrayFit fit, PreparedText text, boolean placesReturned) {
        this.shape = shape;
        this.columns = columns;
        this.text = text;
        this.placesReturned = placesReturned;
        this.fit = fit;
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
                : new ArrayText(
                        shape,
                        columns,
                        new ArrayFit(columns, single),
                        render(shape, columns, context, renderer),
                        false);
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
            WhereShape shape, PreparedText single, UpdateArrays way, DSLContext context, TextRenderer renderer) {
        if (!shape.expressions().isEmpty()) {
            return null;
        }
        List<Column> given = new ArrayList<>(shape.columns());
        given.addAll(shape.where());
        // Who compares a version wants to know whose was another; without one, that is not worth what it costs.
        boolean versioned = !shape.table().primaryKey().containsAll(shape.where());
        if (way == UpdateArrays.MERGED) {
            ColumnArrays columns = versioned ? null : ColumnArrays.ofValues(given);
            return columns == null
                    ? null
                    : new ArrayText(
                            shape, columns, null, renderUpdate(merge(shape, columns, context), renderer), false);
        }
        ColumnArrays columns = ColumnArrays.of(given);
        if (columns == null) {
            return null;
        }
        Query update = query(shape, columns, context, versioned);
        return new ArrayText(shape, columns, new ArrayFit(columns, single), renderUpdate(update, renderer), versioned);
    }

    private static PreparedText renderUpdate(Query update, TextRenderer renderer) {
        return renderer.render(update, StatementKind.UPDATE, true);
    }

    private static Query merge(WhereShape shape, ColumnArrays columns, DSLContext context) {
        GivenRows rows = GivenRows.of(shape);
        return context.mergeInto(shape.table().inStatements())
                .using(rows.of(columns.rows(Placeholders::of)))
                .on(DSL.and(shape.conditions(rows)))
                .whenMatchedThenUpdate()
                .set(shape.assignments(rows));
    }

    private static Query query(WhereShape shape, ColumnArrays columns, DSLContext context, boolean placesReturned) {
        GivenRows rows = GivenRows.of(shape);
        String[] names =
                Stream.concat(Stream.of(rows.columns()), Stream.of(PLACE)).toArray(String[]::new);
        Table<?> arrays = DSL.table("{0} with ordinality", columns.rows(Placeholders::of));
        UpdateReturningStep<?> update = context.update(shape.table().inStatements())
                .set(shape.assignments(rows))
                .from(arrays.as(rows.name(), names))
                .where(shape.conditions(rows));
        return placesReturned ? update.returningResult(DSL.field(DSL.name(rows.name(), PLACE))) : update;
    }

    /**
     * The arrays for some rows.
     *
     * @param rows in the order of the columns
     * @param connection to ask the first time
     * @return the arrays, or null if the rows cannot be sent so
     */
    Object @Nullable [][] arrays(List<@Nullable Object[]> rows, Connection connection) {
        return fit == null || fit.isOn(connection) ? columns.arrays(rows) : null;
    }

    PreparedText text() {
        return text;
    }

    /**
     * Sends arrays.
     *
     * @param statement of the text
     * @param arrays from {@link #arrays}
     * @param counts gets for each row how many rows it wrote, or {@link StatementRunner#NOT_ALL_MET} if some did not and nothing tells which
     * @return how many rows all of them wrote
     * @throws SQLException if the database refuses
     */
    int send(PreparedStatement statement, Object[][] arrays, int[] counts) throws SQLException {
        columns.bind(statement, arrays);
        if (placesReturned) {
            return count(statement, counts);
        }
        int written = statement.executeUpdate();
        Arrays.fill(counts, written == counts.length ? 1 : StatementRunner.NOT_ALL_MET);
        return written;
    }

    private static int count(PreparedStatement statement, int[] counts) throws SQLException {
        int written = 0;
        try (ResultSet places = statement.executeQuery()) {
            while (places.next()) {
                counts[places.getInt(1) - 1]++;
                written++;
            }
        }
        return written;
    }

    @Override
    public String toString() {
        return "arrays for " + shape;
    }
}
