package dev.grapnel.core.session;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.workspace.IdentityMap;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.Listeners;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Moves objects out of a session, expires them, and fires the session's events. */
final class LifecycleMoves {
    private final Session session;
    private final Dispatch dispatch;

    LifecycleMoves(Session session, Dispatch dispatch) {
        this.session = session;
        this.dispatch = dispatch;
    }

    // ---- firing ----

    void fireSession(EventKey<SessionEvent<Session>> key) {
        Listeners<SessionEvent<Session>> listeners = dispatch.current(key);
        if (!listeners.isEmpty()) {
            fire(listeners, new SessionEvent<>(session), null);
        }
    }

    void fireTransaction(EventKey<TransactionEvent<Session>> key, SessionTransaction transaction) {
        Listeners<TransactionEvent<Session>> listeners = dispatch.current(key);
        if (!listeners.isEmpty()) {
            fire(listeners, new TransactionEvent<>(session, transaction), null);
        }
    }

    void fireBegin(SessionTransaction transaction, StoreConnection connection) {
        Listeners<BeginEvent<Session>> listeners = dispatch.current(SessionEventKeys.AFTER_BEGIN);
        if (!listeners.isEmpty()) {
            fire(listeners, new BeginEvent<>(session, transaction, connection), null);
        }
    }

    void fireFlush(EventKey<FlushEvent<Session>> key, FlushContext context, @Nullable Collection<?> objects) {
        Listeners<FlushEvent<Session>> listeners = dispatch.current(key);
        if (!listeners.isEmpty()) {
            fire(listeners, new FlushEvent<>(session, context, objects), null);
        }
    }

    /** Fires an event of an object; not for one that was collected (rule E-12). */
    void fireObject(EventKey<ObjectEvent<Session>> key, InstanceState state) {
        Listeners<ObjectEvent<Session>> listeners = dispatch.current(key);
        Enhanced held = listeners.isEmpty() ? null : state.object();
        if (held != null) {
            try {
                fire(listeners, new ObjectEvent<>(session, state, state.isDeleted()), state);
            } finally {
                Reference.reachabilityFence(held);
            }
        }
    }

    private <E> void fire(Listeners<E> listeners, E event, @Nullable InstanceState about) {
        session.telling(listeners, about);
        try {
            listeners.fire(event);
        } finally {
            session.told();
        }
    }

    // ---- leaving ----

    /** Takes objects out of the session's sets, then detaches them. */
    void evict(Collection<InstanceState> states, boolean toTransient) {
        session.leaving().forget(states);
        detach(states, toTransient);
    }

    /** Whether anybody wants to know which persistent objects leave. */
    boolean tellsOfDetaching() {
        return !dispatch.current(SessionEventKeys.PERSISTENT_TO_DETACHED).isEmpty();
    }

    /** Whether anybody wants to know which objects have lost their rows. */
    boolean tellsOfDeletion() {
        return !dispatch.current(SessionEventKeys.PERSISTENT_TO_DELETED).isEmpty();
    }

    /** Cuts the links of objects to the session and fires which state each is in now (rules S-35, S-36). */
    void detach(Collection<InstanceState> states, boolean toTransient) {
        states.forEach(state -> detach(state, toTransient));
    }

    void detach(InstanceState state, boolean toTransient) {
        boolean deleted = state.isDeleted();
        boolean pending = !state.hasKey();
        state.owner(null);
        session.workspace().lending().remove(state);
        if (toTransient && !pending) {
            state.key(null);
        }
        // A flag without a key is left of an insert and a delete that were both rolled back (rule T-23).
        if (pending && !deleted) {
            fireObject(SessionEventKeys.PENDING_TO_TRANSIENT, state);
        } else if (toTransient) {
            fireObject(SessionEventKeys.PERSISTENT_TO_TRANSIENT, state);
        } else {
            fireObject(deleted ? SessionEventKeys.DELETED_TO_DETACHED : SessionEventKeys.PERSISTENT_TO_DETACHED, state);
        }
        state.releaseObject();
    }

    // ---- expiring ----

    void expireAll() {
        expire(state -> true);
    }

    void expire(Predicate<InstanceState> which) {
        IdentityMap identities = session.workspace().identityMap();
        List<Enhanced> held = new ArrayList<>(0);
        try {
            identities.forEach(state -> {
                if (which.test(state)) {
                    if (held.isEmpty() && ClassManager.of(state).tellsOfExpiry()) {
                        held.addAll(identities.objects());
                    }
                    ValueBooks.expire(state);
                }
            });
        } finally {
            // Each has its event (rule U-32), though nobody holds it and the collector runs in that of another.
            Reference.reachabilityFence(held);
        }
        session.workspace().lending().sweep();
    }
}
