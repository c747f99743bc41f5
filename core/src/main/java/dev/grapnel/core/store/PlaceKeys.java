package dev.grapnel.core.store;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;

/** What stands for an object that is a key in a map. */
public final class PlaceKeys {
    private PlaceKeys() {}

    /**
     * A value of the object's own key.
     *
     * @param key of the map
     * @param attribute of the key
     * @param relationship the map
     * @return the value
     * @throws FlushException if the object has none, since it has no row
     */
    public static Object require(InstanceState key, String attribute, Relationship relationship) {
        Object value = ClassManager.of(key).tracker(attribute).get(key, Passive.OFF);
        if (value == null || Marker.is(value)) {
            throw new FlushException(
                    "Cannot write a member of " + relationship + ": its key in the map, " + key
                            + ", has no row. Add that object to the session, and flush it first if it is a member of the map itself.");
        }
        return value;
    }
}
