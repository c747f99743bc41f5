package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.events.Subscription;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One extension where it was added, with a listener for each method that it overrides. */
final class Entry {
    private final MapperExtension<Object> extension;
    private final BitSet overridden = new BitSet();
    private final List<Subscription> listeners = new ArrayList<>();

    @SuppressWarnings("unchecked") // it is called for objects of the class it was added for
    Entry(MapperExtension<?> extension) {
        this.extension = (MapperExtension<Object>) extension;
        for (Hook<?> hook : Hooks.ALL) {
            overridden.set(hook.index(), hook.isOverriddenBy(extension));
        }
    }

    MapperExtension<Object> extension() {
        return extension;
    }

    boolean overrides(Hook<?> hook) {
        return overridden.get(hook.index());
    }

    /** Whether it is still there: the registry of a class takes along what was added while it mapped the class. */
    boolean isActive() {
        return listeners.stream().anyMatch(Subscription::isActive);
    }

    void listen(Place place) {
        for (Hook<?> hook : Hooks.ALL) {
            if (overrides(hook)) {
                listeners.add(listen(place, hook));
            }
        }
    }

    private <E> Subscription listen(Place place, Hook<E> hook) {
        return hook.listen(place, event -> {
            Mapper mapper = hook.mapper().apply(event);
            Entry[] chain = MapperChains.of(mapper).of(hook);
            if (chain.length > 0 && chain[0] == this) {
                hook.run(chain, event);
            }
        });
    }

    void close() {
        listeners.forEach(Subscription::close);
    }
}
