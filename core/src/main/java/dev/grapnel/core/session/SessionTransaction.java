package dev.grapnel.core.session;

import org.jspecify.annotations.Nullable;

/**
 * One marker of a session's transaction tree: the root, a savepoint, or the inner scope of a flush (rules S-1 to S-9, U-36 to U-38).
 *
 * <p>Events show it for the sessions of all stores. A store without savepoints has roots only.
 *
 * <p>Belongs to the thread that uses the session.
 */
public interface SessionTransaction extends AutoCloseable {
    /** The marker around this one, or null for the root. */
    @Nullable SessionTransaction parent();

    /** How it came about. */
    TransactionOrigin origin();

    /** Whether it is a savepoint. */
    boolean isNested();

    /** Whether it can be used. */
    boolean isActive();

    /** Commits this marker, and first those opened inside it (rules S-7, S-26, S-27). */
    void commit();

    /** Rolls this marker back; those opened inside it are closed (rules S-7, S-28). */
    void rollback();

    /** Rolls back what was not committed, and closes. Does nothing if the marker is closed. */
    @Override
    void close();
}
