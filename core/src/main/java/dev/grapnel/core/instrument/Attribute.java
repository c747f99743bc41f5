package dev.grapnel.core.instrument;

import dev.grapnel.events.EventTarget;
import dev.grapnel.events.ListenOptions;

/**
 * The typed constant of one attribute, as the metamodel has it ({@code Contact_.phone}): a target for attribute events, and the name to use
 * wherever an attribute is asked for.
 *
 * @param <T> the class that has the attribute
 * @param <V> the type of the value, or of one element of a collection
 */
public interface Attribute<T, V> extends EventTarget<AttributeEvents<T, V>> {
    /** The class that has the attribute. */
    Class<T> ownerType();

    /** The name of the attribute. */
    String attributeName();

    @Override
    default AttributeEvents<T, V> events() {
        return new AttributeEvents<>(AttributeTargets.on(ownerType(), attributeName()), ListenOptions.NONE);
    }
}
