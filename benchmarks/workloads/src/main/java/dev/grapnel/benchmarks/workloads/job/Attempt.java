package dev.grapnel.benchmarks.workloads.job;

/** A job that is about to be done once: prepared, then run and measured, then checked, then closed. */
public interface Attempt extends AutoCloseable {
    /**
     * Does it. Only this is measured.
     *
     * @throws Exception if the contestant fails
     */
    void run() throws Exception;

    /**
     * Compares what was done with what was to be done.
     *
     * @throws WrongResultException if the contestant did something else
     */
    void check();

    @Override
    default void close() {}
}
