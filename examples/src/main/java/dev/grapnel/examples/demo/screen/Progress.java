package dev.grapnel.examples.demo.screen;

/** How far a long job has come. */
public interface Progress extends AutoCloseable {
    /** Says that so many more steps are done. */
    void stepBy(long steps);

    /** Says that the job is over. */
    @Override
    void close();
}
