package dev.grapnel.core.instrument;

/** What is to be done before the objects of a class are used: configuring the mappers (rule M-19). */
public interface Preparation {
    /** Whether there is something to do. */
    boolean isDue();

    /** Does it. */
    void run();
}
