package dev.grapnel.hooks.typed;

import dev.grapnel.core.mapping.PersistEvent;

/** An object that is told after the DELETE of the object. */
public interface AfterDeleteHook {
    /**
     * Runs after the DELETE of the object.
     *
     * @param event about this object: its mapper, and the connection of the transaction
     */
    void afterDelete(PersistEvent<?> event);
}
