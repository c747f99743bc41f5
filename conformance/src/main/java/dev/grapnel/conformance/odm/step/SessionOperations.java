package dev.grapnel.conformance.odm.step;

import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.mongo.OdmSession;
import java.util.Map;

/** Operations of a session on objects. */
final class SessionOperations {
    static final Map<String, Operation> ALL = Map.of(
            "flush", Operation.silent(SessionOperations::flush),
            "now", Operation.silent(SessionOperations::now),
            "save", Operation.silent(call -> call.session().save(call.target())),
            "expunge", Operation.silent(call -> call.session().expunge(call.target())),
            "refresh", call -> call.bound(call.session().refresh(call.target())),
            "clear", Operation.silent(call -> call.session().clear()),
            "close", Operation.silent(call -> call.session().close()),
            "get", call -> call.bound(call.session().get(call.type(), call.value("id"))),
            "register_extension",
                    Operation.silent(call -> call.session()
                            .registerExtension(call.scene().extensions().ofSession(call.text("ext")))));

    private SessionOperations() {}

    private static void flush(Call call) {
        if (call.step().has("target")) {
            call.session().flush(call.target());
        } else {
            call.session().flush();
        }
    }

    private static void now(Call call) {
        OdmSession session = call.session();
        switch (call.text("what")) {
            case "insert" -> session.insertNow(call.target());
            case "update" -> session.updateNow(call.target());
            case "delete" -> session.deleteNow(call.target());
            default -> throw new FormatException("The operation 'now' knows insert, update and delete: " + call.step());
        }
    }
}
