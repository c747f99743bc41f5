package dev.grapnel.resultcache;

import java.util.concurrent.atomic.AtomicInteger;

/** What became of the rows of one hierarchy of classes. Thread-safe. */
final class Region {
    private final String name;
    private final AtomicInteger writers = new AtomicInteger();
    private volatile long lastWritten;
    private volatile long age;

    Region(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    long age() {
        return age;
    }

    void writingBegins() {
        writers.incrementAndGet();
    }

    /** The transaction of a writer ended; entries of before are gone already. */
    void writingEnds(long moment) {
        lastWritten = moment;
        writers.decrementAndGet();
    }

    /** Gives up all entries. */
    synchronized void giveUp() {
        age++;
    }

    boolean isBeingWritten() {
        return writers.get() > 0;
    }

    /** Whether what a transaction has read that began at a moment is still so. */
    boolean isUnchangedSince(long moment) {
        return !isBeingWritten() && lastWritten <= moment;
    }
}
