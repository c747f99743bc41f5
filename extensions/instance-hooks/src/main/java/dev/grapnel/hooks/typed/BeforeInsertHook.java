package dev.grapnel.hooks.typed;

import dev.grapnel.core.mapping.PersistEvent;

/** An object that is told before the INSERT of the object. */
public interface BeforeInsertHook {
    /**
     * Runs before the INSERT of the object. Values that it sets are written (rule M-11).
     *
     * @param event about this object: its mapper, and the connection of the transaction
     */
    void beforeInsert(PersistEvent<?> event);
}
