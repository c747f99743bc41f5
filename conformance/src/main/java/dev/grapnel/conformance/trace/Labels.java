package dev.grapnel.conformance.trace;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of objects in a trace. An object gets its label when it is first told of, keeps it, and is held from then on: nothing of a
 * scenario is ever collected.
 */
public final class Labels {
    private record Expected(String label, Class<?> type) {}

    private final IdentityHashMap<Object, String> byObject = new IdentityHashMap<>();
    private final Map<String, Object> byLabel = new LinkedHashMap<>();
    private final Map<String, Integer> withoutIdentity = new HashMap<>();
    private final Deque<Expected> constructing = new ArrayDeque<>();

    /**
     * The label of an object; its first one if it has none.
     *
     * @param object a mapped object
     * @return the label
     */
    public String of(Object object) {
        String known = byObject.get(object);
        if (known != null) {
            return known;
        }
        String label = first(object);
        byObject.put(object, label);
        byLabel.put(label, object);
        return label;
    }

    private String first(Object object) {
        Expected expected = constructing.peek();
        if (expected != null && expected.type() == object.getClass()) {
            constructing.pop();
            constructing.push(new Expected(expected.label(), Void.class));
            return free(expected.label());
        }
        InstanceState state = ClassManager.stateOf(object);
        IdentityKey key = state == null ? null : state.key();
        String type = object.getClass().getSimpleName();
        return key == null
                ? type + '+' + withoutIdentity.merge(type, 1, Integer::sum)
                : free(type + '#' + key.parts().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private String free(String label) {
        String free = label;
        for (int number = 2; byLabel.containsKey(free); number++) {
            free = label + '~' + number;
        }
        return free;
    }

    /**
     * The next object of a class that is told of is the one being constructed.
     *
     * @param label it gets
     * @param type its class
     */
    public void beginConstruction(String label, Class<?> type) {
        constructing.push(new Expected(label, type));
    }

    /**
     * The construction ended.
     *
     * @param constructed the object, or null if its constructor failed
     */
    public void endConstruction(@Nullable Object constructed) {
        if (constructed != null) {
            of(constructed);
        }
        constructing.pop();
    }

    /**
     * The object of a label.
     *
     * @param label given before
     * @return the object, or null
     */
    public @Nullable Object find(String label) {
        return byLabel.get(label);
    }

    /** {@return all objects that have a label, in the order in which they got it} */
    public List<Object> objects() {
        return new ArrayList<>(byLabel.values());
    }
}
