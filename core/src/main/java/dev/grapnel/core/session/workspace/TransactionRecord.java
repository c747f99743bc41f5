package dev.grapnel.core.session.workspace;

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
 * @param inserts objects whose insert was flushed; a list, since most are there once and few transactions are rolled back
 * @param dirty objects whose update was flushed, or that a bulk statement changed
 * @param deleted objects whose delete was flushed
 * @param keySwitches objects whose primary key changed, with the key they had
 */
public record TransactionRecord(
        List<InstanceState> inserts,
        Set<InstanceState> dirty,
        Set<InstanceState> deleted,
        Map<InstanceState, IdentityKey> keySwitches) {

    /** Nothing happened yet. */
    public TransactionRecord() {
        this(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
    }

    /** Objects whose insert was flushed, each once, in that order. */
    public Set<InstanceState> inserted() {
        return new LinkedHashSet<>(inserts);
    }

    /**
     * What happened inside a savepoint that was released happened here.
     *
     * @param inner the record of the savepoint
     */
    public void takeOver(TransactionRecord inner) {
        inserts.addAll(inner.inserts);
        dirty.addAll(inner.dirty);
        deleted.addAll(inner.deleted);
        inner.keySwitches.forEach(keySwitches::putIfAbsent);
    }

    /**
     * Notes an object that was flushed.
     *
     * @param state its state
     * @param isNew whether a row was inserted for it
     */
    public void flushed(InstanceState state, boolean isNew) {
        (isNew ? inserts : dirty).add(state);
    }

    /**
     * Notes that the primary key of an object changed; of several changes, what it was at first counts.
     *
     * @param state its state
     * @param former the key it had
     */
    public void switched(InstanceState state, IdentityKey former) {
        keySwitches.putIfAbsent(state, former);
    }

    /** Nothing happened. */
    public void clear() {
        inserts.clear();
        dirty.clear();
        deleted.clear();
        keySwitches.clear();
    }
}
