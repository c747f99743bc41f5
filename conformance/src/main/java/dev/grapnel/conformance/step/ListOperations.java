package dev.grapnel.conformance.step;

import dev.grapnel.core.instrument.TrackedList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Operations on an attribute that is a list. The attribute is read before the value is looked up, which the read may have made known. */
final class ListOperations {
    static final Map<String, Operation> ALL = Map.of(
            "list_append", ListOperations::append,
            "list_extend", ListOperations::extend,
            "list_insert", ListOperations::insert,
            "list_remove", ListOperations::remove,
            "list_set", ListOperations::set,
            "list_del", ListOperations::delete,
            "list_pop", ListOperations::pop,
            "list_clear", ListOperations::clear);

    private ListOperations() {}

    @SuppressWarnings("unchecked") // scenarios use list operations on lists
    private static List<@Nullable Object> list(Call call) {
        return (List<@Nullable Object>) Required.collection(call);
    }

    private static @Nullable Object append(Call call) {
        List<@Nullable Object> list = list(call);
        list.add(call.value());
        return null;
    }

    private static @Nullable Object extend(Call call) {
        List<@Nullable Object> list = list(call);
        list.addAll((Collection<?>) Required.value(call));
        return null;
    }

    private static @Nullable Object insert(Call call) {
        List<@Nullable Object> list = list(call);
        list.add(Math.min(call.step().number("index"), list.size()), call.value());
        return null;
    }

    private static @Nullable Object remove(Call call) {
        List<@Nullable Object> list = list(call);
        Object value = call.value();
        if (!list.remove(value)) {
            throw new NoSuchElementException("The list does not hold " + value + ".");
        }
        return null;
    }

    private static @Nullable Object set(Call call) {
        List<@Nullable Object> list = list(call);
        list.set(call.step().number("index"), call.value());
        return null;
    }

    private static @Nullable Object delete(Call call) {
        list(call).remove(call.step().number("index"));
        return null;
    }

    private static @Nullable Object pop(Call call) {
        List<@Nullable Object> list = list(call);
        if (list instanceof TrackedList<@Nullable Object> tracked) {
            return tracked.removeLast();
        }
        if (list.isEmpty()) {
            throw new NoSuchElementException("The list is empty.");
        }
        return list.remove(list.size() - 1);
    }

    private static @Nullable Object clear(Call call) {
        list(call).clear();
        return null;
    }
}
