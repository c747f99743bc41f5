package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.StatementEvent;
import dev.grapnel.sql.connection.StatementHooks;
import org.jspecify.annotations.Nullable;

/** A query whose rows somebody watches. */
record OpenQuery(StatementHooks hooks, StatementEvent event, long start) {

    void closed(long rows, @Nullable RuntimeException failure) {
        hooks.afterRows(event, rows, System.nanoTime() - start, failure);
    }
}
