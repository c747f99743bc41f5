package dev.grapnel.conformance.step;

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
        all.putAll(ListOperations.ALL);
        all.putAll(SetOperations.ALL);
        all.putAll(MapOperations.ALL);
        all.putAll(SessionOperations.ALL);
        all.putAll(TransactionOperations.ALL);
        all.putAll(LoadOperations.ALL);
        all.putAll(RowOperations.ALL);
        all.putAll(BulkOperations.ALL);
        all.putAll(LegacyOperations.ALL);
        all.putAll(MappingOperations.ALL);
        all.putAll(ListenerOperations.ALL);
        return all;
    }

    /**
     * Does an operation.
     *
     * @throws NotSupportedException if there is no such operation yet
     */
    static @Nullable Object run(Call call) {
        Operation operation = BY_NAME.get(call.step().op());
        if (operation == null) {
            throw call.scene().unsupported("step " + call.step().op());
        }
        return operation.run(call);
    }
}
