package dev.grapnel.mongo.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.Dispatch;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.SessionExtensionFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A session that may be shared by all contexts, such as requests: each has a real one of its own behind it, made at first use
 * (statement ODM-K3). A function says which context it is.
 *
 * <p>Made by {@link OdmSessionFactory#contextual}. Close it at the end of each context: what is not closed is kept.
 */
public final class ContextualOdmSession extends ProxySession {
    /** The proxies used in each context, in order of first use. */
    private static final Map<Object, Set<ContextualOdmSession>> USED = new ConcurrentHashMap<>();

    private final OdmSessionFactory factory;
    private final Supplier<?> context;
    private final Map<Object, OdmSession> real = new ConcurrentHashMap<>();

    ContextualOdmSession(OdmSessionFactory factory, Supplier<?> context, Dispatch dispatch) {
        super(dispatch);
        this.factory = factory;
        this.context = context;
    }

    /** Flushes every proxy that was used in a context, in order of first use. */
    public static void flushAll(Object context) {
        usedIn(context).forEach(proxy -> proxy.in(context).flush());
    }

    /** Closes every proxy that was used in a context (statement ODM-K5, repaired). */
    public static void closeAll(Object context) {
        usedIn(context).forEach(proxy -> proxy.close(context));
        USED.remove(context);
    }

    private static List<ContextualOdmSession> usedIn(Object context) {
        Set<ContextualOdmSession> used = USED.getOrDefault(context, Set.of());
        synchronized (used) {
            return List.copyOf(used);
        }
    }

    private Object context() {
        Object current = context.get();
        if (current == null) {
            throw new InvalidRequestException(
                    "Cannot use this session: there is no current context. Let the function that was given to contextual(…) return one.");
        }
        return current;
    }

    /** Whether the current context has a real session behind this proxy; makes none. */
    public boolean hasCurrent() {
        return real.containsKey(context());
    }

    @Override
    public OdmSession current() {
        return in(context());
    }

    private OdmSession in(Object value) {
        OdmSession known = real.get(value);
        if (known == null) {
            Set<ContextualOdmSession> used = USED.computeIfAbsent(value, absent -> new LinkedHashSet<>());
            synchronized (used) {
                used.add(this);
            }
            known = factory.open(dispatch());
            real.put(value, known);
        }
        return known;
    }

    /** Lets the objects of the current context go and discards its session; the next use makes another one. */
    @Override
    public void close() {
        close(context());
    }

    private void close(Object value) {
        OdmSession known = real.remove(value);
        if (known != null) {
            known.close();
        }
    }

    /** {@inheritDoc} It counts for the session of the current context only (statement ODM-N7). */
    @Override
    public void registerExtension(SessionExtensionFactory made) {
        current().registerExtension(made);
    }
}
