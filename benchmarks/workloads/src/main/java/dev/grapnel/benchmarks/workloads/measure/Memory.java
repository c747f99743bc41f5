package dev.grapnel.benchmarks.workloads.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the JVM tells of its memory. */
public final class Memory {
    private static final int COLLECTIONS = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Memory() {}

    /**
     * What this thread has allocated since it began.
     *
     * @return bytes
     */
    public static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** What is held, after the collector has run as often as it takes for weak references and what hangs on them. */
    static long held() {
        for (int at = 0; at < COLLECTIONS; at++) {
            System.gc();
        }
        return heldAfterOneCollection();
    }

    static long heldAfterOneCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
