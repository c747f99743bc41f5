package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * In which form a store keeps the values of one attribute in memory: what it checks when one is assigned, what it makes of it, and what
 * counts as a change.
 */
public interface ValueForm {
    /**
     * A value is assigned; listeners have seen it. Calls {@link ScalarTracker#change} if that is a change.
     *
     * @param attribute the attribute
     * @param state of the object
     * @param former the value there, or a marker
     * @param value assigned, as listeners left it
     * @throws RuntimeException if the attribute does not take the value; it stays as it was
     */
    void assign(ScalarTracker attribute, InstanceState state, @Nullable Object former, @Nullable Object value);

    /** Whether each write has to pass here; if not, those that come after a change may go straight into the field. */
    boolean seesEveryWrite();

    /** Whether an empty collection that a constructor or field initialiser stores says nothing, as with collections of objects. */
    default boolean adoptsEmptyCollections() {
        return false;
    }
}
