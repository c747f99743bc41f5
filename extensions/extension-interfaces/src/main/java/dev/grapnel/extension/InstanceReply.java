package dev.grapnel.extension;

/**
 * What {@link MapperExtension#createInstance} answers: {@link Chain#CONTINUE} asks the next extension, {@link Chain#STOP} has the object made as
 * always and asks none, an object is used for the row, and no further extension is asked (rules L-2, L-3).
 */
public sealed interface InstanceReply permits Chain, InstanceReply.Created {
    /**
     * An object.
     *
     * @param instance of a class that the registry maps, without a session and a key
     * @return the answer
     */
    static InstanceReply of(Object instance) {
        return new Created(instance);
    }

    /**
     * An object.
     *
     * @param instance the object
     */
    record Created(Object instance) implements InstanceReply {}
}
