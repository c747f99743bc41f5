package dev.grapnel.examples.extensions;

import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.extension.AttributeExtension;
import org.jspecify.annotations.Nullable;

/** Prints what is written to an attribute, and lets it be written. */
final class TellWrites<V> implements AttributeExtension<V> {
    @Override
    public @Nullable V append(InstanceState state, @Nullable V value, Initiator initiator) {
        System.out.println("append event ! " + value);
        return value;
    }

    @Override
    public @Nullable V set(InstanceState state, @Nullable V value, @Nullable V oldValue, Initiator initiator) {
        System.out.println("set event ! " + value + " after " + oldValue);
        return value;
    }
}
