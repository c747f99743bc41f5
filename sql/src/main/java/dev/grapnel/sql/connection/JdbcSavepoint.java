package dev.grapnel.sql.connection;

import dev.grapnel.core.store.StoreTransaction;
import java.sql.Savepoint;

/** A point within a {@link JdbcTransaction} to go back to. Savepoints that were set later end with it. */
public final class JdbcSavepoint implements StoreTransaction.Savepoint {
    private final JdbcTransaction transaction;
    private final Savepoint savepoint;

    JdbcSavepoint(JdbcTransaction transaction, Savepoint savepoint) {
        this.transaction = transaction;
        this.savepoint = savepoint;
    }

    @Override
    public void rollback() {
        transaction.act(
                "roll back to a savepoint", connection -> connection.jdbc().rollback(savepoint));
    }

    @Override
    public void release() {
        transaction.act("release a savepoint", connection -> connection.jdbc().releaseSavepoint(savepoint));
    }
}
