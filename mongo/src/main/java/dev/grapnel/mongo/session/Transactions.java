package dev.grapnel.mongo.session;

import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.OdmTransaction;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.session.workspace.WorkEntry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The transactions of one session, one after the other, and what becomes of objects meanwhile. */
final class Transactions {
    private final SessionParts parts;
    private @Nullable DocumentTransaction current;

    Transactions(SessionParts parts) {
        this.parts = parts;
    }

    @Nullable DocumentTransaction current() {
        return current;
    }

    // ---- beginning and ending ----

    OdmTransaction begin(TransactionOptions options) {
        requireNone("begin a transaction");
        ClientSession client = parts.store().startSession();
        client.startTransaction(options);
        DocumentTransaction begun = begun(new DocumentTransaction(parts, client, 1, false));
        try {
            begun.begun();
        } catch (RuntimeException | Error failed) {
            endAfter(begun, failed);
            throw failed;
        }
        return begun;
    }

    private static void endAfter(DocumentTransaction begun, Throwable failed) {
        try {
            begun.undo();
        } catch (RuntimeException further) {
            failed.addSuppressed(further);
        }
    }

    <R extends @Nullable Object> R compute(TransactionOptions options, Function<? super OdmSession, R> work) {
        requireNone("do work in a transaction");
        return new RepeatedWork<R>(parts, work).run(options);
    }

    DocumentTransaction begun(DocumentTransaction transaction) {
        current = transaction;
        return transaction;
    }

    void ended(DocumentTransaction transaction) {
        if (current == transaction) {
            current = null;
        }
    }

    void commit() {
        DocumentTransaction open = current;
        if (open == null) {
            throw new InvalidRequestException(
                    "Cannot commit: no transaction is open in this session. Call begin() first; without it flush() writes for good.");
        }
        open.commit();
    }

    void rollback() {
        if (current != null) {
            current.rollback();
        }
    }

    void close() {
        if (current != null) {
            current.close();
        }
    }

    // ---- guarding ----

    private void requireNone(String operation) {
        if (current != null) {
            throw new InvalidRequestException("Cannot " + operation
                    + ": one is open in this session. Commit it or roll it back first; there are no savepoints.");
        }
        requireNoFlush(operation);
    }

    void requireNoFlush(String operation) {
        if (parts.flushing().isRunning()) {
            throw new InvalidRequestException(
                    "Cannot " + operation + " here: a flush is running. Do it before or after the flush.");
        }
    }

    /** What the server does not do inside a transaction. */
    void requireOutside(String operation) {
        if (current != null) {
            throw new InvalidRequestException(
                    "Cannot " + operation
                            + " in a transaction: servers take only documents there. Do it before the transaction, or after it.");
        }
    }

    // ---- what becomes of objects ----

    void inserted(DocumentState<?> state) {
        if (current != null) {
            current.changes().inserted(state);
        }
    }

    void updated(WorkEntry entry) {
        if (current != null) {
            current.changes().updated(entry);
        }
    }

    /** Notes a deletion; whether it can still be undone. */
    boolean deleted(WorkEntry entry) {
        if (current == null) {
            return false;
        }
        current.changes().deleted(entry);
        return true;
    }
}
