package dev.grapnel.events;

/**
 * Where listening begins.
 *
 * <pre>{@code
 * Subscription s = Events.on(sessions).beforeFlush(e -> audit(e.session().dirty()));
 * Events.on(Contact_.phone).replaceOnSet(e -> digitsOf(e.value()));
 * s.close();
 * }</pre>
 *
 * Classes are no targets by themselves; they come in through the families that accept classes.
 */
public final class Events {
    private Events() {}

    /**
     * The events of a target.
     *
     * @param target what to listen to
     * @param <F> its family of events
     * @return the family, ready for modifiers and listeners
     */
    public static <F> F on(EventTarget<F> target) {
        return target.events();
    }
}
