package dev.grapnel.core.session;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.ObjectDeletedException;
import dev.grapnel.core.flush.FlushResult;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.workspace.TransactionRecord;
import dev.grapnel.core.session.workspace.Workspace;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves objects to the state that follows from what was written for them (rules S-23, U-24). */
final class Finishing {
    private final Session session;
    private final LifecycleMoves moves;
    private final Workspace workspace;

    Finishing(Session session, LifecycleMoves moves, Workspace workspace) {
        this.session = session;
        this.moves = moves;
        this.workspace = workspace;
    }

    /** Deleted objects first, then saved ones. */
    void finish(FlushResult result) {
        removeDeleted(result.deleted());
        registerPersistent(result.saved());
    }

    /** All get their keys, then all are clean, then {@code pending_to_persistent} fires. */
    private void registerPersistent(Collection<InstanceState> saved) {
        workspace.identityMap().makeRoom(Math.min(saved.size(), workspace.newCount()));
        saved.forEach(this::putPersistent);
        @Nullable TransactionRecord record = session.transactions().record();
        // What was updated matters only where less than all is rolled back.
        boolean inSavepoint = session.transactions().isInSavepoint();
        for (InstanceState state : saved) {
            ValueBooks.commitAll(state);
            boolean isNew = workspace.isNew(state);
            if (record != null && (isNew || inSavepoint)) {
                record.flushed(state, isNew);
            }
        }
        tellPersistent(saved);
        saved.forEach(workspace::leaveNew);
    }

    private void tellPersistent(Collection<InstanceState> saved) {
        if (session.dispatch().current(SessionEventKeys.PENDING_TO_PERSISTENT).isEmpty()) {
            return;
        }
        for (InstanceState state : saved) {
            if (workspace.isNew(state)) {
                moves.fireObject(SessionEventKeys.PENDING_TO_PERSISTENT, state);
            }
        }
    }

    private void putPersistent(InstanceState state) {
        if (!keepsItsKey(state)) {
            putByKey(state);
        }
        state.orphanedOutsideSession(false);
        state.deleted(false);
    }

    /** Whether an object is where it belongs already, as most that are updated are; one whose key is expired is asked for it. */
    private boolean keepsItsKey(InstanceState state) {
        if (!workspace.identityMap().contains(state)) {
            return false;
        }
        ClassManager manager = ClassManager.of(state);
        for (AttributeTracker key : Mapper.of(state).keyAttributes()) {
            int index = key.manager() == manager
                    ? key.index()
                    : manager.tracker(key.name()).index();
            if (!state.has(index) || state.isChanged(index)) {
                return false;
            }
        }
        return true;
    }

    private void putByKey(InstanceState state) {
        IdentityKey key = requireKey(state);
        if (!state.hasKey()) {
            state.key(key);
        } else if (!state.isIdentifiedBy(key)) {
            IdentityKey former = state.requireKey();
            workspace.identityMap().discard(state);
            Objects.requireNonNull(session.transactions().record()).switched(state, former);
            state.key(key);
        }
        workspace.identityMap().replaceFlushed(state, key);
    }

    private IdentityKey requireKey(InstanceState state) {
        IdentityKey key = session.identityKey(state);
        if (key == null) {
            throw new FlushException("Cannot make " + state + " persistent: its primary key is null after the insert."
                    + " Declare the key as generated, or set it before the flush.");
        }
        return key;
    }

    /** Objects whose rows are gone leave the session's sets; the transaction remembers them. */
    void removeDeleted(Collection<InstanceState> states) {
        @Nullable TransactionRecord record = session.transactions().record();
        if (!moves.tellsOfDeletion()) {
            workspace.identityMap().discardAll(states); // nobody sees the one without the other
        }
        for (InstanceState state : states) {
            if (record != null) {
                record.gone(state);
            }
            Enhanced held = state.object();
            workspace.identityMap().discard(state);
            workspace.unmark(state);
            state.deleted(true);
            try {
                moves.fireObject(SessionEventKeys.PERSISTENT_TO_DELETED, state);
            } finally {
                Reference.reachabilityFence(held);
            }
        }
    }

    /** Whether the row of an expired object is gone, which makes it deleted. */
    boolean wasAlreadyDeleted(InstanceState state) {
        if (!state.isExpired()) {
            return false;
        }
        Enhanced held = state.object();
        try {
            ClassManager.of(state).reloadExpired(state);
            return false;
        } catch (ObjectDeletedException gone) {
            removeDeleted(List.of(state));
            return true;
        } finally {
            Reference.reachabilityFence(held);
        }
    }
}
