package dev.grapnel.sql.connection;

import org.jspecify.annotations.Nullable;

/**
 * A statement ran, or failed to.
 *
 * @param statement what ran
 * @param rowCount how many rows were written; -1 if the driver does not tell, and for queries, whose rows are read later
 * @param nanos how long the database took
 * @param failure why it failed, or null
 */
public record StatementOutcome(
        StatementEvent statement,
        long rowCount,
        long nanos,
        @Nullable RuntimeException failure) {
    /** {@return what it does} */
    public StatementKind kind() {
        return statement.kind();
    }

    /** {@return the text, with question marks for parameters} */
    public String text() {
        return statement.text();
    }

    /** {@return how often it ran with different parameters} */
    public int parameterSets() {
        return statement.parameterSets();
    }
}
