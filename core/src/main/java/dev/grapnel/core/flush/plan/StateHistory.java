package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a relationship, as states instead of objects; a null stands for an absent reference.
 *
 * @param added objects that are new in it
 * @param unchanged objects that were in it and still are
 * @param deleted objects that are no longer in it
 * @param values the objects, which keeps them from being collected during the flush
 */
public record StateHistory(
        List<@Nullable InstanceState> added,
        List<@Nullable InstanceState> unchanged,
        List<@Nullable InstanceState> deleted,
        History<Object> values) {

    /** Takes over a history of objects. */
    public static StateHistory of(History<Object> history) {
        return new StateHistory(
                states(history.added()), states(history.unchanged()), states(history.deleted()), history);
    }

    private static List<@Nullable InstanceState> states(List<@Nullable Object> objects) {
        if (objects.isEmpty()) {
            return List.of();
        }
        if (objects.size() == 1) {
            return Collections.singletonList(state(objects.get(0)));
        }
        List<@Nullable InstanceState> states = new ArrayList<>(objects.size());
        for (Object object : objects) {
            states.add(state(object));
        }
        return Collections.unmodifiableList(states);
    }

    private static @Nullable InstanceState state(@Nullable Object object) {
        return object == null ? null : ClassManager.requireState(object);
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return added.isEmpty() && unchanged.isEmpty() && deleted.isEmpty();
    }

    /** All objects. */
    public List<@Nullable InstanceState> sum() {
        List<@Nullable InstanceState> all = new ArrayList<>(added);
        all.addAll(unchanged);
        all.addAll(deleted);
        return all;
    }

    /** Objects that are in it now. */
    public List<@Nullable InstanceState> current() {
        List<@Nullable InstanceState> all = new ArrayList<>(added);
        all.addAll(unchanged);
        return all;
    }

    /** Objects that were in it before. */
    public List<@Nullable InstanceState> former() {
        List<@Nullable InstanceState> all = new ArrayList<>(unchanged);
        all.addAll(deleted);
        return all;
    }
}
