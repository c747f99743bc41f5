package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.odm.trace.Words;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.UnitOfWork;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that look and change nothing. */
final class LookOperations {
    static final Map<String, Operation> ALL = Map.of(
            "status", LookOperations::status,
            "original", call -> call.state().originalDocument(),
            "same", call -> same(call, "a") == same(call, "b"),
            "session_of", LookOperations::sessionOf,
            "counts", LookOperations::counts);

    private LookOperations() {}

    private static @Nullable Object same(Call call, String parameter) {
        return call.scene().variable(call.text(parameter));
    }

    private static Object status(Call call) {
        ObjectState<Object> state = call.state();
        OdmSession session = state.session();
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("status", Words.status(state.status()));
        told.put("session", session == null ? null : call.scene().sessions().nameOf(session));
        told.set("doc", call.scene().words().of(state.document()));
        return told;
    }

    private static @Nullable Object sessionOf(Call call) {
        if (call.step().has("class")) {
            return call.scene().declaredSessionOf(call.text("class"));
        }
        OdmSession session = call.state().session();
        if (session != null) {
            call.scene().sessions().nameOf(session);
        }
        return session;
    }

    private static Object counts(Call call) {
        UnitOfWork work = call.session().unitOfWork();
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        add(told, "new", work.newObjects(), call);
        add(told, "clean", work.clean(), call);
        add(told, "dirty", work.dirty(), call);
        add(told, "deleted", work.deleted(), call);
        return told;
    }

    private static void add(ObjectNode told, String status, List<Object> objects, Call call) {
        objects.forEach(
                object -> told.withArray(status).add(call.scene().words().labelOf(object)));
        told.withArray(status);
    }
}
