package dev.grapnel.hooks;

import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Subscription;
import java.util.List;

/**
 * Switches the hook methods of entity classes on.
 *
 * <pre>{@code
 * @Entity
 * public class Contact {
 *     @BeforeInsert
 *     private void stamp() {
 *         created = Instant.now();
 *     }
 *
 *     @NewBeforeFlush
 *     private void note(Session session, FlushContext flush) {
 *         session.add(new Note("a new contact: " + name));
 *     }
 * }
 *
 * InstanceHooks.on(registry, sessions);
 * }</pre>
 *
 * <p>A class may have any subset of the ten hooks. A method is a hook by its annotation, because it implements an interface of
 * {@code dev.grapnel.hooks.typed}, or because it has the name of the older recipe ({@code _before_insert}). It may be private and inherited: those
 * of superclasses run first, an overridden one does not. A class has one method of its own for each hook. Methods are bound once for each
 * class; a class without hooks costs nothing when rows are written, and a look-up for each of its objects in a flush.
 *
 * <p>Rights are those of the event a hook stands on: see the annotations.
 */
public final class InstanceHooks {
    private InstanceHooks() {}

    /**
     * Switches the row hooks ({@link BeforeInsert} to {@link AfterDelete}) on, for all classes of a registry, also those mapped later.
     *
     * @param registry whose classes
     * @return closing it switches them off
     * @throws dev.grapnel.core.error.MappingException if a method cannot be a hook, here or when its class is mapped
     */
    public static Subscription on(MapperRegistry registry) {
        return new RowHooks(registry, type -> true);
    }

    /**
     * As {@link #on(MapperRegistry)}, for one class and its subclasses (rules L-7, L-23).
     *
     * @param registry which maps the class, now or later
     * @param root the class; may also be an unmapped superclass or an interface
     * @return closing it switches them off
     * @throws dev.grapnel.core.error.MappingException if a method cannot be a hook, here or when its class is mapped
     */
    public static Subscription on(MapperRegistry registry, Class<?> root) {
        return new RowHooks(registry, root::isAssignableFrom);
    }

    /**
     * Switches the flush hooks ({@link NewBeforeFlush} to {@link DeletedAfterFlush}) on, for all objects of a session, or of all sessions of a
     * factory, whatever classes they have (rule L-23). A method that cannot be a hook fails the first flush with an object of its class;
     * {@link #on(MapperRegistry)} finds it earlier.
     *
     * @param sessions the session or factory
     * @param <S> the type of session
     * @return closing it switches them off
     */
    public static <S extends ObjectSession> Subscription on(EventTarget<SessionEvents<S>> sessions) {
        return FlushHooks.on(sessions.events());
    }

    /**
     * Switches all hooks on.
     *
     * @param registry whose classes have their row hooks called
     * @param sessions whose objects have their flush hooks called
     * @param <S> the type of session
     * @return closing it switches them off
     * @throws dev.grapnel.core.error.MappingException if a method cannot be a hook, here or when its class is mapped
     */
    public static <S extends ObjectSession> Subscription on(
            MapperRegistry registry, EventTarget<SessionEvents<S>> sessions) {
        return Subscription.together(List.of(on(registry), on(sessions)));
    }
}
