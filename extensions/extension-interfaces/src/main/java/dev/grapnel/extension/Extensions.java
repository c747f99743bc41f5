package dev.grapnel.extension;

import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where extensions are added.
 *
 * <pre>{@code
 * Extensions.add(Contact.class, new Stamp(), new Audit());
 * Extensions.add(registry, new Audit());
 * Extensions.add(sessions, new Watch());
 * Extensions.add(Contact_.phone, new Digits());
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

    // ---- of sessions ----

    /**
     * Adds extensions to a session, or to all sessions of a factory.
     *
     * @param sessions the session or factory
     * @param extensions in the order in which they are called, behind those that are there
     * @return closing it removes them
     */
    public static Subscription add(EventTarget<SessionEvents<Session>> sessions, SessionExtension... extensions) {
        return add(List.of(sessions), extensions);
    }

    /**
     * Adds extensions to several sessions or factories at once.
     *
     * @param several the sessions and factories
     * @param extensions in the order in which they are called, behind those that are there
     * @return closing it removes them from all
     */
    public static Subscription add(
            Collection<? extends EventTarget<SessionEvents<Session>>> several, SessionExtension... extensions) {
        List<Subscription> listeners = new ArrayList<>();
        for (EventTarget<SessionEvents<Session>> sessions : several) {
            for (SessionExtension extension : extensions) {
                listeners.addAll(SessionHooks.listen(Events.on(sessions), extension));
            }
        }
        return Subscription.together(listeners);
    }

    // ---- of attributes ----

    /**
     * Adds extensions to an attribute of a class and its subclasses, mapped already or later.
     *
     * @param attribute a column, a reference or a collection
     * @param extensions in the order in which values pass through them, behind those that are there
     * @param <T> the class
     * @param <V> the type of the value, or of one element of a collection
     * @return closing it removes them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T, V> Subscription add(Attribute<T, V> attribute, AttributeExtension<V>... extensions) {
        List<Subscription> listeners = new ArrayList<>();
        for (AttributeExtension<V> extension : extensions) {
            listeners.addAll(AttributeHooks.listen(Events.on(attribute), extension));
        }
        return Subscription.together(listeners);
    }

    // ---- by annotations ----

    /**
     * Adds the extensions that {@link MapperExtensions} and {@link AttributeExtensions} name, for all classes that are mapped from now on. Call
     * it before the registry is made.
     *
     * @return closing it removes them
     */
    public static Subscription readAnnotations() {
        return AnnotatedClasses.read(null);
    }

    /**
     * As {@link #readAnnotations()}, for the classes of one registry, those that it maps already included; for these {@code instrumentClass}
     * comes too late.
     *
     * @param registry the registry
     * @return closing it removes them
     */
    public static Subscription readAnnotations(MapperRegistry registry) {
        return AnnotatedClasses.read(registry);
    }
}
