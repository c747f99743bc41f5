package dev.grapnel.sql.statement;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.dialect.GeneratedKeys;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts some rows in one go and matches what the database generated with them.
 *
 * <p>Keys of a JDBC batch come in the order of the batch. The rows of an insert that returns them come in the order of its values on
 * PostgreSQL, which works through them one after the other; SQLite does not promise it, but counts its keys up in that order; without such a key each row is
 * inserted by itself there.
 */
final class GeneratedRows {
    private final InsertText insert;
    private final int count;

    GeneratedRows(InsertText insert, int count) {
        this.insert = insert;
        this.count = count;
    }

    PreparedText text() {
        return isReturned() ? insert.forRows(count) : insert.single();
    }

    private boolean isReturned() {
        return insert.generatedKeys() == GeneratedKeys.ROWS_RETURNED;
    }

    List<@Nullable Object[]> insert(PreparedText text, PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        List<@Nullable Object[]> generated =
                isReturned() ? returned(text, statement, rows) : keys(text, statement, rows);
        if (generated.size() != count) {
            throw new DatabaseException("Cannot read the generated values of " + insert + ": " + count
                    + " rows were inserted and " + generated.size()
                    + " came back. Look for a trigger or rule on the table that suppresses or adds rows.");
        }
        return generated;
    }

    private List<@Nullable Object[]> returned(
            PreparedText text, PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        text.bind(statement, insert.flat(rows));
        try (ResultSet result = statement.executeQuery()) {
            List<@Nullable Object[]> generated = read(result);
            sortByCountedKey(generated);
            return generated;
        }
    }

    private void sortByCountedKey(List<@Nullable Object[]> generated) {
        int key = insert.countedKey();
        if (insert.orderIsCounted() && key >= 0) {
            generated.sort(Comparator.comparingLong(row -> row[key] instanceof Number number ? number.longValue() : 0));
        }
    }

    private List<@Nullable Object[]> keys(PreparedText text, PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        for (@Nullable Object[] row : rows) {
            text.bind(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
        try (ResultSet result = statement.getGeneratedKeys()) {
            return read(result);
        }
    }

    private List<@Nullable Object[]> read(ResultSet result) throws SQLException {
        ColumnReader[] readers = insert.readers();
        List<@Nullable Object[]> generated = new ArrayList<>(count);
        while (result.next()) {
            @Nullable Object[] row = new @Nullable Object[readers.length];
            for (int at = 0; at < readers.length; at++) {
                row[at] = readers[at].read(result, at + 1);
            }
            generated.add(row);
        }
        return generated;
    }
}
