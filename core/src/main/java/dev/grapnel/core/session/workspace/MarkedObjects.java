package dev.grapnel.core.session.workspace;

import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are marked for delete, in order of marking, each with its state. A state knows its place in here, so that nothing is searched: of a
 * large graph each object is asked for several times until its row is gone.
 */
final class MarkedObjects {
    private static final int FEW = 64;

    /** Nulls are where those were that have left. */
    private List<@Nullable InstanceState> states = new ArrayList<>(0);

    private List<@Nullable Object> objects = new ArrayList<>(0);
    private int count;

    void add(InstanceState state, Object object) {
        if (!contains(state)) {
            states.add(state);
            objects.add(object);
            state.markedPlace(states.size());
            count++;
        }
    }

    boolean contains(InstanceState state) {
        if (count == 0) {
            return false;
        }
        int place = state.markedPlace() - 1;
        return place >= 0 && place < states.size() && states.get(place) == state;
    }

    void remove(InstanceState state) {
        if (contains(state)) {
            int place = state.markedPlace() - 1;
            states.set(place, null);
            objects.set(place, null);
            state.markedPlace(0);
            count--;
            if (count == 0) {
                forgetPlaces();
            }
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** A copy. */
    List<InstanceState> states() {
        return count == 0 ? List.of() : present(states);
    }

    /** A copy. */
    List<Object> objects() {
        return present(objects);
    }

    private static <T> List<T> present(List<@Nullable T> places) {
        List<T> present = new ArrayList<>(places.size());
        for (T each : places) {
            if (each != null) {
                present.add(each);
            }
        }
        return present;
    }

    void clear() {
        states().forEach(state -> state.markedPlace(0));
        count = 0;
        forgetPlaces();
    }

    /** Of many places none is kept. */
    private void forgetPlaces() {
        if (states.size() > FEW) {
            states = new ArrayList<>(0);
            objects = new ArrayList<>(0);
        } else {
            states.clear();
            objects.clear();
        }
    }
}
