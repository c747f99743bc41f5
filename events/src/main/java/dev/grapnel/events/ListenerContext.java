package dev.grapnel.events;

/**
 * Says in which listener of which event an exception came up. It travels as a suppressed exception of the listener's own one, which goes
 * on unchanged (rule E-7), and so shows in every stack trace.
 */
public final class ListenerContext extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ListenerContext(String message) {
        super(message, null, false, false);
    }

    static void attach(Throwable failure, Registration<?> registration) {
        for (Throwable known : failure.getSuppressed()) {
            if (known instanceof ListenerContext) {
                return;
            }
        }
        failure.addSuppressed(new ListenerContext("thrown by " + registration));
    }
}
