package dev.grapnel.extension;

import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperEvent;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.events.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Adds what annotations of mapped classes name, as the classes are mapped, and takes it back when they are released. */
final class AnnotatedClasses implements Subscription {
    private final @Nullable MapperRegistry registry;
    private final Map<Class<?>, List<Subscription>> added = new ConcurrentHashMap<>();
    private final List<Subscription> listeners = new ArrayList<>();

    private AnnotatedClasses(@Nullable MapperRegistry registry) {
        this.registry = registry;
    }

    /** Reads the classes of a registry, or of all. */
    static Subscription read(@Nullable MapperRegistry registry) {
        AnnotatedClasses reader = new AnnotatedClasses(registry);
        if (registry != null) {
            registry.mappers().forEach(mapper -> {
                reader.addToClass(mapper);
                reader.addToAttributes(mapper);
            });
        }
        reader.listen();
        return reader;
    }

    private void listen() {
        listeners.add(Mapped.onAll().first().instrumentClass(this::instrument));
        listeners.add(Mapped.onAll().first().afterMapperConstructed(event -> {
            if (isWanted(event.mapper())) {
                addToAttributes(event.mapper());
            }
        }));
        listeners.add(InstrumentationEvents.onAll().classUninstrument(event -> forget(event.type())));
    }

    private boolean isWanted(Mapper mapper) {
        return registry == null || registry == mapper.registry();
    }

    /** The new listeners are not among those that this event goes to (rule E-27), so the chain that begins with one of them is run here. */
    private void instrument(MapperEvent event) {
        if (isWanted(event.mapper())) {
            List<? extends MapperExtension<?>> extensions = addToClass(event.mapper());
            Entry[] chain = MapperChains.of(event.mapper()).of(Hooks.INSTRUMENT_CLASS);
            if (chain.length > 0 && extensions.contains(chain[0].extension())) {
                Hooks.INSTRUMENT_CLASS.run(chain, event);
            }
        }
    }

    private List<? extends MapperExtension<?>> addToClass(Mapper mapper) {
        MapperExtensions named = mapper.type().getDeclaredAnnotation(MapperExtensions.class);
        if (named == null) {
            return List.of();
        }
        List<? extends MapperExtension<?>> extensions =
                List.of(named.value()).stream().map(Made::mapperExtension).toList();
        keep(mapper, List.of(Entries.of(mapper.type()).add(extensions)));
        return extensions;
    }

    private void addToAttributes(Mapper mapper) {
        keep(mapper, AnnotatedAttributes.of(mapper));
    }

    private void keep(Mapper mapper, List<Subscription> parts) {
        if (!parts.isEmpty()) {
            added.computeIfAbsent(mapper.type(), unused -> new ArrayList<>()).addAll(parts);
        }
    }

    private void forget(Class<?> type) {
        Objects.requireNonNullElse(added.remove(type), List.<Subscription>of()).forEach(Subscription::close);
    }

    @Override
    public boolean isActive() {
        return listeners.stream().anyMatch(Subscription::isActive);
    }

    @Override
    public void close() {
        listeners.forEach(Subscription::close);
        List.copyOf(added.keySet()).forEach(this::forget);
    }
}
