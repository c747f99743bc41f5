package dev.grapnel.conformance.step;

import dev.grapnel.conformance.format.FormatException;
import org.jspecify.annotations.Nullable;

/** What an operation cannot do without. */
final class Required {
    private Required() {}

    static Object collection(Call call) {
        return present(call, call.instance().get(call.text("attr")), "a collection in the attribute");
    }

    static Object value(Call call) {
        return present(call, call.value(), "a value");
    }

    private static Object present(Call call, @Nullable Object found, String what) {
        if (found == null) {
            throw new FormatException(
                    "Step " + call.step() + " needs " + what + ", and there is none. Repair the scenario.");
        }
        return found;
    }
}
