package dev.grapnel.core.session.workspace;

import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds states in a list by the hash of their keys, so that neither keys nor entries have to be kept. Whatever was added to the list is taken up when
 * something is searched.
 */
final class KeyIndex {
    static final int NONE = -1;

    private static final int[] EMPTY = {};

    private int[] hashes = EMPTY;
    /** By hash, and from there on upwards: one more than the position of a state, or zero. Half of it is empty at least. */
    private int[] places = EMPTY;

    private int taken;

    /** Where a state is, or {@link #NONE}. */
    int position(@Nullable InstanceState[] states, int end, InstanceState state) {
        takeUp(states, end);
        for (int place = first(state.identityHash()); places[place] != 0; place = next(place)) {
            if (states[places[place] - 1] == state) {
                return places[place] - 1;
            }
        }
        return NONE;
    }

    /** Where the state is that has a key, or {@link #NONE}. */
    int position(@Nullable InstanceState[] states, int end, IdentityKey key) {
        takeUp(states, end);
        int hash = key.hashCode();
        for (int place = first(hash); places[place] != 0; place = next(place)) {
            int position = places[place] - 1;
            InstanceState state = states[position];
            if (hashes[position] == hash && state != null && state.isIdentifiedBy(key)) {
                return position;
            }
        }
        return NONE;
    }

    /** As above, for a key of one part and without token. */
    int position(@Nullable InstanceState[] states, int end, Class<?> root, Object value) {
        takeUp(states, end);
        int hash = IdentityKey.hashOf(root, value);
        for (int place = first(hash); places[place] != 0; place = next(place)) {
            int position = places[place] - 1;
            InstanceState state = states[position];
            if (hashes[position] == hash && state != null && state.isIdentifiedBy(root, value)) {
                return position;
            }
        }
        return NONE;
    }

    private int first(int hash) {
        // Keys are often numbers in sequence under one class: the upper bits differ little.
        int spread = hash * 0x9E3779B9;
        return (spread ^ (spread >>> 16)) & (places.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (places.length - 1);
    }

    /** The length of the list is a power of two. */
    private void takeUp(@Nullable InstanceState[] states, int end) {
        if (places.length < 2 * states.length) {
            hashes = Arrays.copyOf(hashes, states.length);
            places = new int[2 * states.length];
            for (int position = 0; position < taken; position++) {
                link(position);
            }
        }
        for (; taken < end; taken++) {
            InstanceState state = states[taken];
            if (state != null) {
                hashes[taken] = state.identityHash();
                link(taken);
            }
        }
    }

    private void link(int position) {
        int place = first(hashes[position]);
        while (places[place] != 0) {
            place = next(place);
        }
        places[place] = position + 1;
    }

    /** States stand at other positions from now on. */
    void forget() {
        taken = 0;
        hashes = EMPTY;
        places = EMPTY;
    }
}
