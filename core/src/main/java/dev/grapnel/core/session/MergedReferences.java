package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a merge does along a relationship that it does not follow: the copy refers to the objects of the session that have the same keys, whose own
 * values stay as they are.
 */
final class MergedReferences {
    private final Session session;
    private final Map<InstanceState, Enhanced> copies;
    private final Map<IdentityKey, Enhanced> byKey;

    MergedReferences(Session session, Map<InstanceState, Enhanced> copies, Map<IdentityKey, Enhanced> byKey) {
        this.session = session;
        this.copies = copies;
        this.byKey = byKey;
    }

    /** Whether an object refers to a given one already, as far as is known without loading. */
    boolean leadsThere(InstanceState target, Relationship relationship, @Nullable Object referred) {
        if (target.isChanged(
                ClassManager.of(target).tracker(relationship.name()).index())) {
            return false;
        }
        InstanceState state = ClassManager.stateOf(referred);
        return relationship.keyPairs().stream()
                .allMatch(pair -> Objects.equals(wanted(state, pair.source()), there(target, pair.destination())));
    }

    /** The value of a key that leads to an object: null to none, a marker if it is not known. */
    private static @Nullable Object wanted(@Nullable InstanceState referred, String attribute) {
        Object value = referred == null ? null : inMemory(referred, attribute);
        return referred != null && value == null ? Marker.NO_VALUE : value;
    }

    /** A new object that was given no value refers to nothing. */
    private static @Nullable Object there(InstanceState target, String attribute) {
        Object value = inMemory(target, attribute);
        return Marker.is(value) ? (target.hasKey() ? Marker.PASSIVE_NO_RESULT : null) : value;
    }

    private static @Nullable Object inMemory(InstanceState state, String attribute) {
        return state.value(ClassManager.of(state).tracker(attribute).index());
    }

    /**
     * The object of the session that stands for one of elsewhere.
     *
     * @param along the relationship
     * @param referred the object to which the merged one refers
     * @return the object of the session
     * @throws InvalidRequestException if there is none
     */
    Object find(Relationship along, InstanceState referred) {
        Object known = referred.owner() == session ? referred.object() : copies.get(referred);
        if (known != null) {
            return known;
        }
        Mapper mapper = Mapper.of(referred);
        IdentityKey key = referred.hasKey() ? referred.requireKey() : DerivedIdentity.of(referred, mapper);
        Object found = key == null ? null : stored(mapper, key);
        if (found == null) {
            throw new InvalidRequestException("Cannot merge along relationship " + along + ": it leads to " + referred
                    + ", which is in no database, and merging does not follow it. Add or merge that object first, or let "
                    + along + " cascade MERGE.");
        }
        return found;
    }

    private @Nullable Object stored(Mapper mapper, IdentityKey key) {
        Object found = session.inMemory(key);
        if (found == null) {
            found = byKey.get(key);
        }
        return found == null ? session.loadForMerge(mapper, key) : found;
    }
}
