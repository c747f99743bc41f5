package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Detects that two threads use a session at the same time. Handing a session from thread to thread is allowed. */
final class SingleThread {
    private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>();
    private int depth;

    void enter() {
        Thread current = Thread.currentThread();
        if (inside.get() != current && !inside.compareAndSet(null, current)) {
            Thread other = inside.get();
            throw new InvalidRequestException(
                    "Cannot use this session in thread '" + current.getName() + "': thread '"
                            + (other == null ? "(just left)" : other.getName())
                            + "' is using it at this moment. A session belongs to one thread at a time; open one for each thread.");
        }
        depth++;
    }

    void exit() {
        if (--depth == 0) {
            inside.set(null);
        }
    }
}
