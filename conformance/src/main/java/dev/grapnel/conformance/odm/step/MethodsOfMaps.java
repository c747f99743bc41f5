package dev.grapnel.conformance.odm.step;

import dev.grapnel.conformance.format.FormatException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Methods of sub-documents by the names that scenarios use. */
final class MethodsOfMaps {
    private MethodsOfMaps() {}

    @SuppressWarnings("unchecked") // an object of the format
    static void call(Map<String, @Nullable Object> map, String method, List<@Nullable Object> arguments) {
        switch (method) {
            case "update" -> map.putAll((Map<String, ?>) Objects.requireNonNull(arguments.get(0)));
            case "pop" -> map.remove(String.valueOf(arguments.get(0)));
            case "setdefault" -> map.putIfAbsent(String.valueOf(arguments.get(0)), arguments.get(1));
            case "clear" -> map.clear();
            default ->
                throw new FormatException("The runner knows no method '" + method
                        + "' of sub-documents. It knows update, pop, setdefault and clear.");
        }
    }
}
