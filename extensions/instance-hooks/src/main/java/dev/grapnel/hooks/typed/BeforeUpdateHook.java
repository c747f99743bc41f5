package dev.grapnel.hooks.typed;

import dev.grapnel.core.mapping.PersistEvent;

/** An object that is told before the UPDATE of the object, also if it was only touched (rule M-15). */
public interface BeforeUpdateHook {
    /**
     * Runs before the UPDATE of the object, also if it was only touched (rule M-15). Values that it sets are written.
     *
     * @param event about this object: its mapper, and the connection of the transaction
     */
    void beforeUpdate(PersistEvent<?> event);
}
