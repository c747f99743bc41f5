package dev.grapnel.conformance.odm.step;

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

    /** An operation without a result. */
    @FunctionalInterface
    interface Silent {
        /** Does it. */
        void run(Call call);
    }

    /** An operation that gives null. */
    static Operation silent(Silent operation) {
        return call -> {
            operation.run(call);
            return null;
        };
    }
}
