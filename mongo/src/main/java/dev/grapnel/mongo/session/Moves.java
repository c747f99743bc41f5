package dev.grapnel.mongo.session;

import dev.grapnel.core.session.ObjectEvent;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.OdmSession;

/** Fires the session events of the core as objects come, are written and go. */
final class Moves {
    private final OdmSession session;
    private final Dispatch dispatch;

    Moves(OdmSession session, Dispatch dispatch) {
        this.session = session;
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
        fire(SessionEventKeys.PENDING_TO_PERSISTENT, state, false);
    }

    void loaded(InstanceState state) {
        fire(SessionEventKeys.LOADED_AS_PERSISTENT, state, false);
    }

    void returned(InstanceState state) {
        fire(SessionEventKeys.DETACHED_TO_PERSISTENT, state, false);
    }

    void deleted(InstanceState state) {
        fire(SessionEventKeys.PERSISTENT_TO_DELETED, state, true);
        fire(SessionEventKeys.DELETED_TO_DETACHED, state, true);
    }

    void left(InstanceState state, boolean stored) {
        fire(stored ? SessionEventKeys.PERSISTENT_TO_DETACHED : SessionEventKeys.PENDING_TO_TRANSIENT, state, false);
    }

    @SuppressWarnings({"unchecked", "rawtypes"
    }) // a key is only a name; the event objects of this target are of its session
    private void fire(EventKey<?> key, InstanceState state, boolean deleted) {
        Listeners listeners = dispatch.current((EventKey) key);
        if (!listeners.isEmpty()) {
            listeners.fire(new ObjectEvent<>(session, state, deleted));
        }
    }
}
