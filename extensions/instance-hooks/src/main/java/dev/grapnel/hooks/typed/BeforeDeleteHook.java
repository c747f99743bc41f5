package dev.grapnel.hooks.typed;

import dev.grapnel.core.mapping.PersistEvent;

/** An object that is told before the DELETE of the object. */
public interface BeforeDeleteHook {
    /**
     * Runs before the DELETE of the object.
     *
     * @param event about this object: its mapper, and the connection of the transaction
     */
    void beforeDelete(PersistEvent<?> event);
}
