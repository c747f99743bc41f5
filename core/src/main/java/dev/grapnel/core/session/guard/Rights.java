package dev.grapnel.core.session.guard;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Listeners;
import dev.grapnel.events.Registration;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which listeners of a session are being told of what, and names the one that does what it may not at that moment.
 *
 * <p>While nothing is wrong, a dispatch to somebody who listens costs one small object; where a listener stands in the program is looked up
 * on the stack only when a message is written.
 */
public final class Rights {
    private static final Logger LOG = LoggerFactory.getLogger(Rights.class);
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final List<String> OWN_PACKAGES =
            List.of("dev.grapnel.core.", "dev.grapnel.events.", "dev.grapnel.sql.", "java.", "jdk.");

    private @Nullable Telling current;

    /** One dispatch, inside of those around it. */
    private record Telling(
            Listeners<?> listeners,
            @Nullable InstanceState about,
            @Nullable Telling outer) {}

    public void telling(Listeners<?> listeners, @Nullable InstanceState about) {
        current = new Telling(listeners, about, current);
    }

    public void told() {
        Telling done = current;
        current = done == null ? null : done.outer();
    }

    public boolean isTelling() {
        return current != null;
    }

    /** Warns that an operation comes too late for the flush that is writing (rules S-21, M-12, A-41). */
    public void warnDuringFlush(String operation) {
        LOG.warn(
                "{} while a flush is writing has no effect on that flush. Done by {}. Do it in before_flush, or after the flush.",
                operation,
                who());
    }

    /** For the end of an error message: who did it, if that was a listener. */
    public String blame() {
        return current == null ? "" : " Done by " + who() + '.';
    }

    /** The one who is calling the session right now. */
    public String who() {
        Telling telling = current;
        String place = STACK.walk(Rights::place);
        if (telling == null) {
            return "the code at " + place;
        }
        String event = nameOf(telling.listeners());
        return "the listener at " + place + " to " + event + (telling.about() == null ? "" : " of " + telling.about());
    }

    private static String nameOf(Listeners<?> listeners) {
        Iterator<? extends Registration<?>> registered = listeners.snapshot().iterator();
        return registered.hasNext() ? registered.next().key().toString() : "an event that nobody listens to any more";
    }

    /** Where the listener was entered; between it and us there may be methods of entities, and listeners of our own. */
    private static String place(Stream<StackFrame> frames) {
        String place = null;
        Iterator<StackFrame> innermostFirst = frames.iterator();
        while (innermostFirst.hasNext()) {
            StackFrame frame = innermostFirst.next();
            boolean foreign = OWN_PACKAGES.stream().noneMatch(frame.getClassName()::startsWith);
            if (foreign) {
                place = frame.toStackTraceElement().toString();
            } else if (place != null && isListenerCall(frame)) {
                return place;
            }
        }
        return place == null ? "an unknown place" : place;
    }

    private static boolean isListenerCall(StackFrame frame) {
        return frame.getClassName().equals(Registration.class.getName())
                && frame.getMethodName().equals("call");
    }
}
