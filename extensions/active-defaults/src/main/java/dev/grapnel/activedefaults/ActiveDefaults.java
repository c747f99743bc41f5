package dev.grapnel.activedefaults;

import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.instrument.InitScalarEvent;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Gives a new object the values that its insert would give it as soon as they are read.
 *
 * <pre>{@code
 * ActiveDefaults.on(registry);                                   // all attributes with @InsertDefault
 * ActiveDefaults.on(Order_.number, numbers::next);               // or one attribute, by a function
 *
 * Order order = new Order();
 * print(order.number);                                           // the number that the row will have
 * }</pre>
 *
 * <p>A value is computed once for each object, at its first read, and stored: it is what the insert writes. No {@code set} event fires, and
 * what was never read is computed by the insert as before. An object that has a row reads what is in the row.
 */
public final class ActiveDefaults {
    private ActiveDefaults() {}

    /**
     * Gives the defaults of all attributes that declare one ({@code @InsertDefault}).
     *
     * @param registry whose classes, those that are mapped later included
     * @return closing it ends that
     */
    public static Subscription on(MapperRegistry registry) {
        registry.configure();
        List<Subscription> parts = new CopyOnWriteArrayList<>();
        registry.mappers().forEach(mapper -> listen(mapper, parts));
        Subscription later = Mapped.onAll().mapperConfigured(event -> {
            if (event.mapper().registry() == registry) {
                listen(event.mapper(), parts);
            }
        });
        return new OfClasses(later, parts);
    }

    /** The listeners of all classes, to which those of classes join that are mapped later. */
    private record OfClasses(Subscription later, List<Subscription> parts) implements Subscription {
        @Override
        public boolean isActive() {
            return later.isActive();
        }

        @Override
        public void close() {
            later.close();
            Subscription.together(parts).close();
        }
    }

    private static void listen(Mapper mapper, List<Subscription> parts) {
        for (Property property : mapper.properties()) {
            if (property instanceof BasicProperty basic && basic.settings().insertDefault() != null) {
                Supplier<?> value = basic.settings().insertDefault();
                parts.add(mapper.manager()
                        .tracker(property.name())
                        .events()
                        .replaceOnInitScalar(event -> give(event, value)));
            }
        }
    }

    /**
     * Gives one attribute a default by a function, which is not asked if another value is set before the first read.
     *
     * @param attribute of a class; subclasses are included
     * @param value computes the default; never null
     * @param <T> the class
     * @param <V> the type of the value
     * @return closing it ends that
     */
    public static <T, V> Subscription on(Attribute<T, V> attribute, Supplier<? extends V> value) {
        return Events.on(attribute).propagate().replaceOnInitScalar(event -> give(event, value));
    }

    private static <T, V> V give(InitScalarEvent<T, V> event, Supplier<? extends V> value) {
        V given = Objects.requireNonNull(value.get(), () -> "The default of " + event.attribute() + " is null.");
        event.store(given);
        return given;
    }
}
