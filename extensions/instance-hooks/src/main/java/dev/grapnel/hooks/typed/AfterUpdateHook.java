package dev.grapnel.hooks.typed;

import dev.grapnel.core.mapping.PersistEvent;

/** An object that is told after the UPDATE of the object, or after nothing if it had no net change (rule M-16). */
public interface AfterUpdateHook {
    /**
     * Runs after the UPDATE of the object, or after nothing if it had no net change (rule M-16). Values that it sets are not written (rule M-13).
     *
     * @param event about this object: its mapper, and the connection of the transaction
     */
    void afterUpdate(PersistEvent<?> event);
}
