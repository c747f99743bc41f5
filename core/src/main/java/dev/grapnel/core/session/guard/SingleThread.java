package dev.grapnel.core.session.guard;

import dev.grapnel.core.error.InvalidRequestException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The door of a session: detects that two threads use it at the same time, and keeps everybody out once it is shut. Handing a session from
 * thread to thread is allowed.
 */
public final class SingleThread {
    private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>();
    private int depth;
    private boolean shut;

    public void enter() {
        enterEvenIfShut();
        if (shut) {
            exit();
            throw new InvalidRequestException(
                    "Cannot use this session: it was closed, and its options do not allow to use it"
                            + " again. Open another one, or make its factory with SessionOptions.withReusable(true).");
        }
    }

    public void enterEvenIfShut() {
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

    public void exit() {
        if (--depth == 0) {
            // Whoever enters next sees all that was done inside; nobody has to see at once that it is empty.
            inside.setRelease(null);
        }
    }

    /** From now on only {@link #enterEvenIfShut} gets in. */
    public void shut() {
        shut = true;
    }
}
