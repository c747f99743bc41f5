package dev.grapnel.sql.bulk;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.RefreshEvent;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has objects in memory follow an UPDATE (rules ). */
final class UpdatedObjects {
    private final SetClause set;

    UpdatedObjects(SetClause set) {
        this.set = set;
    }

    /** Gives an object the values that its row got. An attribute that has an unflushed change, or whose value is not known, is expired. */
    void follow(InstanceState state) {
        set.computed().forEach((column, value) -> put(state, tracker(state, column.attribute()), value));
        ValueBooks.expire(state, List.of(), false);
        Map<String, @Nullable Object> known = evaluate(state);
        Set<String> names = known.keySet();
        known.forEach((name, value) -> store(state, name, value));
        fireRefresh(state, names);
        ValueBooks.commit(state, names);
        expireUnknown(state, names);
    }

    /** Gives an object values that are the same whatever it had before. */
    static void follow(InstanceState state, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        values.forEach((name, value) -> {
            if (state.isChanged(index(state, name))) {
                unknown.add(name);
            } else {
                known.put(name, value);
            }
        });
        known.forEach((name, value) -> store(state, name, value));
        fireRefresh(state, known.keySet());
        ValueBooks.commit(state, known.keySet());
        forget(state, unknown);
    }

    /** Has the next read load values that the engine had written without being asked. */
    static void expire(InstanceState state, List<String> computed) {
        forget(
                state,
                computed.stream().filter(name -> isReadFromMemory(state, name)).toList());
    }

    /** Whether the next read gives what is in memory; that is null for what a new object was inserted without. */
    private static boolean isReadFromMemory(InstanceState state, String name) {
        AttributeTracker attribute = tracker(state, name);
        int index = attribute.index();
        return state.has(index)
                || (!state.isExpired(index) && attribute.loader() == null && state.loader(index) == null);
    }

    private static void forget(InstanceState state, List<String> attributes) {
        if (!attributes.isEmpty()) {
            ValueBooks.expire(state, attributes, false);
        }
    }

    private static int index(InstanceState state, String attribute) {
        return tracker(state, attribute).index();
    }

    private static AttributeTracker tracker(InstanceState state, String name) {
        return ClassManager.of(state).tracker(name);
    }

    /** The new values of all attributes without an unflushed change, from the values of before. */
    private Map<String, @Nullable Object> evaluate(InstanceState state) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        for (Assignment part : set.assignments()) {
            if (part.operand() != null && !state.isChanged(index(state, part.attribute()))) {
                Object value = part.operand().of(state);
                if (!Marker.is(value)) {
                    known.put(part.attribute(), value);
                }
            }
        }
        return known;
    }

    private static void store(InstanceState state, String name, @Nullable Object value) {
        AttributeTracker attribute = tracker(state, name);
        if (state.has(attribute.index())) {
            put(state, attribute, value);
        }
    }

    /** A value that the program may change inside is its own in each object. */
    private static void put(InstanceState state, AttributeTracker attribute, @Nullable Object value) {
        attribute.storeQuietly(state, attribute.copied(value));
    }

    private static void fireRefresh(InstanceState state, Set<String> names) {
        Listeners<RefreshEvent<Object>> listeners =
                ClassManager.of(state).dispatch().listeners(InstanceEventKeys.REFRESH);
        if (!listeners.isEmpty()) {
            listeners.fire(new RefreshEvent<>(state, null, new LinkedHashSet<>(names)));
        }
    }

    private void expireUnknown(InstanceState state, Set<String> known) {
        List<String> unknown = new ArrayList<>();
        for (Assignment part : set.assignments()) {
            if (!known.contains(part.attribute()) && state.has(index(state, part.attribute()))) {
                unknown.add(part.attribute());
            }
        }
        set.expressed().stream().filter(name -> isReadFromMemory(state, name)).forEach(unknown::add);
        forget(state, unknown);
    }
}
