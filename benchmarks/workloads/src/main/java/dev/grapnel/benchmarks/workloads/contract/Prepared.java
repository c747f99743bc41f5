package dev.grapnel.benchmarks.workloads.contract;

/** A job of which the first part is done and not measured: the session is open, and the objects are loaded. */
public interface Prepared extends AutoCloseable {
    /**
     * The part that is measured. Called once.
     *
     * @throws Exception if it fails
     */
    void run() throws Exception;

    /** Gives up the session. Not measured. */
    @Override
    void close();
}
