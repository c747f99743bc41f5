package dev.grapnel.sql.query;

import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.LoadingSession;
import java.util.function.Supplier;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** What a query needs of its session. */
public interface QuerySession extends LoadingSession {
    /**
     * Passes a SELECT that the application wrote through the session; its text is not kept.
     *
     * @param request what is loaded, for listeners
     * @param select makes the statement, once the mappers are configured; its SELECT list is that of the mapper's shape
     * @param reader takes the rows
     * @param <T> what the reader gives
     * @return what the reader gives
     */
    <T extends @Nullable Object> T selectOnce(
            LoadRequest request, Supplier<? extends Select<?>> select, RowsReader<T> reader);

    /** Checks that no other thread is inside, and runs. */
    <T extends @Nullable Object> T exclusively(Supplier<T> operation);
}
