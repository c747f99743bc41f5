package dev.grapnel.core.store;

import dev.grapnel.core.mapping.StoreConnection;

/** A transaction of the store on a connection of its own. Belongs to one session. */
public interface StoreTransaction {
    /** The live connection. */
    StoreConnection connection();

    /**
     * Checks that this transaction can be prepared.
     *
     * @throws dev.grapnel.core.error.InvalidRequestException if the store knows no two-phase commit
     */
    void requireTwoPhase();

    /**
     * First phase of a two-phase commit: afterwards {@code commit} cannot fail for reasons of the data (rule U-40).
     *
     * @param name by which the store knows the transaction, also after a crash
     */
    void prepare(String name);

    /** Ends the use of a prepared transaction without deciding on it: somebody else commits it later. */
    void leavePrepared();

    /** Makes everything since {@code begin} durable. */
    void commit();

    /** Undoes everything since {@code begin}. */
    void rollback();

    /** Sets a savepoint. */
    Savepoint savepoint();

    /** Gives the connection back; undoes what was not committed. */
    void close();

    /** A point within the transaction to go back to. */
    interface Savepoint {
        /** Undoes everything since the savepoint was set. */
        void rollback();

        /** Forgets the savepoint; what was done since stays part of the transaction. */
        void release();
    }
}
