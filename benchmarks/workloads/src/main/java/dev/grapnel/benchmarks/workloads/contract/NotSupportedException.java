package dev.grapnel.benchmarks.workloads.contract;

/** A contestant cannot do a job as it is described; the tables show the reason instead of a figure. */
public final class NotSupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Declines.
     *
     * @param reason a sentence for the reader of the tables
     */
    public NotSupportedException(String reason) {
        super(reason);
    }
}
