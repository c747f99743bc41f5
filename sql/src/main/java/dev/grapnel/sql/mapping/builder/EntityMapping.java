package dev.grapnel.sql.mapping.builder;

import dev.grapnel.events.Subscription;
import dev.grapnel.sql.mapping.annotation.WrittenEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one class is mapped: by a program, or by its annotations. Give all classes that refer to each other to a registry in one call.
 *
 * <pre>{@code
 * Registry registry = Registry.of(
 *         EntityMapping.of(Contact.class, m -> {
 *             m.table("contact");
 *             m.id(Contact_.id).identity();
 *             m.value(Contact_.name).length(80).notNull();
 *             m.toMany(Contact_.addresses).mappedBy(Address_.contact);
 *         }),
 *         EntityMapping.annotated(Address.class));
 * }</pre>
 *
 * <p>Annotations of a class that a program maps are not looked at. Immutable.
 *
 * @param <T> the class
 */
public final class EntityMapping<T> {
    private final Class<T> type;
    private final @Nullable WrittenEntity written;
    private final List<Function<Class<T>, Subscription>> listeners;

    private EntityMapping(
            Class<T> type, @Nullable WrittenEntity written, List<Function<Class<T>, Subscription>> listeners) {
        this.type = type;
        this.written = written;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Maps a class by a program.
     *
     * @param type the class, which has to be enhanced; name it among the classes of the enhancement, since it has no annotation
     * @param mapping says how; it is called at once, and its builder is of no use afterwards
     * @param <T> the class
     * @return the mapping, to be given to a registry, which checks it
     */
    public static <T> EntityMapping<T> of(Class<T> type, Consumer<EntityBuilder<T>> mapping) {
        EntityBuilder<T> builder = new EntityBuilder<>(type);
        mapping.accept(builder);
        return new EntityMapping<>(type, builder.written(), builder.listeners());
    }

    /**
     * Maps a class by its annotations.
     *
     * @param type annotated with {@code @Entity}
     * @param <T> the class
     * @return the mapping
     */
    public static <T> EntityMapping<T> annotated(Class<T> type) {
        return new EntityMapping<>(type, null, List.of());
    }

    /** {@return the class} */
    public Class<T> type() {
        return type;
    }

    /**
     * Adds the listeners that belong to the mapping.
     *
     * @return closing it removes them
     */
    public Subscription listen() {
        List<Subscription> added = new ArrayList<>(listeners.size());
        try {
            listeners.forEach(each -> added.add(each.apply(type)));
        } catch (RuntimeException wrong) {
            Subscription.together(added).close();
            throw wrong;
        }
        return Subscription.together(added);
    }

    /** {@return whether a program maps it, and not its annotations} */
    public boolean isWritten() {
        return written != null;
    }

    /** {@return what the program says; only if {@link #isWritten()}} */
    public WrittenEntity written() {
        return Objects.requireNonNull(written, "mapping by a program");
    }
}
