package dev.grapnel.sql.bulk;

import dev.grapnel.core.state.InstanceState;

/**
 * An object in memory whose row a statement wrote.
 *
 * @param state of the object
 * @param certain false if values that the condition asks for are not in memory, so that the row may have been left alone
 */
record Match(InstanceState state, boolean certain) {}
