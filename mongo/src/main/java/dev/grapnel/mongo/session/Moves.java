package dev.grapnel.mongo.session;

import dev.grapnel.core.session.BeginEvent;
import dev.grapnel.core.session.ObjectEvent;
import dev.grapnel.core.session.SessionEvent;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.session.TransactionEvent;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.OdmSession;
import java.util.ArrayList;
import java.util.List;

/** Fires the session events of the core as objects come, are written and go. */
final class Moves {
    private final SessionParts parts;
    private final Dispatch dispatch;
    private final List<Move> waiting = new ArrayList<>();

    /** What a flush did to an object; told when its after_flush was, as a relational session does. */
    private record Move(EventKey<?> key, InstanceState state, boolean deleted) {}

    Moves(SessionParts parts, Dispatch dispatch) {
        this.parts = parts;
        this.dispatch = dispatch;
    }

    void attaching(InstanceState state) {
        fire(SessionEventKeys.BEFORE_ATTACH, state, false);
    }

    void attached(InstanceState state) {
        fire(SessionEventKeys.AFTER_ATTACH, state, false);
    }

    void pending(InstanceState state) {
        fire(SessionEventKeys.TRANSIENT_TO_PENDING, state, false);
    }

    void inserted(InstanceState state) {
        flushed(SessionEventKeys.PENDING_TO_PERSISTENT, state, false);
    }

    void loaded(InstanceState state) {
        fire(SessionEventKeys.LOADED_AS_PERSISTENT, state, false);
    }

    void returned(InstanceState state) {
        fire(SessionEventKeys.DETACHED_TO_PERSISTENT, state, false);
    }

    void deleted(InstanceState state) {
        flushed(SessionEventKeys.PERSISTENT_TO_DELETED, state, true);
    }

    /** Nothing can bring the document of a deleted object back. */
    void deletionIsFinal(InstanceState state) {
        flushed(SessionEventKeys.DELETED_TO_DETACHED, state, true);
    }

    /** The insertion of an object was undone. */
    void insertUndone(InstanceState state) {
        fire(SessionEventKeys.PERSISTENT_TO_TRANSIENT, state, false);
    }

    /** The deletion of an object was undone. */
    void deleteUndone(InstanceState state) {
        fire(SessionEventKeys.DELETED_TO_PERSISTENT, state, false);
    }

    void left(InstanceState state, boolean stored) {
        fire(stored ? SessionEventKeys.PERSISTENT_TO_DETACHED : SessionEventKeys.PENDING_TO_TRANSIENT, state, false);
    }

    private void flushed(EventKey<?> key, InstanceState state, boolean deleted) {
        if (!parts.flushing().isRunning()) {
            fire(key, state, deleted);
        } else if (!listeners(key).isEmpty()) {
            waiting.add(new Move(key, state, deleted));
        }
    }

    /** The writes of a flush are done, or it failed: tells of those that were done. */
    void tellFlushed() {
        List<Move> told = List.copyOf(waiting);
        waiting.clear();
        told.forEach(move -> fire(move.key(), move.state(), move.deleted()));
    }

    // ---- transactions ----

    void session(EventKey<?> key) {
        Listeners<Object> listeners = listeners(key);
        if (!listeners.isEmpty()) {
            listeners.fire(new SessionEvent<OdmSession>(parts.session()));
        }
    }

    void transaction(EventKey<?> key, SessionTransaction transaction) {
        Listeners<Object> listeners = listeners(key);
        if (!listeners.isEmpty()) {
            listeners.fire(new TransactionEvent<OdmSession>(parts.session(), transaction));
        }
    }

    void begun(SessionTransaction transaction) {
        Listeners<Object> listeners = listeners(SessionEventKeys.AFTER_BEGIN);
        if (!listeners.isEmpty()) {
            listeners.fire(new BeginEvent<OdmSession>(parts.session(), transaction, new DocumentConnection(parts)));
        }
    }

    @SuppressWarnings("unchecked") // a key is only a name; the event objects of this target are of its session
    private Listeners<Object> listeners(EventKey<?> key) {
        return dispatch.current((EventKey<Object>) key);
    }

    private void fire(EventKey<?> key, InstanceState state, boolean deleted) {
        Listeners<Object> listeners = listeners(key);
        if (!listeners.isEmpty()) {
            listeners.fire(new ObjectEvent<OdmSession>(parts.session(), state, deleted));
        }
    }
}
