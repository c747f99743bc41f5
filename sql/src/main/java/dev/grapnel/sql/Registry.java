package dev.grapnel.sql;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperEventKeys;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.session.callback.LifecycleCallbacks;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.sql.load.AttributeLoaders;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.mapping.TableRegistry;
import dev.grapnel.sql.mapping.builder.EntityBuilder;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import dev.grapnel.sql.schema.JooqClasses;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The mapped classes of an application.
 *
 * <pre>{@code
 * Registry registry = Registry.of(Contact.class, Address.class);
 * }</pre>
 *
 * <p>A class is mapped by one living registry at a time. Objects made before their class was mapped are plain and cannot be added.
 */
public final class Registry extends TableRegistry {
    static {
        JooqClasses.loadAhead();
    }

    private final LifecycleCallbacks callbacks = LifecycleCallbacks.ofRows();

    private Registry() {}

    /**
     * Maps classes by their {@code jakarta.persistence} annotations.
     *
     * @param types the entity classes, superclasses included
     * @return the registry; mappers are configured on first use
     * @throws dev.grapnel.core.error.MappingException if a class cannot be mapped; says why and what to do
     */
    public static Registry of(Class<?>... types) {
        Registry registry = new Registry();
        try {
            registry.map(types);
        } catch (RuntimeException wrong) {
            registry.dispose(); // nobody else could, and the classes that went before would never be free again
            throw wrong;
        }
        return registry;
    }

    /**
     * Maps classes by programs, by their annotations, or some of them so and some so.
     *
     * @param first the mapping of a class
     * @param others those of classes that it refers to, and more
     * @return the registry; mappers are configured on first use
     * @throws dev.grapnel.core.error.MappingException if a class cannot be mapped; says why and what to do
     */
    public static Registry of(EntityMapping<?> first, EntityMapping<?>... others) {
        Registry registry = new Registry();
        try {
            registry.map(Stream.concat(Stream.of(first), Stream.of(others)).toArray(EntityMapping<?>[]::new));
        } catch (RuntimeException wrong) {
            registry.dispose();
            throw wrong;
        }
        return registry;
    }

    /**
     * Maps a further class by a program. Classes that refer to each other are given together, with {@link #map(EntityMapping...)}.
     *
     * @param type the class
     * @param mapping says how
     * @param <T> the class
     */
    public <T> void map(Class<T> type, Consumer<EntityBuilder<T>> mapping) {
        map(EntityMapping.of(type, mapping));
    }

    /**
     * Maps further classes by programs, by their annotations, or some of them so and some so.
     *
     * @param mappings of classes that refer to each other
     */
    public void map(EntityMapping<?>... mappings) {
        add(mappings);
    }

    /**
     * Maps further classes.
     *
     * @param types the entity classes
     */
    public void map(Class<?>... types) {
        add(types);
    }

    @Override
    protected void grown(Mapper mapper, Property added) {
        AttributeLoaders.install((TableMapper) mapper, added);
    }

    @Override
    protected void built(Mapper mapper) {
        callbacks.attach(mapper);
    }

    @Override
    protected void made(Mapper mapper) {
        mapper.dispatch()
                .listen(
                        MapperEventKeys.MAPPER_CONFIGURED,
                        event -> {
                            AttributeLoaders.install((TableMapper) event.mapper());
                            MemberLoader.install((TableMapper) event.mapper());
                        },
                        ListenOptions.NONE);
    }
}
