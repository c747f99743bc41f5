package dev.grapnel.conformance.odm.step;

import dev.grapnel.conformance.format.FormatException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Methods of lists by the names that scenarios use. */
final class MethodsOfLists {
    private MethodsOfLists() {}

    static void call(List<@Nullable Object> list, String method, List<@Nullable Object> arguments) {
        switch (method) {
            case "append" -> list.add(arguments.get(0));
            case "extend" -> list.addAll((Collection<?>) Objects.requireNonNull(arguments.get(0)));
            case "insert" -> list.add(Math.min(number(arguments, 0), list.size()), arguments.get(1));
            case "remove" -> remove(list, arguments.get(0));
            case "pop" -> list.remove(arguments.isEmpty() ? list.size() - 1 : number(arguments, 0));
            case "clear" -> list.clear();
            case "sort" -> list.sort(null);
            case "reverse" -> Collections.reverse(list);
            default ->
                throw new FormatException("The runner knows no method '" + method + "' of lists. It knows append, "
                        + "extend, insert, remove, pop, clear, sort and reverse.");
        }
    }

    private static int number(List<@Nullable Object> arguments, int at) {
        return ((Number) Objects.requireNonNull(arguments.get(at))).intValue();
    }

    private static void remove(List<@Nullable Object> list, @Nullable Object element) {
        if (!list.remove(element)) {
            throw new NoSuchElementException("The list does not hold " + element + ".");
        }
    }
}
