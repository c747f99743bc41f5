package dev.grapnel.core.session.workspace;

import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of persistent objects that were touched since they were clean, in order of the first touch. A state knows its place in here, so that nothing is searched. */
final class ModifiedStates {
    private static final int FIRST_SIZE = 8;
    private static final @Nullable InstanceState[] NONE = new InstanceState[0];

    /** Many a session only reads: there are no places before something is added. */
    private @Nullable InstanceState[] states = NONE;

    private int end;
    private int count;

    void add(InstanceState state) {
        if (contains(state)) {
            return;
        }
        if (end == states.length) {
            makeRoom();
        }
        put(end++, state);
        count++;
    }

    private boolean contains(InstanceState state) {
        int place = state.modifiedPlace() - 1;
        return place >= 0 && place < end && states[place] == state;
    }

    private void put(int place, InstanceState state) {
        states[place] = state;
        state.modifiedPlace(place + 1);
    }

    private void makeRoom() {
        @Nullable InstanceState[] before = states;
        if (count > end / 2) {
            states = Arrays.copyOf(before, 2 * end);
        } else if (end == 0) {
            states = new InstanceState[FIRST_SIZE];
        } else {
            end = 0;
            for (InstanceState state : before) {
                if (state != null) {
                    put(end++, state);
                }
            }
            Arrays.fill(states, end, states.length, null);
        }
    }

    void remove(InstanceState state) {
        if (contains(state)) {
            states[state.modifiedPlace() - 1] = null;
            state.modifiedPlace(0);
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
    List<InstanceState> all() {
        List<InstanceState> all = new ArrayList<>(count);
        for (int place = 0; place < end; place++) {
            InstanceState state = states[place];
            if (state != null) {
                all.add(state);
            }
        }
        return all;
    }

    void clear() {
        for (int place = 0; place < end; place++) {
            InstanceState state = states[place];
            if (state != null) {
                state.modifiedPlace(0);
            }
        }
        count = 0;
        forgetPlaces();
    }

    /** Of many places none is kept. */
    private void forgetPlaces() {
        if (states.length > FIRST_SIZE) {
            states = NONE;
        } else {
            Arrays.fill(states, 0, end, null);
        }
        end = 0;
    }
}
