package dev.grapnel.core.session;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the key of an object that was never flushed: what it does not have itself may be the key of an object to which it refers. */
final class DerivedIdentity {
    private DerivedIdentity() {}

    /**
     * The key that a flush would give an object.
     *
     * @param state of the object
     * @param mapper of its class
     * @return the key, or null if a part of it is not known
     */
    static @Nullable IdentityKey of(InstanceState state, Mapper mapper) {
        @Nullable Object[] values = mapper.keyValues(state);
        for (int at = 0; at < values.length; at++) {
            if (values[at] == null) {
                values[at] =
                        referred(state, mapper, mapper.keyAttributes().get(at).name());
            }
        }
        return mapper.identityKey(values, state.token());
    }

    /** The value that a reference gives an attribute. */
    private static @Nullable Object referred(InstanceState state, Mapper mapper, String attribute) {
        for (Relationship relationship : mapper.relationships()) {
            InstanceState other =
                    relationship.direction() == Direction.MANY_TO_ONE ? reference(state, relationship) : null;
            if (other != null) {
                for (KeyPair pair : relationship.keyPairs()) {
                    if (pair.destination().equals(attribute)) {
                        return value(other, pair.source());
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable InstanceState reference(InstanceState state, Relationship relationship) {
        return ClassManager.stateOf(
                state.value(ClassManager.of(state).tracker(relationship.name()).index()));
    }

    private static @Nullable Object value(InstanceState state, String attribute) {
        Object value = state.value(ClassManager.of(state).tracker(attribute).index());
        if (value != null && !Marker.is(value)) {
            return value;
        }
        Mapper mapper = Mapper.of(state);
        return state.hasKey() ? known(state, mapper, attribute) : referred(state, mapper, attribute);
    }

    /** A part of the key of an object that is expired and in no session. */
    private static @Nullable Object known(InstanceState state, Mapper mapper, String attribute) {
        List<AttributeTracker> key = mapper.keyAttributes();
        for (int at = 0; at < key.size(); at++) {
            if (key.get(at).name().equals(attribute)) {
                return state.requireKey().part(at);
            }
        }
        return null;
    }
}
