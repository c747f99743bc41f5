package dev.grapnel.beanvalidation;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import jakarta.validation.ValidatorFactory;
import java.util.List;

/**
 * Checks the constraints of Jakarta Bean Validation ({@code @NotNull}, {@code @Size} …) on mapped objects.
 *
 * <pre>{@code
 * ValidatorFactory factory = Validation.buildDefaultValidatorFactory();
 * BeanValidation.of(factory).beforeFlush(sessions);
 * }</pre>
 *
 * <p>Three times to check, which may be combined: {@link #atSet} refuses a single value when it is written; {@link #beforeFlush} tells all that
 * is wrong in a session before its first statement; {@link #beforeRows} checks each object right before its row is written, with the values
 * that other listeners and the flush itself have put there.
 *
 * <p>Nothing is loaded in order to be checked: attributes that are not in memory are left out. {@code @Valid} does not lead to other mapped
 * objects, because these are checked themselves when they are written.
 *
 * <p>Immutable and safe to use from any thread. It does not close the factory.
 */
public final class BeanValidation {
    private final ValidatorFactory factory;
    private final Groups groups;

    private BeanValidation(ValidatorFactory factory, Groups groups) {
        this.factory = factory;
        this.groups = groups;
    }

    /**
     * Begins with the default group for inserts and updates.
     *
     * @param factory of the application; with its message interpolator, clock and so on
     * @return checks nothing yet
     */
    public static BeanValidation of(ValidatorFactory factory) {
        return new BeanValidation(factory, Groups.DEFAULT);
    }

    /**
     * The same with other groups for objects that have no row yet.
     *
     * @param validated the groups; none: new objects are not checked
     * @return a new one
     */
    public BeanValidation onInsert(Class<?>... validated) {
        return new BeanValidation(factory, new Groups(List.of(validated), groups.onUpdate()));
    }

    /**
     * The same with other groups for objects that have a row.
     *
     * @param validated the groups; none: objects that have a row are not checked
     * @return a new one
     */
    public BeanValidation onUpdate(Class<?>... validated) {
        return new BeanValidation(factory, new Groups(groups.onInsert(), List.of(validated)));
    }

    /**
     * Checks each value that is assigned, by the constraints of its attribute. Attributes without constraints get no listener.
     *
     * <p>The listener sees the value as the listeners registered before it left it. Not checked: collections, because their constraints
     * concern them as a whole; references that follow a change of their other side.
     *
     * @param registry whose classes are checked, also those it maps later
     * @return closing it ends the checks
     * @throws dev.grapnel.core.error.MappingException if a mapping is wrong
     */
    public Subscription atSet(MapperRegistry registry) {
        Constraints constraints = new Constraints(factory, groups);
        return EachMapper.of(registry, mapper -> ValueChecks.on(mapper, constraints));
    }

    /**
     * Checks all new and changed objects of a session before its flush sends a statement. One exception tells what is wrong with all of them.
     *
     * <p>Left out: objects that the flush will delete, and those that a flush limited to some objects will not write.
     *
     * @param sessions a session, or a factory for all its sessions
     * @return closing it ends the checks
     */
    public Subscription beforeFlush(EventTarget<? extends SessionEvents<?>> sessions) {
        FlushChecks checks = new FlushChecks(new Constraints(factory, groups));
        return Events.on(sessions).beforeFlush(checks::check);
    }

    /**
     * Checks each object right before its row is inserted or updated, behind the listeners registered before. The first that is wrong ends the
     * flush.
     *
     * @param registry whose classes are checked, also those it maps later
     * @return closing it ends the checks
     * @throws dev.grapnel.core.error.MappingException if a mapping is wrong
     */
    public Subscription beforeRows(MapperRegistry registry) {
        Constraints constraints = new Constraints(factory, groups);
        return EachMapper.of(registry, mapper -> rowChecks(mapper, constraints));
    }

    private static List<Subscription> rowChecks(Mapper mapper, Constraints constraints) {
        return List.of(
                Events.on(mapper).beforeInsert(event -> constraints.require("insert", List.of(event.target()))),
                Events.on(mapper).beforeUpdate(event -> constraints.require("update", List.of(event.target()))));
    }
}
