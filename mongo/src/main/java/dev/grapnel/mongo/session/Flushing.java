package dev.grapnel.mongo.session;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.events.Dispatch;
import dev.grapnel.mongo.ObjectStatus;
import java.util.Collection;
import java.util.List;

/** When a session flushes, and whether one is running. */
final class Flushing {
    private static final int MOST_FLUSHES = 100;

    private final SessionParts parts;
    private final FlushRun run;
    private int running;

    Flushing(SessionParts parts, Dispatch dispatch) {
        this.parts = parts;
        this.run = new FlushRun(parts, dispatch);
    }

    void all() {
        running(run::all);
    }

    void one(Object object) {
        running(() -> run.one(object));
    }

    /** The objects of a status; while {@code after_flush} is told, also those that had it before the flush. */
    Collection<Object> objects(ObjectStatus status, List<Object> now) {
        return FlushedSets.with(run.told(), status, now);
    }

    boolean isRunning() {
        return running > 0;
    }

    /** With autoflush, a query sees what is pending; not while a flush is running (statement ODM-H11, repaired). */
    void beforeQuery() {
        if (parts.settings().autoflush() && !isRunning()) {
            all();
        }
    }

    /** Writes what is pending, and what hooks leave pending meanwhile. */
    void untilClean() {
        for (int round = 0; round < MOST_FLUSHES; round++) {
            if (parts.work().nextPending(-1) == null) {
                return;
            }
            all();
        }
        throw new FlushException("Cannot commit: after " + MOST_FLUSHES + " flushes there is still something to write."
                + " Does a hook after the write save or change an object every time?");
    }

    private void running(Runnable flush) {
        running++;
        try {
            flush.run();
        } catch (RuntimeException | Error failed) {
            tellWrittenBefore(failed);
            throw failed;
        } finally {
            running--;
        }
    }

    /** What was written before a flush failed stays written (statement ODM-E5). */
    private void tellWrittenBefore(Throwable failed) {
        try {
            parts.moves().tellFlushed();
        } catch (RuntimeException listener) {
            failed.addSuppressed(listener);
        }
    }
}
