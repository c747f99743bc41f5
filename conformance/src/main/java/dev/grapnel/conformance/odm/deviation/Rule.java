package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says for any scenario what the library does where the reference did something else. */
@FunctionalInterface
interface Rule {
    /**
     * Turns the outcome of the reference into that of the library.
     *
     * @param outcome of the reference; it is changed in place, or left alone if the deviation does not show
     */
    void apply(ObjectNode outcome);
}
