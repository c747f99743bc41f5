package dev.grapnel.core.session;

/** How a marker of the transaction tree came about (rule S-1). */
public enum TransactionOrigin {
    /** First use of the session. */
    AUTOBEGIN,
    /** {@code begin()}. */
    BEGIN,
    /** {@code beginNested()}: a savepoint. */
    BEGIN_NESTED,
    /** The inner scope of a flush. */
    SUBTRANSACTION
}
