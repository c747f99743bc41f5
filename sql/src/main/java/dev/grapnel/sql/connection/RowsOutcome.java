package dev.grapnel.sql.connection;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a query were read, or let go.
 *
 * @param statement the query
 * @param rowCount how many rows were read
 * @param nanos since the query was sent, with all that the program did between the rows
 * @param failure why a row could not be read, or null
 */
public record RowsOutcome(
        StatementEvent statement,
        long rowCount,
        long nanos,
        @Nullable RuntimeException failure) {
    /** {@return the text, with question marks for parameters} */
    public String text() {
        return statement.text();
    }
}
