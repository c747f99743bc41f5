package dev.grapnel.conformance.step;

import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.sql.Session;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations on transactions. */
final class TransactionOperations {
    static final Map<String, Operation> ALL = Map.of(
            "begin", call -> begun(call, call.session().begin()),
            "begin_nested", call -> begun(call, call.session().beginNested()),
            "commit", TransactionOperations::commit,
            "rollback", TransactionOperations::rollback,
            "in_transaction", TransactionOperations::inTransaction);

    private TransactionOperations() {}

    private static @Nullable Object begun(Call call, SessionTransaction transaction) {
        if (call.step().has("as")) {
            call.scene().sessions().handle(call.text("as"), transaction);
        }
        return null;
    }

    private static @Nullable Object commit(Call call) {
        if (call.step().has("tx")) {
            call.scene().sessions().handle(call.text("tx")).commit();
        } else {
            call.session().commit();
        }
        return null;
    }

    private static @Nullable Object rollback(Call call) {
        if (call.step().has("tx")) {
            call.scene().sessions().handle(call.text("tx")).rollback();
        } else {
            call.session().rollback();
        }
        return null;
    }

    private static Object inTransaction(Call call) {
        Session session = call.session();
        return Map.of(
                "in_transaction", session.inTransaction(),
                "in_savepoint", session.inNestedTransaction(),
                "active", session.isActive());
    }
}
