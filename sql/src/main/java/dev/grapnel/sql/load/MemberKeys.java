package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.PlacedTracker;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the keys of a map which stand with its members. */
final class MemberKeys {
    private final List<String> attributes;
    private final @Nullable TableMapper keys;

    private MemberKeys(MemberPlace place) {
        this.attributes = place.attributes();
        this.keys = (TableMapper) place.keys();
    }

    /** Has a map of a class read its keys from the members, if they stand there. */
    static void install(TableMapper mapper, Relationship relationship) {
        MemberPlace place = relationship.place();
        if (place != null
                && !place.attributes().isEmpty()
                && mapper.manager().tracker(relationship.name()) instanceof PlacedTracker tracker) {
            tracker.keysFrom(new MemberKeys(place)::of);
        }
    }

    private @Nullable Object of(Object member) {
        InstanceState state = ClassManager.requireState(member);
        @Nullable Object[] values = new Object[attributes.size()];
        for (int at = 0; at < values.length; at++) {
            AttributeTracker attribute = ClassManager.of(state).tracker(attributes.get(at));
            Object value = attribute.get(state, Passive.OFF);
            values[at] = Marker.is(value) ? null : value;
        }
        return keys == null ? values[0] : object(state, keys, values);
    }

    /**
     * The object that is a key.
     *
     * @param member whose key it is, in the session where the key is to be
     * @param keys the class of the keys
     * @param values of the primary key of the key
     * @return the object; null if there is none
     */
    static @Nullable Object object(InstanceState member, TableMapper keys, @Nullable Object[] values) {
        IdentityKey key = keys.identityKey(values, member.token());
        if (key == null) {
            return null;
        }
        LoadingSession session = KeyLoader.sessionOf(member, "the key of a map");
        Object known = session.inMemory(key);
        if (known != null) {
            return known;
        }
        LoadRequest request = LoadRequest.ofEntity(keys, false, LoadRequest.where(member.token()));
        return KeyLoader.load(session, keys, key, request, false, LoadOptions.NONE);
    }
}
