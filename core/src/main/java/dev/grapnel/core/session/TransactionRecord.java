package dev.grapnel.core.session;

import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of objects since a boundary began, to be put back on rollback (rule U-37).
 *
 * @param inserted objects whose insert was flushed
 * @param dirty objects whose update was flushed, or that a bulk statement changed
 * @param deleted objects whose delete was flushed
 * @param keySwitches objects whose primary key changed, with the key they had
 */
record TransactionRecord(
        Set<InstanceState> inserted,
        Set<InstanceState> dirty,
        Set<InstanceState> deleted,
        Map<InstanceState, IdentityKey> keySwitches) {

    TransactionRecord() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
    }

    void takeOver(TransactionRecord inner) {
        inserted.addAll(inner.inserted);
        dirty.addAll(inner.dirty);
        deleted.addAll(inner.deleted);
        inner.keySwitches.forEach(keySwitches::putIfAbsent);
    }

    /**
     * Puts objects back to what they were when the boundary began (rule S-28).
     *
     * @param session whose objects they are
     * @param nested whether it is a savepoint, after which only objects that were touched in it expire
     */
    void restore(Session session, boolean nested) {
        List<InstanceState> gone = new ArrayList<>(inserted);
        session.pendingStates().stream()
                .filter(state -> !inserted.contains(state))
                .forEach(gone::add);
        session.moves().evict(gone, true);
        keySwitches.forEach((state, former) -> session.restoreKey(state, former, gone.contains(state)));
        List<InstanceState> back = new ArrayList<>(deleted);
        session.markedStates().stream()
                .filter(state -> !deleted.contains(state))
                .forEach(back::add);
        back.forEach(session::restoreDeleted);
        session.moves().expire(state -> !nested || state.isModified() || dirty.contains(state));
        clear();
    }

    void clear() {
        inserted.clear();
        dirty.clear();
        deleted.clear();
        keySwitches.clear();
    }
}
