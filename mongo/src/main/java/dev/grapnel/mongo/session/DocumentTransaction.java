package dev.grapnel.mongo.session;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.TransactionClosedException;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.session.TransactionOrigin;
import dev.grapnel.mongo.OdmTransaction;
import dev.grapnel.mongo.session.workspace.TransactionChanges;
import org.jspecify.annotations.Nullable;

/**
 * One transaction from its begin to its end, with its events in the order of a relational session. The driver's own transaction is begun and
 * ended by {@link Transactions}, or by the driver itself where it repeats the work.
 */
final class DocumentTransaction implements OdmTransaction {
    private final SessionParts parts;
    private final ClientSession client;
    private final int attempt;
    private final boolean endedByDriver;
    private final TransactionChanges changes = new TransactionChanges();
    private Phase phase = Phase.ACTIVE;

    private enum Phase {
        ACTIVE,
        PREPARED,
        CLOSED
    }

    DocumentTransaction(SessionParts parts, ClientSession client, int attempt, boolean endedByDriver) {
        this.parts = parts;
        this.client = client;
        this.attempt = attempt;
        this.endedByDriver = endedByDriver;
    }

    // ---- what it is ----

    @Override
    public @Nullable SessionTransaction parent() {
        return null;
    }

    @Override
    public TransactionOrigin origin() {
        return TransactionOrigin.BEGIN;
    }

    @Override
    public boolean isNested() {
        return false;
    }

    @Override
    public boolean isActive() {
        return phase == Phase.ACTIVE;
    }

    @Override
    public ClientSession clientSession() {
        return client;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    TransactionChanges changes() {
        return changes;
    }

    /** The session works in it from now on. */
    void begun() {
        parts.layer().transaction(client);
        parts.moves().transaction(SessionEventKeys.AFTER_TRANSACTION_CREATE, this);
        parts.moves().begun(this);
    }

    // ---- ending ----

    @Override
    public void commit() {
        requireOpen("commit");
        prepare();
        try {
            client.commitTransaction();
        } catch (MongoException failed) {
            if (!failed.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
                undoAfter(failed);
            }
            throw failed;
        }
        committed();
    }

    /** The first step of a commit: its event, and the flush. Not again if only the answer to a commit was lost. */
    void prepare() {
        if (phase == Phase.ACTIVE) {
            parts.moves().session(SessionEventKeys.BEFORE_COMMIT);
            parts.flushing().untilClean();
            phase = Phase.PREPARED;
        }
    }

    /** The server has committed. */
    void committed() {
        try {
            parts.moves().session(SessionEventKeys.AFTER_COMMIT);
            changes.deleted().forEach(entry -> parts.moves().deletionIsFinal(entry.state.instanceState()));
        } finally {
            end();
        }
    }

    private void undoAfter(Throwable failed) {
        try {
            undo();
        } catch (RuntimeException further) {
            failed.addSuppressed(further);
        }
    }

    @Override
    public void rollback() {
        requireOpen("roll back");
        undo();
    }

    /** Has the server abort, if it has not, and puts the objects back; the session can be used again also if a listener fails. */
    void undo() {
        try {
            if (!endedByDriver && client.hasActiveTransaction()) {
                client.abortTransaction();
            }
            parts.moves().session(SessionEventKeys.AFTER_ROLLBACK);
        } finally {
            try {
                parts.layer().transaction(null);
                new Restoring(parts).restore(changes);
            } finally {
                end();
            }
        }
        parts.moves().transaction(SessionEventKeys.AFTER_SOFT_ROLLBACK, this);
    }

    private void end() {
        phase = Phase.CLOSED;
        parts.layer().transaction(null);
        parts.transactions().ended(this);
        if (!endedByDriver) {
            client.close();
        }
        parts.moves().transaction(SessionEventKeys.AFTER_TRANSACTION_END, this);
    }

    @Override
    public void close() {
        if (phase != Phase.CLOSED && !endedByDriver) {
            rollback();
        }
    }

    private void requireOpen(String operation) {
        if (phase == Phase.CLOSED) {
            throw new TransactionClosedException(
                    "Cannot " + operation + " this transaction: it was ended. Begin another one.");
        }
        if (endedByDriver) {
            throw new InvalidRequestException(
                    "Cannot " + operation
                            + " this transaction: it belongs to the work that runs in it. Return from the work to commit, or throw to roll back.");
        }
        parts.transactions().requireNoFlush(operation);
    }

    @Override
    public String toString() {
        return "transaction of a document session, attempt " + attempt;
    }
}
