package dev.grapnel.core.load;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners that are told of an object while its result is being read: they may load the same object again (rules I-11, E-16). */
public final class LoadContextGuard {
    private static final Logger LOG = LoggerFactory.getLogger(LoadContextGuard.class);

    private LoadContextGuard() {}

    /**
     * Calls a listener. If it changed the load context of the object, the context is put back where the registration says so, and a warning
     * is logged where it does not.
     *
     * @param registration the listener
     * @param event what it is told
     * @param state of the object
     * @param <E> the event
     */
    public static <E> void call(Registration<E> registration, E event, InstanceState state) {
        int before = state.runId();
        registration.call(event);
        if (state.runId() == before) {
            return;
        }
        if (registration.options().restoreLoadContext()) {
            state.runId(before);
        } else {
            LOG.warn(
                    "The load context of {} changed in {}: the listener loaded the same object. Register it with restoreLoadContext().",
                    state,
                    registration);
        }
    }
}
