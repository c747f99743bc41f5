package dev.grapnel.conformance.step;

import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations on an attribute that is a set. */
final class SetOperations {
    static final Map<String, Operation> ALL = Map.of(
            "set_add", SetOperations::add,
            "set_remove", SetOperations::remove,
            "set_discard", SetOperations::discard,
            "set_update", SetOperations::update,
            "set_clear", SetOperations::clear);

    private SetOperations() {}

    @SuppressWarnings("unchecked") // scenarios use set operations on sets
    private static Set<@Nullable Object> set(Call call) {
        return (Set<@Nullable Object>) Required.collection(call);
    }

    private static @Nullable Object add(Call call) {
        Set<@Nullable Object> set = set(call);
        set.add(call.value());
        return null;
    }

    private static @Nullable Object remove(Call call) {
        Set<@Nullable Object> set = set(call);
        Object value = call.value();
        if (!set.remove(value)) {
            throw new NoSuchElementException("The set does not hold " + value + ".");
        }
        return null;
    }

    private static @Nullable Object discard(Call call) {
        Set<@Nullable Object> set = set(call);
        set.remove(call.value());
        return null;
    }

    private static @Nullable Object update(Call call) {
        Set<@Nullable Object> set = set(call);
        set.addAll((Collection<?>) Required.value(call));
        return null;
    }

    private static @Nullable Object clear(Call call) {
        set(call).clear();
        return null;
    }
}
