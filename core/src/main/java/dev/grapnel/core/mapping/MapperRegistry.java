package dev.grapnel.core.mapping;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.BackReference;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.instrument.Preparation;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The mappers of a set of classes.
 *
 * <p>Thread-safe: mappers are added under a lock and frozen once configured; looking one up takes no lock.
 */
public abstract class MapperRegistry {
    /** One run at a time in a process; a run within a run is ignored (rule M-23). */
    private static final ReentrantLock CONFIGURING = new ReentrantLock();

    private record Configuring(MapperRegistry registry) implements Preparation {
        @Override
        public boolean isDue() {
            return registry.pending;
        }

        @Override
        public void run() {
            registry.configure();
        }
    }

    private volatile Map<Class<?>, Mapper> mappers = Map.of();
    private volatile boolean pending;
    private volatile boolean disposed;
    private @Nullable RuntimeException failure;

    /** Begins an empty registry. */
    protected MapperRegistry() {}

    // ---- adding ----

    /**
     * Adds a mapper: {@code instrument_class}, then {@code class_instrument}, then its properties are built, then
     * {@code after_mapper_constructed} (rule M-17).
     *
     * @param mapper just made
     */
    protected final void construct(Mapper mapper) {
        requireLive();
        made(mapper);
        ClassManager manager = manage(mapper);
        try {
            mapper.construct(manager);
            manager.announce();
            mapper.buildProperties();
            built(mapper);
            mapper.readMethods();
        } catch (RuntimeException wrong) {
            mapper.release();
            throw wrong;
        }
        Map<Class<?>, Mapper> grown = new LinkedHashMap<>(mappers);
        grown.put(mapper.type(), mapper);
        mappers = grown;
        pending = true;
        mapper.fire(MapperEventKeys.AFTER_MAPPER_CONSTRUCTED);
    }

    private ClassManager manage(Mapper mapper) {
        try {
            mapper.fire(MapperEventKeys.INSTRUMENT_CLASS);
            Mapper parent = mapper.parent();
            ClassManager manager = ClassManager.manage(mapper.type(), parent == null ? null : parent.manager());
            manager.preparation(new Configuring(this));
            return manager;
        } catch (RuntimeException refused) {
            mapper.leave();
            throw refused;
        }
    }

    /**
     * A mapper was made and nothing has fired yet; for listeners of the backend's own.
     *
     * @param mapper just made
     */
    protected void made(Mapper mapper) {
        // the core has none
    }

    /**
     * The properties of a mapper are built; for listeners that the annotations of its class ask for.
     *
     * @param mapper not configured yet
     * @throws MappingException if an annotation asks for what cannot be
     */
    protected void built(Mapper mapper) {
        // the core has none
    }

    /**
     * A configured mapper has got an attribute; for what the backend gives attributes to load them.
     *
     * @param mapper which has got it
     * @param added the attribute
     */
    protected void grown(Mapper mapper, Property added) {
        // the core loads nothing
    }

    private void requireLive() {
        if (disposed) {
            throw new MappingException("Cannot use this registry: it was disposed. Make a new one.");
        }
    }

    // ---- finding ----

    /** All mappers in order of construction. */
    public final List<Mapper> mappers() {
        return List.copyOf(mappers.values());
    }

    /** The mapper of a class, or null. */
    public final @Nullable Mapper find(Class<?> type) {
        return mappers.get(type);
    }

    /**
     * The mapper of a class, configured.
     *
     * @throws UnmappedClassException if this registry does not map the class
     */
    public final Mapper require(Class<?> type) {
        requireLive();
        configure();
        Mapper mapper = mappers.get(type);
        if (mapper == null) {
            throw new UnmappedClassException("Class " + type.getName() + " is not mapped by this registry, which maps "
                    + mappers.keySet().stream().map(Class::getSimpleName).toList() + ". Add it to the registry.");
        }
        return mapper;
    }

    // ---- configuring ----

    /** Whether {@link #configure} has something to do. */
    public final boolean isWaiting() {
        return pending;
    }

    /**
     * Configures the mappers that wait for it; does nothing if none does (rule M-19).
     *
     * @throws MappingException if a mapping is wrong; again at each later attempt (rule M-25)
     */
    public final void configure() {
        if (!pending || CONFIGURING.isHeldByCurrentThread()) {
            return;
        }
        requireLive();
        CONFIGURING.lock();
        try {
            if (!pending) {
                return;
            }
            if (failure != null) {
                throw new MappingException(
                        "An earlier attempt to configure the mappers failed: " + failure.getMessage(), failure);
            }
            fire(MapperEventKeys.BEFORE_CONFIGURED);
            configureWaiting();
        } finally {
            CONFIGURING.unlock();
        }
        fire(MapperEventKeys.AFTER_CONFIGURED);
    }

    private void fire(dev.grapnel.events.EventKey<ConfigureEvent> key) {
        Listeners<ConfigureEvent> listeners = MapperTargets.ALL.listeners(key);
        if (!listeners.isEmpty()) {
            listeners.fire(new ConfigureEvent(this));
        }
    }

    private void configureWaiting() {
        boolean skipped = false;
        for (Mapper mapper : mappers.values()) {
            if (!mapper.isConfigured()) {
                skipped |= !configure(mapper);
            }
        }
        pending = skipped;
        mappers.values().forEach(Mapper::forgetAttachments);
    }

    private boolean configure(Mapper mapper) {
        if (!mapper.fire(MapperEventKeys.BEFORE_MAPPER_CONFIGURED)) {
            return false;
        }
        try {
            resolveRelationships(mapper);
            mapper.configureStorage();
            instrument(mapper);
        } catch (RuntimeException wrong) {
            failure = wrong;
            throw wrong;
        }
        mapper.markConfigured();
        mapper.fire(MapperEventKeys.MAPPER_CONFIGURED);
        return true;
    }

    private void resolveRelationships(Mapper mapper) {
        for (Relationship relationship : mapper.relationships()) {
            if (relationship.declaringType() != mapper.type()) {
                continue;
            }
            resolve(relationship);
        }
    }

    private void resolve(Relationship relationship) {
        Mapper target = mappers.get(relationship.targetType());
        if (target == null) {
            throw new MappingException("Cannot map relationship " + relationship + ": its target "
                    + relationship.targetType().getName()
                    + " is not mapped by this registry. Add that class to the registry.");
        }
        relationship.resolve(target, reverse(relationship, target));
        if (relationship.cascades(CascadeType.DELETE_ORPHAN)) {
            checkOrphans(relationship);
            target.addDeletingOrphans(relationship);
        }
    }

    private static @Nullable Relationship reverse(Relationship relationship, Mapper target) {
        String name = relationship.otherSide();
        if (name == null) {
            return null;
        }
        if (target.property(name) instanceof Relationship other) {
            return other;
        }
        throw new MappingException("Cannot map relationship " + relationship + ": its other side "
                + target.type().getSimpleName() + '.' + name + " is not a mapped relationship."
                + dev.grapnel.core.instrument.ClosestName.hint(
                        name,
                        target.relationships().stream().map(Property::name).toList()));
    }

    private static void checkOrphans(Relationship relationship) {
        if (relationship.direction() != Direction.ONE_TO_MANY
                && !relationship.settings().singleParent()) {
            throw new InvalidArgumentException(
                    "Cannot delete the orphans of relationship " + relationship
                            + ": on this side an object could have several parents. Declare it as single parent, or delete without orphans.");
        }
    }

    private static void instrument(Mapper mapper) {
        for (Property property : mapper.properties()) {
            Mapper declaring = declaring(mapper, property);
            if (declaring == mapper) {
                instrumentSharing(mapper, property);
            } else if (declaring.isConfigured()) {
                instrument(mapper, property); // the class came after its superclass
            }
        }
    }

    private static Mapper declaring(Mapper mapper, Property property) {
        Mapper at = mapper;
        while (at.parent() != null && at.type() != property.declaringType()) {
            at = at.parent();
        }
        return at;
    }

    /** The class where the attribute is mapped, and those that inherit it (rule N-3). */
    private static void instrumentSharing(Mapper mapper, Property property) {
        for (Mapper sharing : mapper.selfAndDescendants()) {
            if (sharing.property(property.name()) == property) {
                instrument(sharing, property);
            }
        }
    }

    /**
     * An attribute was added to a mapper that was there before, and to its subclasses: gives it its behaviour, at once if the mapper is
     * configured, and with the mapper otherwise (rule N-5).
     *
     * @param mapper of the class that declares it
     * @param property the attribute
     */
    protected final void attributeAdded(Mapper mapper, Property property) {
        requireLive();
        if (mapper.isConfigured()) {
            CONFIGURING.lock();
            try {
                if (property instanceof Relationship relationship) {
                    resolve(relationship);
                    mapper.configureStorage(relationship);
                }
                mappers.values().forEach(Mapper::forgetAttachments);
                mapper.selfAndDescendants().stream()
                        .filter(sharing -> sharing.property(property.name()) == property)
                        .forEach(sharing -> grown(sharing, property));
                instrumentSharing(mapper, property);
            } finally {
                CONFIGURING.unlock();
            }
        }
    }

    private static void instrument(Mapper mapper, Property property) {
        if (!mapper.instrumentOnce(property)) {
            return;
        }
        AttributeTracker attribute = mapper.manager().tracker(property.name());
        mapper.manager().announce(attribute);
        listen(attribute, property, mapper.validators().find(property.name()));
        mapper.manager().open(attribute);
    }

    /** The engine's own listeners, in the order of rule A-38. */
    private static void listen(
            AttributeTracker attribute, Property property, @Nullable Validator<Object, Object> validator) {
        Relationship relationship = property instanceof Relationship found ? found : null;
        if (relationship != null) {
            TargetCheck.attach(attribute, relationship);
            SingleParentCheck.attach(attribute, relationship);
        }
        if (validator != null) {
            ValidatorListeners.attach(attribute, validator);
        }
        if (relationship != null) {
            CascadeListeners.attach(attribute, relationship);
            if (attribute instanceof CollectionTracker collection) {
                collection.repeats(relationship.settings().repeats());
            }
            if (relationship.keepsOtherSideInStep()) {
                BackReference.attach(attribute, Objects.requireNonNull(relationship.otherSide()));
            }
        }
    }

    // ---- disposing ----

    /**
     * Frees the classes of this registry, subclasses first, so that they can be mapped again (rule N-13). Listeners that were registered on
     * them while they were mapped go. Existing objects keep their values; sessions refuse them (rule N-14). The registry cannot be used any
     * more.
     *
     * @throws RuntimeException what a listener to {@code class_uninstrument} threw; all classes are free all the same
     */
    public final void dispose() {
        if (disposed) {
            return;
        }
        disposed = true;
        List<Mapper> all = new ArrayList<>(mappers.values());
        mappers = Map.of();
        RuntimeException thrown = null;
        for (int at = all.size() - 1; at >= 0; at--) {
            thrown = release(all.get(at), thrown);
        }
        if (thrown != null) {
            throw thrown;
        }
    }

    private static @Nullable RuntimeException release(Mapper mapper, @Nullable RuntimeException earlier) {
        try {
            mapper.release();
            return earlier;
        } catch (RuntimeException thrown) {
            if (earlier == null) {
                return thrown;
            }
            earlier.addSuppressed(thrown);
            return earlier;
        }
    }
}
