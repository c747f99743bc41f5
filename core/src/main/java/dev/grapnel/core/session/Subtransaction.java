package dev.grapnel.core.session;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work within an inner marker of the transaction: it ends well, or nothing but a rollback is possible afterwards. */
final class Subtransaction {
    private Subtransaction() {}

    static TransactionMarker begin(Session session) {
        TransactionMarker around = session.transactions().begun();
        around.requireActive();
        return new TransactionMarker(session, around, TransactionOrigin.SUBTRANSACTION);
    }

    static <R extends @Nullable Object> R run(Session session, Supplier<R> work) {
        TransactionMarker scope = begin(session);
        try {
            R result = work.get();
            scope.commit(false);
            return result;
        } catch (Throwable failure) {
            rollBack(scope, failure);
            throw failure;
        }
    }

    static void rollBack(TransactionMarker scope, Throwable failure) {
        try {
            scope.rollback(failure, false);
        } catch (RuntimeException further) {
            failure.addSuppressed(further);
        }
    }
}
