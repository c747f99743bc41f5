package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.TypeManager;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the state slot of an object that is a value of others, and has no identity of its own: each write of one of its fields comes
 * here. For stores that keep objects within objects.
 *
 * <p>An object that nobody has as a value has no state, and writing its fields costs nothing more.
 */
public abstract class ValueState extends InstanceState {
    private static final long serialVersionUID = 1L;

    /**
     * A state, which is not in the slot yet.
     *
     * @param object the object
     * @param manager of its class
     */
    protected ValueState(Enhanced object, TypeManager manager) {
        super(object, manager, null);
        for (int index = 0; index < manager.fieldCount(); index++) {
            markPresent(index);
        }
    }

    /**
     * A field of the object is written. Puts the value into it, by {@link Enhanced#$grapnel$put}, or throws.
     *
     * @param object the object
     * @param field its index
     * @param value to write
     */
    protected abstract void write(Enhanced object, int field, @Nullable Object value);

    /**
     * Whether somebody has the object as a value now.
     *
     * @param object the object
     * @return whether a change of it reaches anybody
     */
    protected abstract boolean isHeld(Enhanced object);

    /**
     * Refuses an object that is a value in another store: only one can be told of its changes.
     *
     * @param object about to become a value
     * @throws InvalidRequestException if it is one elsewhere
     */
    protected static void requireFree(Enhanced object) {
        if (object.$grapnel$state() instanceof ValueState other && other.isHeld(object)) {
            throw new InvalidRequestException("Cannot take an object of "
                    + object.getClass().getName()
                    + " as a value: it is one already, in another store or by another mapping of its class, and only one can be told of its changes. Assign a copy"
                    + " of it.");
        }
    }
}
