package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.InstanceState;

/** Refuses to take the value of an attribute that the store is going to compute. */
final class Uncomputed {
    private Uncomputed() {}

    /**
     * Refuses if an expression waits for the next flush.
     *
     * @param operation that needs the value, as {@code "read"}
     * @param state of the object
     * @param attribute whose value it needs
     * @throws InvalidRequestException if there is an expression in its place
     */
    static void refuse(String operation, InstanceState state, AttributeTracker attribute) {
        if (state.expression(attribute.index()) != null) {
            throw new InvalidRequestException(
                    "Cannot " + operation + " " + attribute + " of " + state
                            + ": the next flush computes it by an expression of the database. Flush first, or set a plain value.");
        }
    }
}
