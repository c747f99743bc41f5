package dev.grapnel.core.store;

import dev.grapnel.core.state.InstanceState;
import java.util.Collection;
import java.util.Set;

/**
 * Objects whose keys are written by an update of their own (rule U-27).
 *
 * @param states of the objects
 * @param attributes the names of the key attributes
 * @param deleting whether the rows of the objects are deleted behind it, so that what else the update makes of them matters to nobody
 */
public record KeyUpdate(Collection<InstanceState> states, Set<String> attributes, boolean deleting) {}
