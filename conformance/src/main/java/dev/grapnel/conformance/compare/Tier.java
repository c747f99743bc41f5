package dev.grapnel.conformance.compare;

/** How much is compared. */
public enum Tier {
    /** Traces, results, errors, states, lists and rows. */
    BEHAVIOUR,
    /** The number of statements as well. */
    STATEMENTS
}
