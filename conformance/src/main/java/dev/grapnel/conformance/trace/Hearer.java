package dev.grapnel.conformance.trace;

import org.jspecify.annotations.Nullable;

/** Who is told of events. */
public interface Hearer {
    /**
     * Told of an event that fires.
     *
     * @param occurrence what happened
     */
    void heard(Occurrence occurrence);

    /**
     * Told of an event that fires, and asked for the value to go on with.
     *
     * @param occurrence what happened
     * @return the value
     */
    default @Nullable Object answer(Occurrence occurrence) {
        heard(occurrence);
        return occurrence.argument("value");
    }
}
