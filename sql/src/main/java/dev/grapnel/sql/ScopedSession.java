package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives each scope, as a thread or a web request, a session of its own: the first call in a scope opens it, later calls find it again. For
 * programs whose layers do not hand the session on. Thread-safe; the sessions are not.
 *
 * <pre>{@code
 * ScopedSession scoped = ScopedSession.perThread(sessions);
 * scoped.current().add(new Contact("ed"));
 * scoped.current().commit();
 * scoped.remove();      // at the end of the thread's task: closes its session
 * }</pre>
 */
public final class ScopedSession implements AutoCloseable {
    private final SessionFactory factory;
    private final Supplier<?> scope;
    private final Map<Object, Session> sessions;
    private boolean closed;

    private ScopedSession(SessionFactory factory, Supplier<?> scope, Map<Object, Session> sessions) {
        this.factory = factory;
        this.scope = scope;
        this.sessions = sessions;
    }

    /**
     * A session for each thread. That of a thread that ended without {@link #remove} is forgotten with the thread; a transaction that it
     * had open keeps its connection, so remove it.
     *
     * @param factory opens the sessions
     * @return the sessions by thread
     */
    public static ScopedSession perThread(SessionFactory factory) {
        return new ScopedSession(factory, Thread::currentThread, new WeakHashMap<>());
    }

    /**
     * A session for each key that a supplier gives, as the id of the current request.
     *
     * @param factory opens the sessions
     * @param scope gives the key of the current scope, never null; keys are compared by {@code equals}
     * @return the sessions by key; each stays until {@link #remove}
     */
    public static ScopedSession of(SessionFactory factory, Supplier<?> scope) {
        return new ScopedSession(factory, scope, new HashMap<>());
    }

    /**
     * The session of the current scope; opened if it has none.
     *
     * @throws InvalidRequestException if this was closed, or the supplier gives no key
     */
    public Session current() {
        Object key = key();
        synchronized (sessions) {
            if (closed) {
                throw new InvalidRequestException("Cannot give a session to scope '" + key
                        + "': the scoped sessions were closed. Close them last, when no scope is left.");
            }
            return sessions.computeIfAbsent(key, any -> factory.open());
        }
    }

    /** Whether the current scope has a session. */
    public boolean isOpen() {
        Object key = key();
        synchronized (sessions) {
            return sessions.containsKey(key);
        }
    }

    /** Closes the session of the current scope, if it has one; the next {@link #current} opens another. For the end of each scope. */
    public void remove() {
        Object key = key();
        Session left;
        synchronized (sessions) {
            left = sessions.remove(key);
        }
        if (left != null) {
            left.close();
        }
    }

    /**
     * Closes the sessions of all scopes; afterwards no scope gets one. For the end of the program.
     *
     * @throws RuntimeException the first failure, if a session cannot be closed, as when its thread is using it; all others are closed
     */
    @Override
    public void close() {
        List<Session> left;
        synchronized (sessions) {
            closed = true;
            left = new ArrayList<>(sessions.values());
            sessions.clear();
        }
        RuntimeException failure = null;
        for (Session session : left) {
            failure = closing(session, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException closing(Session session, @Nullable RuntimeException earlier) {
        try {
            session.close();
            return earlier;
        } catch (RuntimeException failure) {
            if (earlier == null) {
                return failure;
            }
            earlier.addSuppressed(failure);
            return earlier;
        }
    }

    private Object key() {
        Object key = scope.get();
        if (key == null) {
            throw new InvalidRequestException("Cannot tell the scope of a session: the supplier of the scope gave null."
                    + " Call it only where there is a scope, or give a key for the rest, too.");
        }
        return key;
    }
}
