package dev.grapnel.conformance.model.defaults;

import java.util.function.Supplier;

/** The code of those that were given none. */
public final class StandardCode implements Supplier<String> {
    @Override
    public String get() {
        return "C0";
    }
}
