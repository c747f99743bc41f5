package dev.grapnel.core.state;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by the class that heads a hierarchy, to say where the states of its objects live (rules N-15, N-18). Enhancement then adds no
 * slot to the class: all code that needs the state of an object asks the object by this interface.
 *
 * <pre>{@code
 * @MappedSuperclass
 * abstract class Kept implements StateHolder {
 *     @Transient Record record;        // what the objects of this program carry anyway; no initialiser
 *
 *     public InstanceState instanceState() { return record == null ? null : record.state; }
 *     public void instanceState(InstanceState state) {
 *         if (record == null) { record = new Record(); }
 *         record.state = state;
 *     }
 * }
 * }</pre>
 *
 * <p>The class may have the methods itself, or from a superclass that is not enhanced, or from an interface with default methods, so that a
 * program with an instrumentation of its own writes them once. A class below the one that heads the hierarchy may override them.
 *
 * <p>Both methods run whenever an attribute is read or written, and in the constructor before field initialisers. So they have to be quick,
 * may not use attributes of the object (not even in {@code hashCode}), and may not throw. Enhancement refuses those that read or write a
 * persistent field.
 *
 * <p>Best is a place that belongs to the object. A table beside the objects has to tell them apart by identity and refer to them weakly, and even
 * so it keeps those alive that states refer to, for instance by former values, until the entry is gone. What is beside the object is not written
 * with it by Java serialisation: {@code writeObject} of the class writes {@code instanceState()} after the fields, and {@code readObject} reads
 * it there.
 *
 * <p>Called by the thread that uses the object.
 */
public interface StateHolder {
    /**
     * The state of this object.
     *
     * @return what was given last, or null if nothing was yet: the object is plain
     */
    @Nullable InstanceState instanceState();

    /**
     * Keeps the state of this object, in place of the one before.
     *
     * @param state what to give from now on; null: nothing, the object becomes plain
     */
    void instanceState(@Nullable InstanceState state);
}
