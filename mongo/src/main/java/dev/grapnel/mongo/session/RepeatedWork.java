package dev.grapnel.mongo.session;

import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.session.workspace.WorkEntry;
import dev.grapnel.mongo.session.workspace.WorkSnapshot;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work in a transaction that the driver repeats when the server asks for it. Before each repetition, and after the last failure, the unit of
 * work is what it was before.
 *
 * @param <R> what the work gives
 */
final class RepeatedWork<R extends @Nullable Object> {
    private final SessionParts parts;
    private final Function<? super OdmSession, R> work;
    private final WorkSnapshot before;
    private @Nullable DocumentTransaction last;
    private @Nullable RuntimeException cause;

    RepeatedWork(SessionParts parts, Function<? super OdmSession, R> work) {
        this.parts = parts;
        this.work = work;
        this.before = WorkSnapshot.of(parts.work());
    }

    R run(TransactionOptions options) {
        ClientSession client = parts.store().startSession();
        try {
            R result = client.withTransaction(() -> attempt(client), options);
            committed();
            return result;
        } catch (RuntimeException | Error failed) {
            undoAfter(failed);
            throw failed;
        } finally {
            client.close();
        }
    }

    private R attempt(ClientSession client) {
        DocumentTransaction former = last;
        int number = former == null ? 1 : former.attempt() + 1;
        if (former != null) {
            undo(former);
        }
        DocumentTransaction begun = parts.transactions().begun(new DocumentTransaction(parts, client, number, true));
        last = begun;
        begun.begun();
        if (former != null) {
            RuntimeException known = cause;
            parts.extensions().each(extension -> extension.transactionRepeated(begun, known));
        }
        cause = null;
        return worked(begun);
    }

    private R worked(DocumentTransaction begun) {
        try {
            R result = work.apply(parts.session());
            begun.prepare();
            return result;
        } catch (RuntimeException failed) {
            cause = failed;
            throw failed;
        }
    }

    private void committed() {
        DocumentTransaction done = last;
        last = null;
        if (done != null) {
            done.committed();
        }
    }

    private void undoAfter(Throwable failed) {
        DocumentTransaction open = last;
        if (open == null) {
            return; // it was committed, and a listener failed afterwards; or it never began
        }
        try {
            undo(open);
        } catch (RuntimeException further) {
            failed.addSuppressed(further);
        }
    }

    private void undo(DocumentTransaction transaction) {
        try {
            transaction.undo();
        } finally {
            restore();
        }
    }

    private void restore() {
        for (WorkEntry entry : parts.work().entries()) {
            if (!before.contains(entry)) {
                parts.members().expunge(entry.state);
            }
        }
        List<WorkEntry> missing = before.missingIn(parts.work());
        before.restoreValues();
        parts.members().takeBack(missing);
    }
}
