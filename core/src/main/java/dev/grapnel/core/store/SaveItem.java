package dev.grapnel.core.store;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * One object to be inserted or updated.
 *
 * @param state of the object
 * @param mapper the object's own
 * @param switched the deleted object whose row the new one takes over by an update (rule M-10), or null
 */
public record SaveItem(
        InstanceState state, Mapper mapper, @Nullable InstanceState switched) {}
