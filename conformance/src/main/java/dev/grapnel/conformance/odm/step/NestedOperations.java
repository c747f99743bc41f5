package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations that change a list or a sub-document of an object in place. */
final class NestedOperations {
    static final Map<String, Operation> ALL = Map.of(
            "append", Operation.silent(call -> list(call).add(call.value("value"))),
            "listset", Operation.silent(NestedOperations::set),
            "listpop", Operation.silent(NestedOperations::pop),
            "listcall", Operation.silent(NestedOperations::call),
            "slice_assign", Operation.silent(NestedOperations::assign),
            "put", Operation.silent(call -> map(call).put(call.text("key"), call.value("value"))));

    private NestedOperations() {}

    /** What is in the field; its name may lead into sub-documents, as in {@code c.d}. */
    private static @Nullable Object nested(Call call) {
        String[] path = call.text("field").split("\\.", -1);
        Object found = call.state().get(path[0]);
        for (int at = 1; at < path.length; at++) {
            found = found instanceof Map<?, ?> map
                    ? map.get(path[at])
                    : ((List<?>) Objects.requireNonNull(found)).get(Integer.parseInt(path[at]));
        }
        return found;
    }

    @SuppressWarnings("unchecked") // scenarios use list operations on lists
    private static List<@Nullable Object> list(Call call) {
        if (nested(call) instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw new FormatException(
                "The field '" + call.text("field") + "' holds no list for the step " + call.step() + ".");
    }

    @SuppressWarnings("unchecked") // and others on sub-documents
    private static Map<String, @Nullable Object> map(Call call) {
        if (nested(call) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new FormatException(
                "The field '" + call.text("field") + "' holds no sub-document for the step " + call.step() + ".");
    }

    /** A negative index counts from the end. */
    private static int index(List<?> list, int index) {
        return index < 0 ? list.size() + index : index;
    }

    private static void set(Call call) {
        List<@Nullable Object> list = list(call);
        list.set(index(list, call.step().number("index")), call.value("value"));
    }

    private static void pop(Call call) {
        List<@Nullable Object> list = list(call);
        list.remove(index(list, call.step().has("index") ? call.step().number("index") : -1));
    }

    private static void assign(Call call) {
        List<@Nullable Object> list = list(call);
        JsonNode bounds = call.step().has("args") ? call.node("args") : call.node("index");
        int from = bounds.isArray() ? index(list, bounds.path(0).asInt()) : index(list, bounds.asInt());
        int to = bounds.isArray() ? index(list, bounds.path(1).asInt(list.size())) : list.size();
        List<@Nullable Object> slice = list.subList(from, to);
        slice.clear();
        slice.addAll(objects(call.value("value")));
    }

    @SuppressWarnings("unchecked") // a list of the format
    private static List<@Nullable Object> objects(@Nullable Object list) {
        return list == null ? List.of() : (List<@Nullable Object>) list;
    }

    private static void call(Call call) {
        List<@Nullable Object> arguments = call.step().has("args") ? objects(call.value("args")) : new ArrayList<>();
        if (nested(call) instanceof Map<?, ?>) {
            MethodsOfMaps.call(map(call), call.text("call"), arguments);
        } else {
            MethodsOfLists.call(list(call), call.text("call"), arguments);
        }
    }
}
