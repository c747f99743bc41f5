package dev.grapnel.conformance.odm.step;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations on an object. */
final class ObjectOperations {
    static final Map<String, Operation> ALL = Map.of(
            "new",
            ObjectOperations::make,
            "set",
            Operation.silent(call -> call.state().set(call.text("field"), call.value("value"))),
            "unset",
            Operation.silent(call -> call.state().unset(call.text("field"))),
            "getattr",
            call -> call.bound(call.state().get(call.text("field"))),
            "delete",
            Operation.silent(call -> call.state().delete()),
            "raise",
            call -> {
                throw new RaisedException(call.text("message"));
            });

    private ObjectOperations() {}

    private static @Nullable Object make(Call call) {
        Object made = call.scene().model().mapper(call.text("class")).create(call.document("values"));
        if (call.step().has("as")) {
            call.scene().words().label(made, call.text("as"));
        }
        return call.bound(made);
    }
}
