package dev.grapnel.core.state;

/** Where an object is in its life (rules ). */
public enum LifecycleState {
    /** Unknown to any session, and without a key. */
    TRANSIENT,
    /** In a session, to be inserted by the next flush. */
    PENDING,
    /** In a session, with a key. */
    PERSISTENT,
    /** Its deletion was flushed; the transaction is not over. */
    DELETED,
    /** Has a key and no session. */
    DETACHED
}
