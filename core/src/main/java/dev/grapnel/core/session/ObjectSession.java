package dev.grapnel.core.session;

import java.util.Collection;

/**
 * What the sessions of all stores have in common, so that one listener can serve a relational session and a document session.
 *
 * <pre>{@code
 * void listenTo(SessionEvents<? extends ObjectSession> events) {
 *     events.beforeFlush(e -> count += e.session().newObjects().size());
 * }
 * }</pre>
 *
 * <p>Belongs to one thread at a time, as the session does.
 */
public interface ObjectSession {
    /** The objects that the next flush inserts; a copy. */
    Collection<Object> newObjects();

    /** The objects that were changed since they were loaded or written; a copy. */
    Collection<Object> dirty();

    /** The objects that the next flush deletes; a copy. */
    Collection<Object> deleted();

    /**
     * Whether an object is in the session.
     *
     * @param object any object
     * @return whether it is
     */
    boolean contains(Object object);

    /**
     * Whether an object has a change that is to be written.
     *
     * @param object of this session
     * @return whether it has
     */
    boolean isModified(Object object);

    /** Marks an object to be deleted by the next flush. */
    void delete(Object object);

    /** Writes what is pending. */
    void flush();
}
