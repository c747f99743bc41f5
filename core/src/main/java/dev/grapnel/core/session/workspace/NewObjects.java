package dev.grapnel.core.session.workspace;

import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that wait for their first flush, in order of adding, each with its state.
 *
 * <p>A state knows its order of insertion, which is its place in here; so a flush, which asks often whether an object is new, searches nothing. The
 * places of those that leave are used again when all have left.
 */
final class NewObjects {
    private static final int FIRST_SIZE = 16;
    private static final int NONE = -1;

    private static final @Nullable InstanceState[] NO_STATES = new InstanceState[0];
    private static final @Nullable Object[] NO_OBJECTS = new Object[0];

    /** Many a session only reads: there are no places before something is added. */
    private @Nullable InstanceState[] states = NO_STATES;

    private @Nullable Object[] objects = NO_OBJECTS;
    /** The order of insertion of whoever is at the first place. */
    private int firstOrder = 1;

    private int end;
    private int count;

    void add(InstanceState state, Object object) {
        if (contains(state)) {
            return;
        }
        if (end == states.length) {
            int size = Math.max(FIRST_SIZE, 2 * end);
            states = Arrays.copyOf(states, size);
            objects = Arrays.copyOf(objects, size);
        }
        states[end] = state;
        objects[end] = object;
        state.insertOrder(firstOrder + end);
        end++;
        count++;
    }

    boolean contains(InstanceState state) {
        return place(state) != NONE;
    }

    private int place(InstanceState state) {
        int place = state.insertOrder() - firstOrder;
        return place >= 0 && place < end && states[place] == state ? place : NONE;
    }

    /** Takes an object out; says whether it was in. */
    boolean remove(InstanceState state) {
        int place = place(state);
        if (place == NONE) {
            return false;
        }
        states[place] = null;
        objects[place] = null;
        count--;
        if (count == 0) {
            clear();
        }
        return true;
    }

    int size() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** A copy. */
    List<InstanceState> states() {
        if (count == 0) {
            return List.of();
        }
        List<InstanceState> all = new ArrayList<>(count);
        for (int place = 0; place < end; place++) {
            InstanceState state = states[place];
            if (state != null) {
                all.add(state);
            }
        }
        return all;
    }

    /** A copy. */
    List<Object> objects() {
        List<Object> all = new ArrayList<>(count);
        for (int place = 0; place < end; place++) {
            Object object = objects[place];
            if (object != null) {
                all.add(object);
            }
        }
        return all;
    }

    /** Forgets all; the order of insertion goes on. */
    void clear() {
        firstOrder += end;
        end = 0;
        count = 0;
        if (states.length > FIRST_SIZE) {
            states = NO_STATES;
            objects = NO_OBJECTS;
        } else {
            Arrays.fill(states, null);
            Arrays.fill(objects, null);
        }
    }
}
