package dev.grapnel.beanvalidation;

import dev.grapnel.core.state.InstanceState;
import jakarta.validation.groups.Default;
import java.util.List;

/**
 * Which groups of constraints hold.
 *
 * @param onInsert for objects that have no row
 * @param onUpdate for objects that have one
 */
record Groups(List<Class<?>> onInsert, List<Class<?>> onUpdate) {
    static final Groups DEFAULT = new Groups(List.of(Default.class), List.of(Default.class));

    /** The groups for an object; empty: it is not to be checked. */
    Class<?>[] of(InstanceState state) {
        return (state.key() == null ? onInsert : onUpdate).toArray(Class<?>[]::new);
    }
}
