package dev.grapnel.core.store;

/** Where objects are kept: a database, or one of several. Thread-safe. */
public interface Store {
    /**
     * Opens a connection and begins a transaction on it.
     *
     * @return the transaction; the caller commits or rolls back, and closes it
     */
    StoreTransaction begin();
}
