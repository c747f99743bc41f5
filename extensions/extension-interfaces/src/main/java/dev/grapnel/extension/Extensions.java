package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.events.Subscription;
import java.util.List;

/**
 * Where extensions are added.
 *
 * <pre>{@code
 * Extensions.add(Contact.class, new Stamp(), new Audit());
 * Extensions.add(registry, new Audit());
 * }</pre>
 *
 * <p>Each method gives a subscription; closing it removes the extensions. Safe to use from any thread.
 */
public final class Extensions {
    private Extensions() {}

    // ---- of mappers ----

    /**
     * Adds extensions to a class and all its subclasses, mapped already or later.
     *
     * @param type the class; also an interface or a superclass that is not mapped
     * @param extensions in the order of the chain, behind those that the class has
     * @param <T> the class
     * @return closing it removes them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> Subscription add(Class<T> type, MapperExtension<? super T>... extensions) {
        return add(type, List.of(extensions));
    }

    /** As {@link #add(Class, MapperExtension[])}, with a list. */
    public static <T> Subscription add(Class<T> type, List<? extends MapperExtension<? super T>> extensions) {
        return Entries.of(type).add(extensions);
    }

    /**
     * Adds extensions to a mapper and those of all subclasses. They go with the mapper when its registry is disposed.
     *
     * @param mapper of the class that the extensions are for
     * @param extensions in the order of the chain, behind those that the class has
     * @return closing it removes them
     */
    public static Subscription add(Mapper mapper, MapperExtension<?>... extensions) {
        return Entries.of(mapper.type()).add(List.of(extensions));
    }

    /**
     * Adds extensions to all classes of a registry, mapped already or later. They run behind those of the classes (rule L-5).
     *
     * @param registry the registry
     * @param extensions in the order of the chain, behind those that the registry has
     * @return closing it removes them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Subscription add(MapperRegistry registry, MapperExtension<Object>... extensions) {
        return Entries.of(registry).add(List.of(extensions));
    }

    /**
     * Adds extensions to all mapped classes of the program, present and future. They run behind all others.
     *
     * @param extensions in the order of the chain, behind those that were added so before
     * @return closing it removes them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Subscription addToAll(MapperExtension<Object>... extensions) {
        return Entries.ofAll().add(List.of(extensions));
    }
}
