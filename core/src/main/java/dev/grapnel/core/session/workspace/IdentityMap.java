package dev.grapnel.core.session.workspace;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The persistent objects of a session by key (rules U-32 to U-35).
 *
 * <p>It holds states; a state refers to its object weakly while it is clean, so that objects nobody else holds can go. States of objects
 * that went are swept out when the table is full. Modified states are listed apart, which makes a flush cost what was changed and not what
 * is loaded.
 *
 * <p>States stand in the order in which they came. Keys are searched by a {@link KeyIndex}, and only if one may be there: where rows come in the order
 * of their keys there is nothing to search, and no index until the program asks for something by key.
 */
public final class IdentityMap {
    private static final int FIRST_SIZE = 4;
    private static final int NONE = KeyIndex.NONE;

    /** From which part of all objects on it is faster to go through all than to search. */
    private static final int MANY = 8;

    private @Nullable InstanceState[] states = new InstanceState[FIRST_SIZE];
    private int end;
    private final KeyIndex index = new KeyIndex();
    private final HighestKeys highest = new HighestKeys();
    private final ModifiedStates modified = new ModifiedStates();

    /** Goes when the collector runs: while it is there, hardly any object of a state can have gone either. */
    private @Nullable WeakReference<Object> sinceSweep;

    /** What the latest search by a value did not find, until something is added. */
    private @Nullable Class<?> missedRoot;

    private @Nullable Object missedValue;

    /** The object of a key, or null if there is none or it was collected. */
    public @Nullable Enhanced get(IdentityKey key) {
        int position = position(key);
        InstanceState state = position == NONE ? null : states[position];
        return state == null ? null : state.object();
    }

    /**
     * The object whose key has one part and no token, or null if there is none or it was collected.
     *
     * @param root the root class in the key
     * @param value of the primary key; a state with this very value is added without another search, if it is the next to come
     */
    public @Nullable Enhanced get(Class<?> root, Object value) {
        int position = highest.isBeyond(root, value) ? NONE : index.position(states, end, root, value);
        InstanceState state = position == NONE ? null : states[position];
        if (state != null) {
            return state.object();
        }
        missedRoot = root;
        missedValue = value;
        return null;
    }

    private boolean wasMissed(InstanceState state) {
        return missedValue != null
                && state.plainIdentity() == missedValue
                && state.manager().identityRoot() == missedRoot;
    }

    /**
     * Whether it has the state.
     *
     * @param state of an object that is in this session or in none
     */
    public boolean contains(InstanceState state) {
        return state.isInIdentityMap();
    }

    private int position(InstanceState state) {
        return index.position(states, end, state);
    }

    private int position(IdentityKey key) {
        return highest.isBeyond(key.root(), HighestKeys.comparable(key)) ? NONE : index.position(states, end, key);
    }

    /**
     * Adds a state.
     *
     * @throws InvalidRequestException if another living object has the key
     */
    public void add(InstanceState state) {
        if (contains(state)) {
            return;
        }
        int position = position(state.requireKey());
        InstanceState existing = position == NONE ? null : states[position];
        if (existing != null && existing != state && existing.object() != null) {
            throw new InvalidRequestException(
                    "Cannot attach " + state + ": another object with that key is in this session already."
                            + " Use that one, or merge this one into it.");
        }
        put(state, position);
    }

    /** Puts a state in the place of whatever has its key. */
    public @Nullable InstanceState replace(InstanceState state) {
        int position = wasMissed(state) ? NONE : position(state.requireKey());
        InstanceState existing = position == NONE ? null : states[position];
        if (existing == state) {
            return null;
        }
        put(state, position);
        return existing;
    }

    /** As {@link #replace}, for an object that is made clean next: it does not count as modified before. */
    public void replaceFlushed(InstanceState state, IdentityKey key) {
        int position = position(key);
        place(state, position);
    }

    private void put(InstanceState state, int position) {
        place(state, position);
        if (state.isModified()) {
            modified.add(state);
        }
    }

    private void place(InstanceState state, int position) {
        if (position == NONE) {
            append(state);
        } else {
            letGo(states[position]);
            states[position] = state;
        }
        state.inIdentityMap(true);
    }

    private static void letGo(@Nullable InstanceState state) {
        if (state != null) {
            state.inIdentityMap(false);
        }
    }

    public void discard(InstanceState state) {
        int position = contains(state) && state.hasKey() ? position(state) : NONE;
        if (position != NONE) {
            states[position] = null;
            letGo(state);
        }
        markClean(state);
    }

    /** As {@link #discard} of each. Where they are many, all are gone through, and none is searched. */
    public void discardAll(Collection<InstanceState> some) {
        if (some.size() < end / MANY) {
            some.forEach(this::discard);
            return;
        }
        for (InstanceState state : some) {
            letGo(state);
            markClean(state);
        }
        for (int position = 0; position < end; position++) {
            InstanceState state = states[position];
            if (state != null && !contains(state)) {
                states[position] = null;
            }
        }
    }

    void clear() {
        for (int position = 0; position < end; position++) {
            letGo(states[position]);
        }
        forget();
    }

    private void forget() {
        if (states.length > FIRST_SIZE) {
            states = new InstanceState[FIRST_SIZE];
        } else {
            Arrays.fill(states, null);
        }
        end = 0;
        index.forget();
        highest.clear();
        sinceSweep = null;
        missedValue = null;
        modified.clear();
    }

    /** Lets go of all, cuts their links to the session, and lets it hold none of their objects. */
    public void release() {
        for (int position = 0; position < end; position++) {
            InstanceState state = states[position];
            if (state != null) {
                state.owner(null);
                state.releaseObject();
                state.inIdentityMap(false);
            }
        }
        forget();
    }

    // ---- the tables ----

    private void append(InstanceState state) {
        makeRoom(1);
        states[end] = state;
        highest.note(state);
        missedValue = null;
        end++;
    }

    /** Has places for so many more, so that it does not grow with each few of them. */
    public void makeRoom(int more) {
        if (end + more > states.length) {
            rebuild(more);
        }
    }

    /** Leaves out the states of objects that were collected, if the collector has run since that was done last. */
    public void sweep() {
        if (hasCollected()) {
            compact(true);
            int size = states.length;
            while (size > FIRST_SIZE && end < size / 4) {
                size /= 2;
            }
            resize(size);
        }
    }

    /** Leaves out what is gone, and makes room. */
    private void rebuild(int more) {
        compact(hasCollected());
        int size = Math.max(FIRST_SIZE, end > states.length / 2 ? 2 * states.length : states.length);
        while (size < end + more) {
            size *= 2;
        }
        resize(size);
    }

    private boolean hasCollected() {
        boolean collected = sinceSweep == null || sinceSweep.get() == null;
        if (collected) {
            sinceSweep = new WeakReference<>(new Object());
        }
        return collected;
    }

    private void resize(int size) {
        if (size != states.length) {
            states = Arrays.copyOf(states, size);
        }
    }

    private void compact(boolean collected) {
        int kept = 0;
        for (int position = 0; position < end; position++) {
            InstanceState state = states[position];
            if (state != null && (!collected || state.object() != null)) {
                states[kept++] = state;
            }
        }
        if (kept < end) {
            Arrays.fill(states, kept, end, null);
            end = kept;
            index.forget();
        }
    }

    /** Does something with all states that are there now, also those whose objects were collected. They may come and go meanwhile. */
    public void forEach(Consumer<InstanceState> action) {
        for (InstanceState state : Arrays.copyOf(states, end)) {
            if (state != null) {
                action.accept(state);
            }
        }
    }

    /** All objects that are alive; a copy, which keeps them alive. */
    public List<Enhanced> objects() {
        List<Enhanced> alive = new ArrayList<>(end);
        for (int position = 0; position < end; position++) {
            InstanceState state = states[position];
            Enhanced object = state == null ? null : state.object();
            if (object != null) {
                alive.add(object);
            }
        }
        return alive;
    }

    /** States of objects touched since they were clean, in order of the first touch; a copy. */
    public List<InstanceState> modified() {
        return modified.all();
    }

    public boolean hasModified() {
        return !modified.isEmpty();
    }

    public void markModified(InstanceState state) {
        if (contains(state)) {
            modified.add(state);
        }
    }

    public void markClean(InstanceState state) {
        modified.remove(state);
    }
}
