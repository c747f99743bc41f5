package dev.grapnel.mongo.session;

import dev.grapnel.events.Dispatch;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.SessionExtensionFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A session that may be shared by all threads: each has a real one of its own behind it, with its own extension objects, made at first use
 * (statement ODM-K2).
 *
 * <p>Made by {@link OdmSessionFactory#threadLocal}.
 */
public final class ThreadLocalOdmSession extends ProxySession {
    /** The proxies used in a thread, in order of first use. A closed one stays (statement ODM-K4). */
    private static final ThreadLocal<Set<ThreadLocalOdmSession>> USED = ThreadLocal.withInitial(LinkedHashSet::new);

    private final OdmSessionFactory factory;

    @SuppressWarnings(
            "ThreadLocalUsage") // a proxy is as long-lived as a static field, and each has sessions of its own
    private final ThreadLocal<OdmSession> real = new ThreadLocal<>();

    ThreadLocalOdmSession(OdmSessionFactory factory, Dispatch dispatch) {
        super(dispatch);
        this.factory = factory;
    }

    /** Flushes every proxy that was used in this thread, in order of first use. */
    public static void flushAll() {
        List.copyOf(USED.get()).forEach(OdmSession::flush);
    }

    /** Closes every proxy that was used in this thread. */
    public static void closeAll() {
        List.copyOf(USED.get()).forEach(OdmSession::close);
    }

    /** Whether this thread has a real session behind this proxy; makes none. */
    public boolean hasCurrent() {
        return real.get() != null;
    }

    @Override
    public OdmSession current() {
        OdmSession known = real.get();
        if (known == null) {
            USED.get().add(this);
            known = factory.open(dispatch());
            real.set(known);
        }
        return known;
    }

    /** Lets the objects of this thread go and discards its session; the next use makes another one, with other extension objects. */
    @Override
    public void close() {
        OdmSession known = real.get();
        if (known != null) {
            known.close();
            real.remove();
        }
    }

    /**
     * {@inheritDoc} It counts for all sessions that are made from now on, and at once for that of this thread, if there is one
     * (statement ODM-N4, repaired). Sessions that other threads have already are not touched.
     */
    @Override
    public void registerExtension(SessionExtensionFactory made) {
        factory.extensions(made);
        OdmSession known = real.get();
        if (known != null) {
            known.registerExtension(made);
        }
    }
}
