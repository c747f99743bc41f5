package dev.grapnel.core.mapping;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ReferenceTracker;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.mapping.entry.EntryListeners;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How one class is mapped: its attributes, key, version, relationships, and its place in a hierarchy.
 *
 * <p>Made in two steps. <em>Constructed</em>, it has its properties. <em>Configured</em>, its relationships know their targets and its
 * attributes behave; from then on it is frozen. A backend extends it by where the values are stored.
 */
public abstract class Mapper implements EventTarget<MapperEvents<Object>> {
    private final MapperRegistry registry;
    private final Class<?> type;
    private final @Nullable Mapper parent;
    private final List<Mapper> children = new ArrayList<>();
    private final Dispatch dispatch;
    private final PersistListeners persistListeners;
    private final EntryListeners entryListeners;
    private final Map<Object, Mapper> byDiscriminator;
    private final Map<Class<?>, Object> attachments = new java.util.concurrent.ConcurrentHashMap<>();
    private final Validators validators = new Validators(this);
    private final Set<Property> instrumented = new HashSet<>();
    private volatile Map<String, Property> properties = Map.of();
    private volatile List<Relationship> relationships = List.of();
    private @Nullable ClassManager manager;
    private List<Relationship> deletingOrphans = List.of();
    private List<AttributeTracker> keyAttributes = List.of();
    private @Nullable AttributeTracker versionAttribute;
    private @Nullable AttributeTracker discriminatorAttribute;
    private @Nullable Object discriminatorValue;
    private boolean configured;
    private boolean batch = true;
    private boolean orphanIfAllLetGo;

    /**
     * Begins a mapper; {@link MapperRegistry} completes it.
     *
     * @param registry it belongs to
     * @param type the class
     * @param parent the mapper of the mapped superclass, or null
     */
    protected Mapper(MapperRegistry registry, Class<?> type, @Nullable Mapper parent) {
        this.registry = registry;
        this.type = type;
        this.parent = parent;
        this.dispatch = Dispatch.of(MapperEventKeys.CATALOG, "mapper of " + type.getName(), MapperTargets.ALL);
        this.byDiscriminator = parent == null ? new LinkedHashMap<>() : parent.byDiscriminator;
        if (parent != null) {
            dispatch.inherit(parent.dispatch);
            parent.children.add(this);
            batch = parent.batch;
            orphanIfAllLetGo = parent.orphanIfAllLetGo;
        }
        MapperTargets.attach(type, dispatch);
        this.persistListeners = new PersistListeners(dispatch);
        this.entryListeners = new EntryListeners(type, parent == null ? null : parent.entryListeners);
    }

    // ---- finding ----

    /** The mapper of an object's class. */
    public static Mapper of(InstanceState state) {
        Mapper mapper = (Mapper) ClassManager.of(state).mapper();
        if (mapper == null) {
            throw new UnmappedClassException("Cannot use " + state + ": the registry that mapped "
                    + state.manager().type().getName()
                    + " was disposed. Map the class again and load the object anew.");
        }
        return mapper;
    }

    // ---- what it is ----

    /** The registry. */
    public final MapperRegistry registry() {
        return registry;
    }

    /** The class. */
    public final Class<?> type() {
        return type;
    }

    /** The manager of the class. */
    public final ClassManager manager() {
        return Objects.requireNonNull(manager, "mapper is not constructed");
    }

    /** The mapper of the mapped superclass, or null. */
    public final @Nullable Mapper parent() {
        return parent;
    }

    /** The root of the hierarchy. */
    public final Mapper base() {
        Mapper at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    /** The mappers of the direct subclasses. */
    public final List<Mapper> children() {
        return Collections.unmodifiableList(children);
    }

    /** This mapper and those of all subclasses, each after its superclass. */
    public final List<Mapper> selfAndDescendants() {
        List<Mapper> all = new ArrayList<>();
        all.add(this);
        for (int at = 0; at < all.size(); at++) {
            all.addAll(all.get(at).children);
        }
        return all;
    }

    /** Whether this is another mapper or one of its descendants. */
    public final boolean isA(Mapper other) {
        for (Mapper at = this; at != null; at = at.parent) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }

    /** Whether the row of an object of another class of the hierarchy may become that of an object of this class (rule M-10). */
    public boolean takesRowsOf(Mapper other) {
        return true;
    }

    /** Whether the mapper is ready for use. */
    public final boolean isConfigured() {
        return configured;
    }

    /** Whether objects are saved together; if not, one by one (rule M-8). */
    public final boolean isBatch() {
        return batch;
    }

    /** Says whether objects are saved together. */
    protected final void batch(boolean together) {
        this.batch = together;
    }

    // ---- events ----

    /** The listeners of this mapper. */
    public final Dispatch dispatch() {
        return dispatch;
    }

    /** The listeners to the events of a flush. */
    public final PersistListeners persistListeners() {
        return persistListeners;
    }

    /** The listeners to what is entered for the next flush. */
    public final EntryListeners entryListeners() {
        return entryListeners;
    }

    @Override
    public final MapperEvents<Object> events() {
        return new MapperEvents<>(dispatch, ListenOptions.NONE);
    }

    /** The validators of the attributes. */
    public final Validators validators() {
        return validators;
    }

    final boolean fire(dev.grapnel.events.EventKey<MapperEvent> key) {
        Listeners<MapperEvent> listeners = dispatch.listeners(key);
        if (listeners.isEmpty()) {
            return true;
        }
        MapperEvent event = new MapperEvent(this);
        listeners.fireWhile(event, fired -> !fired.isSkipped());
        return !event.isSkipped();
    }

    // ---- properties ----

    /** All attributes, inherited ones first. */
    public final Collection<Property> properties() {
        return properties.values();
    }

    /** All relationships, inherited ones first. */
    public final List<Relationship> relationships() {
        return relationships;
    }

    /** A property by name, or null. */
    public final @Nullable Property property(String name) {
        return properties.get(name);
    }

    /**
     * A relationship by name.
     *
     * @throws dev.grapnel.core.error.InvalidArgumentException if there is no such attribute, or it is no relationship
     */
    public final Relationship relationship(String name) {
        Property property = properties.get(name);
        if (property instanceof Relationship relationship) {
            return relationship;
        }
        manager().tracker(name);
        throw new dev.grapnel.core.error.InvalidArgumentException(
                "Attribute " + type.getSimpleName() + '.' + name + " is a plain value. A relationship is needed here.");
    }

    /** Adds a property with the tracker of its attribute; who reads the properties meanwhile sees them without it. */
    protected final void add(Property property) {
        Map<String, Property> grown = new LinkedHashMap<>(properties);
        grown.put(property.name(), property);
        properties = Collections.unmodifiableMap(grown);
        relationships = grown.values().stream()
                .filter(Relationship.class::isInstance)
                .map(Relationship.class::cast)
                .toList();
        if (property instanceof Relationship relationship) {
            AttributeTracker attribute = relationship.collection() == null
                    ? manager().addReference(property.name(), property)
                    : manager().addCollection(property.name(), property, relationship.collection());
            prepare(attribute, relationship);
        } else if (property instanceof ElementProperty elements) {
            manager()
                    .addElements(
                            property.name(),
                            property,
                            elements.kind(),
                            elements.shape(),
                            elements.settings().positioned());
        } else if (property instanceof EmbeddedProperty embedded) {
            manager().addEmbedded(property.name(), property, embedded.shape());
        } else {
            prepare(manager().addScalar(property.name(), property), ((BasicProperty) property).settings());
        }
    }

    private static void prepare(ScalarTracker attribute, BasicProperty.Settings settings) {
        if (settings.activeHistory()) {
            attribute.requireActiveHistory();
        }
        if (settings.snapshots() != null) {
            attribute.compareBy(settings.snapshots());
        }
    }

    private static void prepare(AttributeTracker attribute, Relationship relationship) {
        if (relationship.tracksParent()) {
            attribute.trackParent();
        }
        if (attribute instanceof ReferenceTracker reference && relationship.direction() != Direction.MANY_TO_ONE) {
            reference.deferHistory();
        }
        if (relationship.settings().activeHistory()) {
            attribute.requireActiveHistory();
        }
        if (relationship.settings().viewOnly()) {
            attribute.viewOnly();
        }
    }

    // ---- key, version, discriminator ----

    /** The attributes of the primary key, in order. */
    public final List<AttributeTracker> keyAttributes() {
        return keyAttributes;
    }

    /** Names the attributes of the primary key; they always know their old value (rule A-9). */
    protected final void keyAttributes(List<String> names) {
        keyAttributes = names.stream().map(manager()::tracker).toList();
        keyAttributes.forEach(AttributeTracker::requireActiveHistory);
    }

    /** The attribute of the version counter, or null. */
    public final @Nullable AttributeTracker versionAttribute() {
        return versionAttribute;
    }

    /** Names the attribute of the version counter. */
    protected final void versionAttribute(String name) {
        versionAttribute = manager().tracker(name);
        versionAttribute.requireActiveHistory();
    }

    /** The attribute of the discriminator, or null. */
    public final @Nullable AttributeTracker discriminatorAttribute() {
        return discriminatorAttribute;
    }

    /** The value of the discriminator for this class, or null. */
    public final @Nullable Object discriminatorValue() {
        return discriminatorValue;
    }

    /** Names the discriminator and its value for this class; new objects get it when they are made (rule I-5). */
    protected final void discriminator(String attributeName, @Nullable Object value) {
        discriminatorAttribute = manager().tracker(attributeName);
        discriminatorValue = value;
        if (value != null) {
            byDiscriminator.put(value, this);
            AttributeTracker attribute = discriminatorAttribute;
            manager()
                    .dispatch()
                    .listen(
                            dev.grapnel.core.instrument.InstanceEventKeys.INIT,
                            event -> attribute.set(event.state(), value, null, Passive.OFF),
                            ListenOptions.NONE);
        }
    }

    /** The mapper of the hierarchy that a discriminator value stands for, or null. */
    public final @Nullable Mapper byDiscriminator(Object value) {
        return byDiscriminator.get(value);
    }

    /** The values of an object's primary key, loaded if they are expired; a part may be null. */
    public final @Nullable Object[] keyValues(InstanceState state) {
        @Nullable Object[] values = new Object[keyAttributes.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = keyValue(state, at);
        }
        return values;
    }

    private @Nullable Object keyValue(InstanceState state, int at) {
        Object value = own(keyAttributes.get(at), state).get(state, Passive.RETURN_NO_VALUE);
        return Marker.is(value) ? null : value;
    }

    /** The values of an object's primary key as the store has them. */
    public final @Nullable Object[] committedKeyValues(InstanceState state) {
        @Nullable Object[] values = new Object[keyAttributes.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = committedValue(state, keyAttributes.get(at).name(), Passive.RETURN_NO_VALUE);
        }
        return values;
    }

    /** The value an attribute had when the object was last loaded or flushed. */
    public static @Nullable Object committedValue(InstanceState state, String name, int passive) {
        AttributeTracker attribute = ClassManager.of(state).tracker(name);
        Object value =
                state.isChanged(attribute.index()) ? state.committed(attribute.index()) : attribute.get(state, passive);
        return Marker.is(value) ? null : value;
    }

    private static AttributeTracker own(AttributeTracker attribute, InstanceState state) {
        return attribute.manager() == state.manager()
                ? attribute
                : ClassManager.of(state).tracker(attribute.name());
    }

    /** The identity key made of an object's key values in memory, or null if a part is missing. */
    public final @Nullable IdentityKey identityKey(InstanceState state) {
        if (keyAttributes.size() != 1) {
            return identityKey(keyValues(state), state.token());
        }
        Object value = keyValue(state, 0);
        return value == null ? null : IdentityKey.of(base().type, value, state.token());
    }

    /** The identity key of a value of the only key attribute, or null if there is none. */
    public final @Nullable IdentityKey identityKey(@Nullable Object value) {
        return value == null ? null : IdentityKey.of(base().type, value, null);
    }

    /** The identity key of given key values, or null if a part is missing. */
    public final @Nullable IdentityKey identityKey(@Nullable Object[] values, @Nullable String token) {
        for (Object value : values) {
            if (value == null) {
                return null;
            }
        }
        return IdentityKey.ofParts(base().type, values, token);
    }

    /**
     * Orders persistent objects by primary key.
     *
     * @throws FlushException if keys cannot be compared
     */
    public static int compareKeys(InstanceState one, InstanceState other) {
        Object onlyMine = one.plainIdentity();
        Object onlyTheirs = other.plainIdentity();
        if (onlyMine != null && onlyTheirs != null) {
            return compareParts(onlyMine, onlyTheirs);
        }
        List<Object> mine = one.requireKey().parts();
        List<Object> theirs = other.requireKey().parts();
        for (int at = 0; at < mine.size(); at++) {
            int order = compareParts(mine.get(at), theirs.get(at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // parts at one place of a key have one type
    private static int compareParts(Object one, Object other) {
        if (one instanceof Comparable comparable) {
            return comparable.compareTo(other);
        }
        throw new FlushException("Cannot order objects by primary key: "
                + one.getClass().getName() + " is not Comparable. Make the type of the key implement Comparable.");
    }

    // ---- cascades and orphans ----

    /** Whether a parent that deletes its orphans has let go of an object (rule U-13). */
    public final boolean isOrphan(InstanceState state) {
        return lettingGo(state) != null;
    }

    /** Says that an object is an orphan only when all parents that delete their orphans have let go of it. */
    protected final void orphanIfAllLetGo() {
        this.orphanIfAllLetGo = true;
    }

    /** The relationship that makes an object an orphan, or null if it is none (rule U-13). */
    public final @Nullable Relationship lettingGo(InstanceState state) {
        Relationship first = null;
        for (Mapper at = this; at != null; at = at.parent) {
            for (Relationship relationship : at.deletingOrphans) {
                boolean holds = relationship.hasParent(state);
                if (holds == orphanIfAllLetGo) {
                    return holds ? null : relationship;
                }
                first = first == null ? relationship : first;
            }
        }
        return orphanIfAllLetGo ? first : null;
    }

    final void addDeletingOrphans(Relationship relationship) {
        List<Relationship> grown = new ArrayList<>(deletingOrphans);
        grown.add(relationship);
        deletingOrphans = List.copyOf(grown);
    }

    /**
     * Walks what follows an object by a cascade, depth first, relationships in order of mapping.
     *
     * @param cascade which one
     * @param start state of the object; not visited itself
     * @param halt objects not to visit, nor to go on from
     * @param visitor called for each object before its own relationships are looked at
     */
    public static void cascade(
            CascadeType cascade, InstanceState start, Predicate<InstanceState> halt, Consumer<InstanceState> visitor) {
        new CascadeWalk(cascade, halt, (reached, along, from) -> visitor.accept(reached), false).from(start);
    }

    /**
     * Walks what follows an object by a cascade, as far as it is in memory; nothing is loaded.
     *
     * @param cascade which one
     * @param start state of the object; not visited itself
     * @param visitor called for each object, and for each relationship that would have to be loaded
     */
    public static void cascadeInMemory(CascadeType cascade, InstanceState start, CascadeVisitor visitor) {
        new CascadeWalk(cascade, state -> false, visitor, true).from(start);
    }

    /**
     * Walks what follows an object into the session.
     *
     * @param start state of the object; not visited itself
     * @param joins whether it joins the session just now. Then what is queued for its collections follows it, since the session has not
     *     seen it (rule A-32); an object that is there already leaves the queue as it is
     * @param halt objects not to visit, nor to go on from
     * @param visitor called for each object before its own relationships are looked at
     */
    public static void cascadeSave(
            InstanceState start, boolean joins, Predicate<InstanceState> halt, Consumer<InstanceState> visitor) {
        if (!of(start).relationships().isEmpty()) {
            new CascadeWalk(CascadeType.SAVE_UPDATE, halt, (reached, along, from) -> visitor.accept(reached), false)
                    .from(start, joins);
        }
    }

    // ---- what later rooms keep here ----

    /**
     * Something a later room derives from the frozen mapping, made once.
     *
     * @param kind what it is
     * @param make derives it
     * @param <A> what it is
     * @return the one there is
     */
    @SuppressWarnings("unchecked") // kept under its own class
    public final <A> A attachment(Class<A> kind, java.util.function.Function<Mapper, A> make) {
        Object known = attachments.get(kind);
        if (known == null) {
            A made = make.apply(this);
            known = attachments.putIfAbsent(kind, made);
            return known == null ? made : (A) known;
        }
        return (A) known;
    }

    /** Has later rooms derive anew what they need, because the mapping has grown. */
    final void forgetAttachments() {
        attachments.clear();
    }

    // ---- construction, by the registry ----

    final void construct(ClassManager underWatch) {
        this.manager = underWatch;
        underWatch.mapper(this, base().type);
        if (parent != null) {
            for (Property inherited : parent.properties.values()) {
                add(inherited);
            }
        }
    }

    /** Reads the methods of the class that its annotations make listeners; called once, when the properties are built. */
    final void readMethods() {
        validators.read();
        LoadMethods.attach(this);
    }

    /** Frees the class, because its registry is disposed or its mapping is wrong and may be better the next time. */
    final void release() {
        try {
            manager().release();
        } finally {
            leave();
        }
    }

    /** Leaves its listeners and its superclass. */
    final void leave() {
        MapperTargets.detach(type);
        dispatch.clear();
        entryListeners.leave();
        left();
        if (parent != null) {
            parent.children.remove(this);
        }
    }

    /** The mapper was given up; for what the backend keeps of it elsewhere. */
    protected void left() {
        // the core keeps nothing
    }

    /** Whether the engine has yet to listen to an attribute of this class; from now on it does. */
    final boolean instrumentOnce(Property property) {
        return instrumented.add(property);
    }

    final void markConfigured() {
        this.configured = true;
    }

    /** Builds the properties; called once, when the class is under watch. */
    protected abstract void buildProperties();

    /** Completes relationships and storage; called once, when all mappers of the run are constructed. */
    protected abstract void configureStorage();

    /**
     * Completes a relationship that has joined the class after all others were completed.
     *
     * @param late the relationship, which knows its target
     */
    protected abstract void configureStorage(Relationship late);

    @Override
    public String toString() {
        return "mapper of " + type.getName();
    }
}
