package dev.grapnel.core.instrument;

import java.io.InvalidObjectException;
import java.io.NotActiveException;
import java.io.ObjectInputStream;
import java.io.ObjectInputValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What is left to do when a graph of objects has been read: until then an object of it may still be without values, so that nothing can be
 * hashed and no listener be told.
 *
 * <p>One for each stream, since callbacks of a stream come in no particular order, and {@code unpickle} is to fire in the order of the graph.
 */
final class Restoration implements ObjectInputValidation {
    private static final Map<ObjectInputStream, Restoration> RUNNING = new WeakHashMap<>();

    private final List<Runnable> collections = new ArrayList<>();
    private final List<SerializedState> states = new ArrayList<>();

    private Restoration() {}

    /** The one of the graph that a stream is reading now. */
    static Restoration of(ObjectInputStream in) throws NotActiveException, InvalidObjectException {
        synchronized (RUNNING) {
            Restoration running = RUNNING.get(in);
            if (running == null) {
                running = new Restoration();
                in.registerValidation(running, 0);
                RUNNING.put(in, running);
            }
            return running;
        }
    }

    /** Has a collection filled. */
    void fill(Runnable filling) {
        collections.add(filling);
    }

    /** Has a state completed, and its restoring told. */
    void complete(SerializedState state) {
        states.add(state);
    }

    /** How many records are complete so far. */
    int completed() {
        return states.size();
    }

    /**
     * An object that only the record of another refers to has been read with all that follows from it: it is told of after that.
     *
     * @param object which was read
     * @param before how many records were complete before
     */
    void tellLast(Object object, int before) {
        for (int at = before; at < states.size(); at++) {
            if (states.get(at).isOf(object)) {
                states.add(states.remove(at));
                return;
            }
        }
    }

    @Override
    public void validateObject() {
        synchronized (RUNNING) {
            RUNNING.values().remove(this);
        }
        collections.forEach(Runnable::run);
        states.forEach(SerializedState::linkParents);
        states.forEach(SerializedState::tellRestored);
    }
}
