package dev.grapnel.extension;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.sql.Session;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Hooks into the life of sessions, as methods of one class.
 *
 * <pre>{@code
 * class Audit implements SessionExtension {
 *     @Override
 *     public void beforeFlush(Session session, FlushContext flushContext, @Nullable Collection<?> instances) {
 *         session.dirty().forEach(object -> session.add(new Change(object)));
 *     }
 * }
 *
 * Extensions.add(sessions, new Audit());
 * }</pre>
 *
 * <p>There is no chain: all extensions are called, in the order in which they were added. A method that is not overridden is never called and
 * costs nothing (rule L-19). What a method throws goes on to the operation. One extension may serve any number of sessions.
 *
 * <p>It has no methods for the moves of objects between states, for {@code before_attach}, for transactions being made and ended, for
 * {@code after_soft_rollback} and for statements: listen to those events (rule L-16).
 */
public interface SessionExtension {
    /** First step of a commit, before its flush. Everything is allowed. */
    default void beforeCommit(Session session) {}

    /** The database committed; objects are not expired yet. No SQL. */
    default void afterCommit(Session session) {}

    /** The database rolled back; objects are not restored yet. No SQL. */
    default void afterRollback(Session session) {}

    /**
     * A flush with something to do begins. Everything is allowed and takes part in this flush.
     *
     * @param session the session
     * @param flushContext the flush
     * @param instances the objects that the flush is limited to, or null
     */
    default void beforeFlush(Session session, FlushContext flushContext, @Nullable Collection<?> instances) {}

    /** All rows are written; the sets of the session and the histories of attributes are as before. SQL, but no changes of objects. */
    default void afterFlush(Session session, FlushContext flushContext) {}

    /** The flush is final, and the sets of the session are empty. Changes are for the next flush. */
    default void afterFlushPostexec(Session session, FlushContext flushContext) {}

    /**
     * A connection joined a transaction or savepoint.
     *
     * @param session the session; not to be used here
     * @param transaction the marker
     * @param connection what may be used
     */
    default void afterBegin(Session session, SessionTransaction transaction, StoreConnection connection) {}

    /**
     * An object has this session, by {@code add}, {@code delete}, {@code merge} or a cascade, and is among the new or the persistent ones
     * already (rule L-15).
     *
     * @param session the session
     * @param instance the object
     */
    default void afterAttach(Session session, Object instance) {}

    /**
     * An UPDATE of a query object ran, and the objects in memory follow it.
     *
     * @param session the session
     * @param mapper of the class whose rows were written
     * @param query the query object
     * @param result how many rows were written
     */
    default void afterBulkUpdate(Session session, Mapper mapper, Object query, int result) {}

    /** As {@link #afterBulkUpdate}, for a DELETE. */
    default void afterBulkDelete(Session session, Mapper mapper, Object query, int result) {}
}
