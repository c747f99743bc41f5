package dev.grapnel.conformance.step;

import org.jspecify.annotations.Nullable;

/** How one operation of the format is done with the library. */
@FunctionalInterface
interface Operation {
    /**
     * Does it.
     *
     * @param call what to do
     * @return its result; null for none
     */
    @Nullable Object run(Call call);
}
