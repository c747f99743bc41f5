package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.trace.Words;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.Session;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a step changed: states of objects, and lists of sessions. */
final class Changes {
    private static final JsonNode EMPTY = JsonNodeFactory.instance.arrayNode();

    private final Words words;
    private final Map<String, JsonNode> lists = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();

    Changes(Words words) {
        this.words = words;
    }

    ObjectNode lists(Map<String, Session> sessions) {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        sessions.forEach((name, session) -> {
            String prefix = name.equals(Sessions.FIRST) ? "" : name + ':';
            put(changed, prefix + "new", session.newObjects());
            put(changed, prefix + "dirty", sorted(session.dirty()));
            put(changed, prefix + "deleted", session.deleted());
        });
        return changed;
    }

    private void put(ObjectNode changed, String list, Collection<?> objects) {
        JsonNode now = words.sortedLabels(objects);
        if (!now.equals(lists.getOrDefault(list, EMPTY))) {
            lists.put(list, now);
            changed.set(list, now);
        }
    }

    /** Objects get their labels by class, then by key. */
    private static List<Object> sorted(Collection<Object> objects) {
        return objects.stream()
                .sorted(Comparator.comparing(
                                (Object object) -> object.getClass().getSimpleName())
                        .thenComparing(Changes::key))
                .toList();
    }

    private static String key(Object object) {
        InstanceState state = ClassManager.requireState(object);
        return String.valueOf(state.key());
    }

    ObjectNode states() {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        for (Object object : words.labels().objects()) {
            String now = state(object);
            String label = words.labels().of(object);
            if (now != null && !Objects.equals(states.put(label, now), now)) {
                changed.put(label, now);
            }
        }
        return changed;
    }

    private static @Nullable String state(Object object) {
        InstanceState state = ClassManager.stateOf(object);
        return state == null ? null : ObjectOperations.name(state.lifecycle());
    }
}
