package dev.grapnel.resultcache;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the rows of one hierarchy of classes. Thread-safe. */
final class Region {
    private final String name;
    private final AtomicInteger writers = new AtomicInteger();
    private final AtomicLong lastWritten = new AtomicLong();
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
        // Two writers that end together may come here in the other order than they drew their moments.
        lastWritten.accumulateAndGet(moment, Math::max);
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
        return !isBeingWritten() && lastWritten.get() <= moment;
    }
}
