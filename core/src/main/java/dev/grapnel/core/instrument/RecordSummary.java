package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.PendingMutation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the record of an object holds, under the names by which listeners to {@code pickle} and {@code unpickle} find it (rule I-26). */
final class RecordSummary {
    private static final Set<String> NAMES =
            Set.of("instance", "class", "key", "modified", "committed", "pending", "expired", "parents", "load_origin");

    private final InstanceState state;
    private final Map<String, Object> entries = new LinkedHashMap<>();

    private RecordSummary(InstanceState state) {
        this.state = state;
    }

    /** A map that listeners may add to. */
    static Map<String, Object> of(InstanceState state) {
        RecordSummary summary = new RecordSummary(state);
        summary.putIdentity();
        summary.putBooks();
        return summary.entries;
    }

    /** Leaves what listeners have added. */
    static void removeFrom(Map<String, Object> entries) {
        entries.keySet().removeAll(NAMES);
    }

    private void putIdentity() {
        entries.put("instance", state.requireObject());
        entries.put("class", state.manager().type());
        putIfKnown("key", state.key());
        entries.put("modified", state.isModified());
        putIfKnown("load_origin", state.loadOrigin());
    }

    private void putBooks() {
        Map<String, @Nullable Object> committed = new LinkedHashMap<>();
        Map<String, PendingMutation> pending = new LinkedHashMap<>();
        Set<String> expired = new LinkedHashSet<>();
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            int index = attribute.index();
            if (state.isChanged(index)) {
                committed.put(attribute.name(), state.committed(index));
            }
            PendingMutation queued = state.pending(index);
            if (queued != null) {
                pending.put(attribute.name(), queued);
            }
            if (state.isExpired(index)) {
                expired.add(attribute.name());
            }
        }
        entries.put("committed", committed);
        entries.put("expired", expired);
        putIfAny("pending", pending);
        putIfAny("parents", parents());
    }

    /** By relationship; null for a parent that let go of the object. */
    private Map<String, @Nullable Object> parents() {
        Map<String, @Nullable Object> parents = new LinkedHashMap<>();
        state.parents().forEach((relationship, parent) -> {
            if (relationship instanceof ParentToken token) {
                parents.put(
                        token.declaringType().getSimpleName() + '.' + token.name(),
                        parent == null ? null : parent.object());
            }
        });
        return parents;
    }

    private void putIfKnown(String name, @Nullable Object value) {
        if (value != null) {
            entries.put(name, value);
        }
    }

    private void putIfAny(String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            entries.put(name, values);
        }
    }
}
