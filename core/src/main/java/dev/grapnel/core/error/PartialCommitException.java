package dev.grapnel.core.error;

import java.util.List;

/** A transaction was committed in some of its stores and not in others, or stays prepared in some (rule U-40). */
public final class PartialCommitException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private PartialCommitException(String message, Throwable cause) {
        super(ErrorCode.PARTIAL_COMMIT, message, cause);
    }

    /**
     * One commit after the other, and one of them failed: what was committed before stays.
     *
     * @param done where it is committed
     * @param open where it is not, the failed one first
     * @param cause why
     * @return the exception
     */
    public static PartialCommitException of(List<?> done, List<?> open, RuntimeException cause) {
        return new PartialCommitException(
                "Cannot commit on " + open.get(0) + ": " + cause.getMessage() + " The transaction is committed on "
                        + done
                        + " and stays so, and is not on " + open
                        + ". Close the session, and correct the rest by hand. Where several stores have to agree,"
                        + " call prepare() before commit().",
                cause);
    }

    /**
     * All stores were prepared, and one refuses the second phase or cannot be reached for it: it and those after it stay prepared.
     *
     * @param done where it is committed; perhaps nowhere
     * @param open where it is still prepared, the failed one first
     * @param cause why
     * @return the exception
     */
    public static PartialCommitException ofPrepared(List<?> done, List<?> open, RuntimeException cause) {
        return new PartialCommitException(
                "Cannot commit the prepared transaction on " + open.get(0) + ": " + cause.getMessage()
                        + " It " + (done.isEmpty() ? "" : "is committed on " + done + " and ") + "stays prepared on "
                        + open
                        + ", where it holds its locks. Close the session, and have PreparedTransactions.recover() commit"
                        + " the rest when the store can be reached.",
                cause);
    }
}
