package dev.grapnel.hooks.typed;

import dev.grapnel.core.mapping.PersistEvent;

/** An object that is told after the INSERT of the object. */
public interface AfterInsertHook {
    /**
     * Runs after the INSERT of the object. Values that it sets are not written (rule M-13).
     *
     * @param event about this object: its mapper, and the connection of the transaction
     */
    void afterInsert(PersistEvent<?> event);
}
