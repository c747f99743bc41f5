package dev.grapnel.extension;

import dev.grapnel.events.Subscription;
import org.jspecify.annotations.Nullable;

/** One extension where it was added, with a listener for each method that it overrides. */
final class Entry {
    private final MapperExtension<Object> extension;
    private final @Nullable Subscription[] listeners = new Subscription[Hooks.ALL.size()];

    @SuppressWarnings("unchecked") // it is called for objects of the class it was added for
    Entry(MapperExtension<?> extension) {
        this.extension = (MapperExtension<Object>) extension;
    }

    MapperExtension<Object> extension() {
        return extension;
    }

    /** Whether it has the method and still listens: the registry of a class takes along what was added while it mapped the class. */
    boolean listensTo(Hook<?> hook) {
        Subscription listener = listeners[hook.index()];
        return listener != null && listener.isActive();
    }

    boolean isActive() {
        return Hooks.ALL.stream().anyMatch(this::listensTo);
    }

    void listen(Place place) {
        for (Hook<?> hook : Hooks.ALL) {
            if (hook.isOverriddenBy(extension)) {
                listeners[hook.index()] = listen(place, hook);
            }
        }
    }

    private <E> Subscription listen(Place place, Hook<E> hook) {
        return hook.listen(place, event -> {
            Entry[] chain = MapperChains.of(hook.mapper().apply(event)).of(hook);
            if (chain.length > 0 && chain[0] == this) {
                hook.run(chain, event);
            }
        });
    }

    void close() {
        for (Subscription listener : listeners) {
            if (listener != null) {
                listener.close();
            }
        }
    }
}
