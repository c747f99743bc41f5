package dev.grapnel.core.session;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.workspace.TransactionRecord;
import dev.grapnel.core.session.workspace.Workspace;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a session's objects back to what they were when a transaction began (rules S-28, S-31, U-38). */
final class Restoring {
    private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

    private final Session session;
    private final LifecycleMoves moves;
    private final Workspace workspace;

    Restoring(Session session, LifecycleMoves moves, Workspace workspace) {
        this.session = session;
        this.moves = moves;
        this.workspace = workspace;
    }

    /**
     * Undoes what became of objects since a boundary began.
     *
     * @param record what became of them; empty afterwards
     * @param nested whether it is a savepoint, after which only objects that were touched in it expire
     */
    void restore(TransactionRecord record, boolean nested) {
        Set<InstanceState> anew = nested ? loadedAnew(record) : Set.of();
        if (nested) {
            workspace.lending().find();
        }
        List<InstanceState> gone = withOthers(record.inserted(), workspace.newStates());
        moves.evict(gone, true);
        record.keySwitches().forEach((state, former) -> restoreKey(state, former, gone.contains(state)));
        withOthers(record.deleted(), workspace.markedStates()).forEach(this::restoreDeleted);
        moves.expire(state -> !nested || state.isModified() || record.isDirty(state) || anew.contains(state));
        record.clear();
    }

    /** Objects with rows that were written by way of others, which have been collected since. */
    private Set<InstanceState> loadedAnew(TransactionRecord record) {
        Set<InstanceState> anew = new HashSet<>();
        for (InstanceState state : record.written()) {
            boolean collected = state.hasKey() && state.object() == null;
            InstanceState now =
                    collected ? ClassManager.stateOf(workspace.identityMap().get(state.requireKey())) : null;
            if (now != null) {
                anew.add(now);
            }
        }
        return anew;
    }

    private static List<InstanceState> withOthers(Set<InstanceState> recorded, Collection<InstanceState> waiting) {
        List<InstanceState> all = new ArrayList<>(recorded);
        waiting.stream().filter(state -> !recorded.contains(state)).forEach(all::add);
        return all;
    }

    private void restoreKey(InstanceState state, IdentityKey former, boolean evicted) {
        workspace.identityMap().discard(state);
        if (!evicted) {
            state.key(former);
            workspace.identityMap().replace(state);
        }
    }

    private void restoreDeleted(InstanceState state) {
        if (!state.hasKey() || state.object() == null || state.owner() != session) {
            return;
        }
        boolean flushed = state.isDeleted();
        state.runId(0); // it was not there when numbers began anew
        state.deleted(false);
        workspace.unmark(state);
        workspace.identityMap().replace(state);
        if (flushed) {
            moves.fireObject(SessionEventKeys.DELETED_TO_PERSISTENT, state);
        }
    }

    /** Changes that were made after the rollback and before it was said (rule S-31). */
    void discardChanges(TransactionMarker boundary) {
        if (!workspace.isClean()) {
            LOG.warn(
                    "Changes made to a session whose transaction was rolled back are discarded: new {}, changed {}, marked for delete {}."
                            + " Call rollback() on the session before changing anything.",
                    workspace.newStates(),
                    workspace.dirty(),
                    workspace.markedStates());
            boundary.restore();
        }
    }
}
