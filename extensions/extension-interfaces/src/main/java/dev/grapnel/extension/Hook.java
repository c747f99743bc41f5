package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;
import java.util.function.Function;

/**
 * One method of {@link MapperExtension}, and the event behind it.
 *
 * @param index among all hooks
 * @param method its name
 * @param listening registers a listener to the event
 * @param mapper whose chain an event is for
 * @param step asks one extension
 * @param <E> the event object
 */
record Hook<E>(int index, String method, Listening<E> listening, Function<E, Mapper> mapper, Step<E> step) {

    /**
     * Registers a listener to the event.
     *
     * @param <E> the event object
     */
    interface Listening<E> {
        Subscription on(Place place, Watcher<E> watcher);
    }

    /**
     * Asks one extension of a chain.
     *
     * @param <E> the event object
     */
    interface Step<E> {
        /** Calls its method; tells whether the next extension is asked. */
        boolean goesOn(MapperExtension<Object> extension, E event);
    }

    /** Whether the class of an extension has a method of its own in place of the default. */
    boolean isOverriddenBy(MapperExtension<?> extension) {
        return Overriding.isOverridden(MapperExtension.class, method, extension);
    }

    Subscription listen(Place place, Watcher<E> watcher) {
        return listening.on(place, watcher);
    }

    void run(Entry[] chain, E event) {
        for (Entry entry : chain) {
            if (!step.goesOn(entry.extension(), event)) {
                return;
            }
        }
    }
}
