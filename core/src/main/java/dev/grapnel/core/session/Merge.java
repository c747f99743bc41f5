package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ChangesInside;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.instrument.ElementTracker;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.LoadEvent;
import dev.grapnel.core.instrument.PlacedMember;
import dev.grapnel.core.instrument.PlacedTracker;
import dev.grapnel.core.instrument.QueueTracker;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.instrument.TrackedCollection;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.PendingMutation;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies the state of a foreign object, and what merges with it, onto objects of a session (rules S-16, T-4). */
final class Merge {
    private final Session session;
    private final boolean load;
    /** What sources became, as objects: their states would not keep them from being collected. */
    private final IdentityHashMap<InstanceState, Enhanced> done = new IdentityHashMap<>();

    private final Map<IdentityKey, Enhanced> byKey = new HashMap<>();
    private final Set<Step> steps = new HashSet<>();
    private final MergedReferences references;

    private record Step(InstanceState state, Relationship along) {}

    private record Target(Enhanced object, boolean isNew) {}

    Merge(Session session, boolean load) {
        this.session = session;
        this.load = load;
        this.references = new MergedReferences(session, done, byKey);
    }

    Object merge(InstanceState source) {
        Enhanced known = done.get(source);
        if (known != null) {
            return known;
        }
        Mapper mapper = Mapper.of(source);
        ChangesInside.find(source);
        IdentityKey key = keyOf(source, mapper);
        Target target = target(source, mapper, key);
        InstanceState state = ClassManager.requireState(target.object);
        done.put(source, target.object);
        if (key != null) {
            byKey.put(key, target.object);
        }
        if (state != source) {
            copy(source, state, mapper);
        }
        if (!load) {
            ValueBooks.commitAll(state);
        }
        if (target.isNew) {
            fireLoad(state);
            if (!state.hasKey()) {
                session.attaching().filled(state);
            }
        }
        return target.object;
    }

    private @Nullable IdentityKey keyOf(InstanceState source, Mapper mapper) {
        if (source.hasKey()) {
            return source.key();
        }
        if (!load) {
            throw new InvalidRequestException("Cannot merge " + source
                    + " without loading: it is transient. Flush it in its session first, or merge with loading.");
        }
        return DerivedIdentity.of(source, mapper);
    }

    private Target target(InstanceState source, Mapper mapper, @Nullable IdentityKey key) {
        Enhanced found = key == null ? null : session.inMemory(key);
        if (found == null && key != null) {
            found = byKey.get(key);
        }
        if (found != null) {
            return new Target(found, false);
        }
        if (!load) {
            return new Target(attachWithoutLoading(source, mapper, Objects.requireNonNull(key)), true);
        }
        Object loaded = key == null ? null : session.loadForMerge(mapper, key);
        if (loaded != null) {
            return new Target((Enhanced) loaded, false);
        }
        Enhanced fresh = mapper.manager().newInstance();
        session.attaching().attachCopy(ClassManager.requireState(fresh));
        return new Target(fresh, true);
    }

    private Enhanced attachWithoutLoading(InstanceState source, Mapper mapper, IdentityKey key) {
        if (source.isModified()) {
            throw new InvalidRequestException("Cannot merge " + source
                    + " without loading: it has changes. Flush them first, or merge with loading.");
        }
        Enhanced fresh = mapper.manager().newInstance();
        InstanceState state = ClassManager.requireState(fresh);
        state.key(key);
        session.attaching().attachWithKey(state);
        return fresh;
    }

    private void copy(InstanceState source, InstanceState target, Mapper mapper) {
        checkVersion(source, target, mapper);
        target.loadOrigin(source.loadOrigin());
        for (Relationship relationship : mapper.relationships()) {
            copyRelationship(source, target, relationship);
        }
        for (Property property : mapper.properties()) {
            if (property instanceof BasicProperty) {
                copyValue(source, target, property.name());
            } else if (property instanceof ElementProperty) {
                copyElements(source, target, property.name());
            }
        }
    }

    private static void checkVersion(InstanceState source, InstanceState target, Mapper mapper) {
        AttributeTracker version = mapper.versionAttribute();
        if (version == null) {
            return;
        }
        Object given = source.value(version.index());
        Object existing = target.value(version.index());
        if (!Marker.is(given) && !Marker.is(existing) && !Objects.equals(given, existing)) {
            throw new StaleDataException(
                    "Cannot merge " + source + ": its version " + given + " is not the present version " + existing
                            + ". Someone changed the row since the object was loaded; load it anew and apply the change again.");
        }
    }

    private void copyValue(InstanceState source, InstanceState target, String name) {
        AttributeTracker from = ClassManager.of(source).tracker(name);
        AttributeTracker to = ClassManager.of(target).tracker(name);
        Object expression = source.expression(from.index());
        if (expression != null) {
            ((ScalarTracker) to).compute(target, expression);
        } else if (source.has(from.index())) {
            Object value = to.copied(source.value(from.index()));
            if (load) {
                to.set(target, value, null, Passive.OFF);
            } else {
                to.storeQuietly(target, value);
            }
        } else if (target.hasKey() && !target.has(to.index()) && target.expression(to.index()) == null) {
            ValueBooks.expire(target, List.of(name), true);
        }
    }

    private void copyElements(InstanceState source, InstanceState target, String name) {
        ElementTracker from = (ElementTracker) ClassManager.of(source).tracker(name);
        ElementTracker to = (ElementTracker) ClassManager.of(target).tracker(name);
        if (source.isAbsent(from.index())) {
            return;
        }
        if (load) {
            to.get(target, Passive.MERGE);
            to.setRows(target, from.rows(source), Passive.MERGE);
        } else {
            to.load(target, from.rows(source));
        }
    }

    private void copyRelationship(InstanceState source, InstanceState target, Relationship relationship) {
        Relationship reverse = relationship.reverse();
        if (load && reverse != null && steps.contains(new Step(source, reverse))) {
            return;
        }
        AttributeTracker from = ClassManager.of(source).tracker(relationship.name());
        AttributeTracker to = ClassManager.of(target).tracker(relationship.name());
        if (!isCopied(relationship)) {
            return;
        }
        if (to instanceof QueueTracker queue) {
            copyQueue(relationship, source, target, queue);
            return;
        } else if (!source.has(from.index())) {
            return;
        }
        Object value = source.value(from.index());
        if (to instanceof CollectionTracker collection) {
            copyCollection(relationship, target, collection, (TrackedCollection) Objects.requireNonNull(value));
        } else {
            if (!follows(relationship) && references.leadsThere(target, relationship, value)) {
                return;
            }
            Object merged = value == null ? null : mergeMember(relationship, value);
            if (load) {
                to.set(target, merged, null, Passive.OFF);
            } else {
                target.store(to.index(), merged);
            }
        }
    }

    private static boolean follows(Relationship relationship) {
        return relationship.cascades(CascadeType.MERGE);
    }

    private boolean isCopied(Relationship relationship) {
        return follows(relationship) || (load && relationship.settings().mergedByKey());
    }

    private void copyCollection(
            Relationship relationship, InstanceState target, CollectionTracker attribute, TrackedCollection members) {
        if (load) {
            attribute.get(target, Passive.MERGE);
        }
        List<Object> merged = merged(relationship, members.elements());
        boolean keyed = attribute instanceof PlacedTracker && members instanceof Map<?, ?>;
        if (keyed) {
            copyKeyed(relationship, target, attribute, merged, (Map<?, ?>) members);
        } else if (load) {
            attribute.setElements(target, merged, Passive.MERGE);
        } else {
            TrackedCollection fresh = attribute.beginLoading(target);
            merged.forEach(fresh::addQuietly);
        }
    }

    /** Keys that are objects stand for those of the session. */
    private void copyKeyed(
            Relationship along,
            InstanceState target,
            CollectionTracker attribute,
            List<Object> merged,
            Map<?, ?> members) {
        List<Object> keys = new ArrayList<>();
        for (Object key : members.keySet()) {
            InstanceState state = ClassManager.stateOf(key);
            keys.add(state == null ? key : mergeState(along, state));
        }
        if (load) {
            attribute.setElements(target, merged, keys, Passive.MERGE);
            return;
        }
        TrackedCollection fresh = attribute.beginLoading(target);
        for (int at = 0; at < keys.size(); at++) {
            attribute.loadElement(target, fresh, new PlacedMember(merged.get(at), keys.get(at)));
        }
    }

    /** What is queued for an object with a row is queued for the copy; of one without, it is the whole collection. */
    private void copyQueue(
            Relationship relationship, InstanceState source, InstanceState target, QueueTracker attribute) {
        PendingMutation queue = source.pending(attribute.index());
        if (!load || queue == null) {
            return;
        }
        List<Object> added = merged(relationship, queue.added());
        if (source.hasKey()) {
            added.forEach(member -> attribute.append(target, member, attribute.appendToken(), Passive.MERGE));
            merged(relationship, queue.removed())
                    .forEach(member -> attribute.pop(target, member, attribute.removeToken(), Passive.MERGE));
        } else {
            attribute.setElements(target, added, Passive.MERGE);
        }
    }

    private List<Object> merged(Relationship along, Collection<Object> members) {
        List<Object> merged = new ArrayList<>();
        members.forEach(member -> merged.add(mergeMember(along, member)));
        return merged;
    }

    private Object mergeMember(Relationship along, Object member) {
        InstanceState state = ClassManager.requireState(member);
        steps.add(new Step(state, along));
        return mergeState(along, state);
    }

    private Object mergeState(Relationship along, InstanceState state) {
        return follows(along) ? merge(state) : references.find(along, state);
    }

    private static void fireLoad(InstanceState state) {
        Listeners<LoadEvent<Object>> listeners =
                ClassManager.of(state).dispatch().listeners(InstanceEventKeys.LOAD);
        if (!listeners.isEmpty()) {
            listeners.fire(new LoadEvent<>(state, null));
        }
    }
}
