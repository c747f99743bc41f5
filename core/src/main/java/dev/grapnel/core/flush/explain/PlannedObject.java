package dev.grapnel.core.flush.explain;

import dev.grapnel.core.state.InstanceState;

/**
 * An object in the explanation of a flush.
 *
 * @param object the object itself
 * @param label how the explanation calls it: its class and key, or for a new one its place in the order of adding
 */
public record PlannedObject(Object object, String label) {
    static PlannedObject of(InstanceState state) {
        String label = !state.hasKey()
                ? state.manager().type().getSimpleName() + " (new " + state.insertOrder() + ')'
                : state.toString();
        return new PlannedObject(state.requireObject(), label);
    }

    @Override
    public String toString() {
        return label;
    }
}
