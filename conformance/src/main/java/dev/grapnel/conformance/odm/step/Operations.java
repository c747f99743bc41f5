package dev.grapnel.conformance.odm.step;

import dev.grapnel.conformance.format.FormatException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All operations of the format by name. */
final class Operations {
    private static final Map<String, Operation> BY_NAME = all();

    private Operations() {}

    private static Map<String, Operation> all() {
        Map<String, Operation> all = new HashMap<>();
        all.putAll(ObjectOperations.ALL);
        all.putAll(NestedOperations.ALL);
        all.putAll(SessionOperations.ALL);
        all.putAll(SharedOperations.ALL);
        all.putAll(QueryOperations.ALL);
        all.put("cursor", CursorOperations::call);
        all.putAll(CollectionOperations.ALL);
        all.putAll(LookOperations.ALL);
        return all;
    }

    /** Does an operation; the step is the running one as long as it lasts. */
    static @Nullable Object run(Call call) {
        Operation operation = BY_NAME.get(call.step().op());
        if (operation == null) {
            throw new FormatException(
                    "The runner does not know the operation '" + call.step().op() + "'.");
        }
        call.scene().begin(call.step());
        try {
            return operation.run(call);
        } finally {
            call.scene().end();
        }
    }
}
