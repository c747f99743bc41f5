package dev.grapnel.core.session;

import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    void clear() {
        inserted.clear();
        dirty.clear();
        deleted.clear();
        keySwitches.clear();
    }
}
