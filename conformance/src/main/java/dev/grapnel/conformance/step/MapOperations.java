package dev.grapnel.conformance.step;

import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Operations on an attribute that is a map. */
final class MapOperations {
    static final Map<String, Operation> ALL = Map.of(
            "map_put", MapOperations::put,
            "map_put_if_absent", MapOperations::putIfAbsent,
            "map_remove", MapOperations::remove,
            "map_pop", MapOperations::pop,
            "map_clear", MapOperations::clear);

    private MapOperations() {}

    @SuppressWarnings("unchecked") // scenarios use map operations on maps
    private static Map<String, @Nullable Object> map(Call call) {
        return (Map<String, @Nullable Object>) Required.collection(call);
    }

    private static @Nullable Object put(Call call) {
        Map<String, @Nullable Object> map = map(call);
        map.put(call.text("key"), call.value());
        return null;
    }

    /** The result is what the map holds then, be it new or not. */
    private static @Nullable Object putIfAbsent(Call call) {
        Map<String, @Nullable Object> map = map(call);
        map.putIfAbsent(call.text("key"), call.value());
        return map.get(call.text("key"));
    }

    private static @Nullable Object remove(Call call) {
        Map<String, @Nullable Object> map = map(call);
        requireKey(call, map);
        map.remove(call.text("key"));
        return null;
    }

    /** Touches the owner before it looks for the key. */
    private static @Nullable Object pop(Call call) {
        Map<String, @Nullable Object> map = map(call);
        call.instance().flagDirty();
        requireKey(call, map);
        return map.remove(call.text("key"));
    }

    private static void requireKey(Call call, Map<String, @Nullable Object> map) {
        if (!map.containsKey(call.text("key"))) {
            throw new NoSuchElementException("The map has no key " + call.text("key") + ".");
        }
    }

    private static @Nullable Object clear(Call call) {
        map(call).clear();
        return null;
    }
}
