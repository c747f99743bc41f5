package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.AttributeEvent;
import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateOwner;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenOptions;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own listeners on a relationship for the cascade into the session and its orphans (rules ). They are ordinary
 * listeners; an application could have written them.
 */
final class CascadeListeners {
    private final Relationship relationship;
    private final String name;
    private final boolean saves;
    private final boolean deletesOrphans;

    private CascadeListeners(Relationship relationship) {
        this.relationship = relationship;
        this.name = relationship.name();
        this.saves = relationship.cascades(CascadeType.SAVE_UPDATE);
        this.deletesOrphans = relationship.cascades(CascadeType.DELETE_ORPHAN);
    }

    static void attach(AttributeTracker attribute, Relationship relationship) {
        CascadeListeners listeners = new CascadeListeners(relationship);
        Dispatch dispatch = attribute.dispatch();
        if (relationship.isCollection()) {
            dispatch.listen(AttributeEventKeys.APPEND_WO_MUTATION, listeners::joined, ListenOptions.NONE);
            dispatch.listen(AttributeEventKeys.APPEND, listeners::joined, ListenOptions.NONE);
        } else {
            dispatch.listen(AttributeEventKeys.SET, listeners::replaced, ListenOptions.NONE);
        }
        dispatch.listen(AttributeEventKeys.REMOVE, listeners::left, ListenOptions.NONE);
    }

    private void joined(AttributeEvent<Object, Object> event) {
        StateOwner session = event.state().owner();
        InstanceState child = ClassManager.stateOf(event.value());
        if (session == null || child == null) {
            return;
        }
        if (session.isWriting()) {
            session.warnDuringFlush("Adding " + child + " to " + relationship + " of " + event.state());
        }
        addByCascade(session, child, event.initiator().key());
    }

    private void addByCascade(StateOwner session, InstanceState child, String startedAt) {
        if (saves && name.equals(startedAt) && !session.containsState(child)) {
            session.saveOrUpdate(child);
        }
    }

    private void replaced(SetEvent<Object, Object> event) {
        StateOwner session = event.state().owner();
        if (session == null) {
            return;
        }
        if (event.oldValueOrMarker() == event.value()) {
            said(session, event);
            return;
        }
        if (session.isWriting()) {
            session.warnDuringFlush("Assigning " + relationship + " of " + event.state());
        }
        follow(session, event);
        InstanceState leaving = deletesOrphans ? ClassManager.stateOf(event.oldValueOrMarker()) : null;
        if (leaving != null && session.isNew(leaving) && isOrphanNow(leaving)) {
            session.evict(leaving);
        }
    }

    /** What the other side has set without a cascade, the program has now said itself. */
    private void said(StateOwner session, SetEvent<Object, Object> event) {
        if (!relationship.settings().repeats() && !session.isWriting()) {
            follow(session, event);
        }
    }

    private void follow(StateOwner session, SetEvent<Object, Object> event) {
        InstanceState joining = saves ? ClassManager.stateOf(event.value()) : null;
        if (joining != null) {
            addByCascade(session, joining, event.initiator().key());
        }
    }

    private void left(AttributeEvent<Object, Object> event) {
        InstanceState leaving = ClassManager.stateOf(event.valueOrMarker());
        StateOwner session = event.state().owner();
        if (session != null && session.isWriting() && event.valueOrMarker() != null) {
            session.warnDuringFlush("Taking an element out of " + relationship + " of " + event.state());
        }
        if (leaving == null || !isOrphanNow(leaving)) {
            return;
        }
        if (session != null && session.isNew(leaving)) {
            session.evict(leaving);
        } else {
            leaving.orphanedOutsideSession(true);
        }
    }

    private boolean isOrphanNow(@Nullable InstanceState state) {
        return state != null && deletesOrphans && relationship.target().isOrphan(state);
    }
}
