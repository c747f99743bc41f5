package dev.grapnel.core.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is changed inside and says so: the superclass of a class of one's own whose values stand in one column.
 *
 * <pre>{@code
 * final class Grid extends TrackedValue {
 *     private final int[] cells = new int[100];
 *
 *     void fill(int cell, int value) {
 *         cells[cell] = value;
 *         changed();
 *     }
 * }
 *
 * @Mutable
 * @Convert(converter = GridConverter.class)
 * Grid grid;
 * }</pre>
 *
 * <p>Nothing is compared then: each change marks the objects that have the value, {@code modified} fires at once, and the next flush writes it. A change that is not
 * said is lost. What the value was before is not known to the history.
 *
 * <p>Belongs to the thread that uses the objects. Not for records, which cannot be changed.
 */
public abstract class TrackedValue {
    /** Those that have the value; usually one. */
    private transient @Nullable List<Owner> owners;

    /** Begins as a value of nobody. */
    protected TrackedValue() {}

    /** Tells that the value was changed inside. To be called by the class of the value after each change. */
    protected final void changed() {
        if (owners != null) {
            for (Owner owner : new ArrayList<>(owners)) {
                if (!owner.valueChanged(this)) {
                    owners.remove(owner);
                }
            }
        }
    }

    /** Called when an object has the value; programs need not. */
    public final void belongsTo(Owner owner) {
        if (owners == null) {
            owners = new ArrayList<>(1);
        }
        if (!owners.contains(owner)) {
            owners.add(owner);
        }
    }

    /** An attribute of an object that has such a value. */
    @FunctionalInterface
    public interface Owner {
        /**
         * The value was changed inside.
         *
         * @param value which was changed
         * @return whether the object still has it; if not, it is not told again
         */
        boolean valueChanged(TrackedValue value);
    }
}
