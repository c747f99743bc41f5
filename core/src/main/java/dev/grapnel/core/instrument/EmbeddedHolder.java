package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** An attribute whose values, or elements, are objects that can be changed by themselves. */
interface EmbeddedHolder {
    /** Whether an owner has an object as its value, as an element, or within one. */
    boolean holds(InstanceState owner, EmbeddedShape shape, Enhanced object);

    /**
     * A field of such an object is written: the owner is told, and the field gets the value.
     *
     * @param owner the owner
     * @param shape of the object whose field it is
     * @param object the object
     * @param component which field
     * @param value to write
     */
    void changeInside(InstanceState owner, EmbeddedShape shape, Enhanced object, int component, @Nullable Object value);
}
