package dev.grapnel.mongo.session;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.session.workspace.Identities;
import dev.grapnel.mongo.session.workspace.WorkEntry;
import java.util.Collection;

/** How objects join a session, what their writes make of them, and how they leave. */
final class Membership {
    private final SessionParts parts;

    Membership(SessionParts parts) {
        this.parts = parts;
    }

    // ---- joining ----

    void save(DocumentState<?> state) {
        if (parts.work().find(state) == null) {
            state.joining();
        }
        state.complete();
        boolean known = parts.work().find(state) != null;
        if (!known) {
            parts.moves().attaching(state.instanceState());
        }
        take(state.object(), state);
        if (!known) {
            parts.moves().attached(state.instanceState());
            tellJoined(state);
        }
    }

    private void tellJoined(DocumentState<?> state) {
        if (state.isStored()) {
            parts.moves().returned(state.instanceState());
        } else {
            parts.moves().pending(state.instanceState());
        }
    }

    /** Takes an object into the unit of work and the identity map. */
    void take(Object object, DocumentState<?> state) {
        parts.identities().put(parts.work().add(object, state));
        state.session(parts.session());
    }

    /** As {@link #take(Object, DocumentState)}, by a key that was looked for. */
    void take(Object object, DocumentState<?> state, Identities.Key key) {
        parts.identities().put(parts.work().add(object, state), key);
        state.session(parts.session());
    }

    /** Takes objects in that were here before, at the places where they were. */
    void takeBack(Collection<WorkEntry> returning) {
        returning.forEach(entry -> parts.moves().attaching(entry.state.instanceState()));
        parts.work().putBack(returning);
        for (WorkEntry entry : returning) {
            parts.identities().put(entry);
            entry.state.session(parts.session());
            parts.moves().attached(entry.state.instanceState());
            tellJoined(entry.state);
        }
    }

    // ---- being written ----

    /** The document of an object was inserted. */
    void inserted(DocumentState<?> state) {
        parts.transactions().inserted(state);
        parts.moves().inserted(state.instanceState());
    }

    /**
     * The document of an object was written.
     *
     * @param state of the object
     * @param isNew whether it never was before
     */
    void updated(DocumentState<?> state, boolean isNew) {
        WorkEntry entry = parts.work().find(state);
        if (isNew) {
            parts.transactions().inserted(state);
        } else if (entry != null) {
            parts.transactions().updated(entry);
        }
    }

    /**
     * The document of an object was deleted. If the object was marked, it leaves at once, also if an after hook failed (statements ODM-F10,
     * ODM-E5, repaired).
     */
    void deleted(DocumentState<?> state) {
        WorkEntry entry = parts.work().find(state);
        if (entry != null && state.status() == ObjectStatus.DELETED) {
            remove(entry);
            entry.state.instanceState().deleted(true);
            parts.moves().deleted(entry.state.instanceState());
            if (!parts.transactions().deleted(entry)) {
                parts.moves().deletionIsFinal(entry.state.instanceState());
            }
        }
    }

    /** Somebody else has written a document that was to be written. */
    void conflict(DocumentState<?> state, StaleDataException conflict) {
        parts.extensions().each(extension -> extension.conflict(state.object(), state, conflict));
    }

    // ---- leaving ----

    /** Takes an object out without telling anybody. */
    void remove(WorkEntry entry) {
        parts.work().remove(entry.state);
        parts.identities().remove(entry);
        if (entry.state.session() == parts.session()) {
            entry.state.session(null);
        }
    }

    void expunge(DocumentState<?> state) {
        WorkEntry entry = parts.work().find(state);
        if (entry != null) {
            remove(entry);
            parts.moves().left(entry.state.instanceState(), entry.state.isStored());
        }
    }

    void expungeAll() {
        Collection<WorkEntry> all = parts.work().removeAll();
        parts.identities().clear();
        for (WorkEntry entry : all) {
            if (entry.state.session() == parts.session()) {
                entry.state.session(null);
            }
            parts.moves().left(entry.state.instanceState(), entry.state.isStored());
        }
    }
}
