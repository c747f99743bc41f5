package dev.grapnel.core.flush.explain;

import dev.grapnel.core.flush.plan.FlushSession;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a reference that was not read yet refers to, by the key the object has of it. */
record InMemoryReferences(FlushSession session) {

    /** What was found. */
    record Found(boolean isKnown, @Nullable Object object) {
        static final Found UNKNOWN = new Found(false, null);
        static final Found NOTHING = new Found(true, null);
    }

    Found find(InstanceState state, Relationship relationship) {
        Mapper target = relationship.target();
        List<AttributeTracker> key = target.keyAttributes();
        @Nullable Object[] values = new Object[key.size()];
        for (int at = 0; at < values.length; at++) {
            Object value = valueFor(state, relationship, key.get(at).name());
            if (value == null || Marker.is(value)) {
                return value == null ? Found.NOTHING : Found.UNKNOWN;
            }
            values[at] = value;
        }
        IdentityKey identity = target.identityKey(values, state.token());
        Object found = identity == null ? null : session.inMemory(identity);
        return found == null ? Found.UNKNOWN : new Found(true, found);
    }

    private static @Nullable Object valueFor(InstanceState state, Relationship relationship, String keyAttribute) {
        for (KeyPair pair : relationship.keyPairs()) {
            if (pair.source().equals(keyAttribute)) {
                int index = ClassManager.of(state).tracker(pair.destination()).index();
                return state.isChanged(index) ? state.committed(index) : state.value(index);
            }
        }
        return Marker.NO_VALUE;
    }
}
