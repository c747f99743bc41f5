package dev.grapnel.core.session.workspace;

import java.util.ArrayDeque;
import java.util.Deque;

/** Work that follows the reading of a result, one piece after the other; what comes up meanwhile waits for its turn. */
public final class AfterLoading {
    private final Deque<Runnable> waiting = new ArrayDeque<>(0);
    private boolean draining;

    public void run(Runnable work) {
        waiting.add(work);
        if (draining) {
            return;
        }
        draining = true;
        try {
            Runnable next = waiting.poll();
            while (next != null) {
                next.run();
                next = waiting.poll();
            }
        } finally {
            draining = false;
            waiting.clear();
        }
    }
}
