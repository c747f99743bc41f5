package dev.grapnel.core.session;

import dev.grapnel.core.store.StoreTransaction;
import org.jspecify.annotations.Nullable;

/** The transaction of the store that a root has begun, or the savepoint that a nested marker has set in it; none before it is needed. */
final class Enrolment {
    private final boolean nested;
    private @Nullable StoreTransaction store;
    private StoreTransaction.@Nullable Savepoint savepoint;

    Enrolment(boolean nested) {
        this.nested = nested;
    }

    @Nullable StoreTransaction store() {
        return store;
    }

    /** The root has begun a transaction. */
    void begun(StoreTransaction transaction) {
        store = transaction;
    }

    /** A savepoint is set in the transaction of the marker around it. */
    void nestedIn(StoreTransaction transaction) {
        savepoint = transaction.savepoint();
        store = transaction;
    }

    void prepare(String name) {
        if (store != null) {
            store.prepare(name);
        }
    }

    void commit() {
        if (savepoint != null) {
            savepoint.release();
        } else if (store != null && !nested) {
            store.commit();
        }
    }

    void rollback() {
        if (savepoint != null) {
            savepoint.rollback();
        } else if (store != null && !nested) {
            store.rollback();
        }
    }

    /** Gives the connection back; a savepoint has none. */
    void leave() {
        if (store != null && !nested) {
            store.close();
        }
    }
}
