package dev.grapnel.conformance.model.defaults;

import java.util.function.Supplier;

/** Counts updates: 1, 2, 3 and so on, anew for each mapping. */
public final class TouchNumbers implements Supplier<Integer> {
    private int last;

    @Override
    public Integer get() {
        return ++last;
    }
}
