package dev.grapnel.sql.bulk;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;

/**
 * An object in memory whose row a statement wrote.
 *
 * @param object held, so that it is still there when it follows
 * @param certain false if values that the condition asks for are not in memory, so that the row may have been left alone
 */
record Match(Enhanced object, boolean certain) {
    InstanceState state() {
        return ClassManager.requireState(object);
    }
}
