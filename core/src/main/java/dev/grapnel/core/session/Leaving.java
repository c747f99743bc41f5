package dev.grapnel.core.session;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.workspace.Workspace;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes objects out of a session: one with what cascades from it, or all (rules S-32 to S-36). */
final class Leaving {
    private final Session session;
    private final Workspace workspace;

    Leaving(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    void evict(InstanceState state) {
        List<InstanceState> leaving = new ArrayList<>();
        leaving.add(state);
        Mapper.cascade(CascadeType.EXPUNGE, state, other -> false, leaving::add);
        leaving.removeIf(other -> other.owner() != session);
        session.moves().evict(leaving, false);
    }

    /** Persistent objects first, then new ones, then those whose delete was flushed. */
    void evictAll() {
        boolean told = session.moves().tellsOfDetaching();
        List<Enhanced> held = told ? workspace.identityMap().objects() : List.of();
        List<InstanceState> persistent = new ArrayList<>(held.size());
        for (Enhanced object : held) {
            persistent.add(ClassManager.requireState(object));
        }
        List<InstanceState> added = workspace.newStates();
        Set<InstanceState> deleted = deletedStates();
        if (!told) {
            workspace.identityMap().release();
        }
        workspace.clear();
        try {
            session.moves().detach(persistent, false);
            session.moves().detach(added, false);
            session.moves().detach(deleted, false);
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    /** Takes those whose delete was flushed out of the transactions that remember it. One that was marked again is among the persistent ones. */
    private Set<InstanceState> deletedStates() {
        Set<InstanceState> leaving = Collections.emptySet();
        for (TransactionMarker at = session.transactions().innermost(); at != null; at = at.parent()) {
            Set<InstanceState> deleted = at.record().deleted();
            if (!deleted.isEmpty()) {
                leaving = leaving.isEmpty() ? new LinkedHashSet<>() : leaving;
                leaving.addAll(deleted);
                at.record().forgetDeleted(state -> state.owner() == session);
            }
        }
        leaving.removeIf(state -> state.owner() != session);
        leaving.removeIf(workspace.identityMap()::contains);
        return leaving;
    }

    /** Takes objects out of whatever set each is in, without an event. */
    void forget(Collection<InstanceState> states) {
        Set<InstanceState> others = Collections.emptySet();
        for (InstanceState state : states) {
            if (!forgetPresent(state)) {
                others = others.isEmpty() ? new HashSet<>() : others;
                others.add(state);
            }
        }
        if (!others.isEmpty()) {
            forgetDeleted(others);
        }
    }

    /** Whether it was a new or a persistent one. */
    private boolean forgetPresent(InstanceState state) {
        if (workspace.leaveNew(state)) {
            return true;
        }
        boolean persistent = workspace.identityMap().contains(state);
        if (persistent) {
            workspace.identityMap().discard(state);
            workspace.unmark(state);
        }
        return persistent;
    }

    private void forgetDeleted(Set<InstanceState> states) {
        for (TransactionMarker at = session.transactions().innermost(); at != null; at = at.parent()) {
            at.record().forgetDeleted(states::contains);
        }
    }
}
