package dev.grapnel.filters;

import dev.grapnel.sql.Session;
import java.util.function.BiFunction;

/**
 * A stretch of work in one session for which a filter holds differently; closing it ends the stretch. For use with try-with-resources, by the
 * thread of the session. Stretches of the same kind may be inside one another.
 */
public final class Scope implements AutoCloseable {
    private final Session session;
    private final Object kind;
    private boolean closed;

    private Scope(Session session, Object kind) {
        this.session = session;
        this.kind = kind;
    }

    static Scope open(Session session, Object kind) {
        session.info().merge(kind, 1, count(1));
        return new Scope(session, kind);
    }

    static boolean isOpen(Session session, Object kind) {
        return session.info().get(kind) instanceof Integer depth && depth > 0;
    }

    private static BiFunction<Object, Object, Object> count(int step) {
        return (depth, unused) -> (Integer) depth + step;
    }

    /** Ends the stretch. Closing twice is harmless. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.info().merge(kind, 0, count(-1));
        }
    }
}
