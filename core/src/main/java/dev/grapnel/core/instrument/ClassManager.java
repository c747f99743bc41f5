package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.NotEnhancedException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.EnhancedType;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LoadMarker;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.StateHolder;
import dev.grapnel.core.state.TypeManager;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One mapped class under watch: its attributes, its instance events, and how its objects are made (rules N-9, N-10).
 *
 * <p>Made by the mapping room, which adds the attributes before the first object is made. Belongs to one registry at a time; {@link #release}
 * frees the class.
 */
public final class ClassManager implements TypeManager, EventTarget<InstanceEvents<Object>> {
    /** Loads for objects of a released class: nothing for those that have no row, and an error for others. */
    private static final AttributeLoader RELEASED = (state, passive) -> {
        if (!state.hasKey()) {
            return LoadStatus.EMPTY;
        } else if (!Passive.allows(passive, Passive.SQL_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        throw Refusal.released(state);
    };

    /** How the names of the members begin that enhancement adds (rule N-11). */
    private static final String RESERVED = "$grapnel$";

    private final EnhancedType type;
    private final @Nullable ClassManager parent;
    private final Dispatch dispatch;
    private final Dispatch instrumentation;
    private final AttributeTable attributes;
    private final List<ClassManager> subclasses = new CopyOnWriteArrayList<>();
    private final @Nullable InstrumentationManager instrumentedBy;
    private final @Nullable ValueStorage storage;
    private final boolean statesHeldByClass;
    private final Map<String, Object> info = new HashMap<>();
    private final Listeners<InitEvent<Object>> init;
    private final Listeners<InitFailureEvent<Object>> initFailure;
    private final Listeners<ExpireEvent<Object>> expire;
    private @Nullable Enhanced prototype;
    private @Nullable ExpiredLoader expiredLoader;
    private @Nullable Object mapper;
    private Class<?> identityRoot;
    private @Nullable Preparation preparation;
    private boolean firstInitFired;
    private boolean comparesValues;

    private ClassManager(
            EnhancedType type, @Nullable ClassManager parent, @Nullable InstrumentationManager instrumentedBy) {
        this.type = type;
        this.parent = parent;
        this.instrumentedBy = instrumentedBy;
        this.storage = instrumentedBy == null ? null : instrumentedBy.storage(type.type());
        this.statesHeldByClass = StateHolder.class.isAssignableFrom(type.type());
        this.attributes = new AttributeTable(type);
        this.identityRoot = type.type();
        this.dispatch = Dispatch.of(
                InstanceEventKeys.CATALOG, "objects of " + type.type().getName(), InstanceTargets.ALL);
        this.instrumentation = InstrumentationEvents.dispatchFor(type.type());
        this.init = dispatch.listeners(InstanceEventKeys.INIT);
        this.initFailure = dispatch.listeners(InstanceEventKeys.INIT_FAILURE);
        this.expire = dispatch.listeners(InstanceEventKeys.EXPIRE);
        dispatch.whenPlaced(registration -> wantArguments());
    }

    /**
     * Puts a class under watch. Nothing fires yet; {@link #announce} does that.
     *
     * @param mapped the class
     * @param parent the manager of the mapped superclass, or null
     * @return its manager
     * @throws NotEnhancedException if the class is not enhanced
     * @throws MappingException if it is under watch already, or its hierarchy has two instrumentations (rule N-15)
     */
    public static ClassManager manage(Class<?> mapped, @Nullable ClassManager parent) {
        EnhancedType type = MappableClass.require(mapped);
        MappableClass.warnIfPartlySerializable(type);
        ClassManager manager = new ClassManager(type, parent, Election.of(type));
        if (parent != null) {
            manager.dispatch.inherit(parent.dispatch);
            parent.subclasses.add(manager);
        }
        type.manager(manager);
        InstanceTargets.attach(manager);
        manager.tellManaged();
        return manager;
    }

    private void tellManaged() {
        if (instrumentedBy != null) {
            try {
                instrumentedBy.manage(this);
            } catch (RuntimeException refused) {
                takeOff();
                throw refused;
            }
        }
    }

    /**
     * Checks that a class can be put under watch, and changes nothing.
     *
     * @param mapped the class
     * @return its description
     * @throws NotEnhancedException if the class is not enhanced
     * @throws MappingException if it is under watch already
     */
    public static EnhancedType requireMappable(Class<?> mapped) {
        return MappableClass.require(mapped);
    }

    /** Fires {@code class_instrument}. */
    public void announce() {
        Listeners<ClassEvent> listeners = instrumentation.listeners(InstrumentationEventKeys.CLASS_INSTRUMENT);
        if (!listeners.isEmpty()) {
            listeners.fire(new ClassEvent(this));
        }
    }

    /**
     * Fires {@code class_uninstrument} and frees the class (rule N-13). Existing objects keep their state and the values in memory; loading
     * and sessions refuse them (rule N-14).
     *
     * @throws RuntimeException what a listener threw; the class is free all the same
     */
    public void release() {
        Listeners<ClassEvent> listeners = instrumentation.listeners(InstrumentationEventKeys.CLASS_UNINSTRUMENT);
        try {
            if (!listeners.isEmpty()) {
                listeners.fire(new ClassEvent(this));
            }
        } finally {
            takeOff();
        }
        if (instrumentedBy != null) {
            instrumentedBy.unregister(this);
        }
    }

    private void takeOff() {
        for (AttributeTracker attribute : attributes.withEmbedded()) {
            AttributeTargets.detach(attribute);
            attribute.dispatch().clear();
            attribute.loader(RELEASED);
        }
        InstanceTargets.detach(this);
        dispatch.clear();
        InstrumentationEvents.release(type());
        instrumentation.clear();
        type.manager(null);
        type.unwatch();
        if (parent != null) {
            parent.subclasses.remove(this);
        }
        mapper = null;
        preparation = null;
        expiredLoader = null;
    }

    // ---- finding ----

    /** The manager of a state's class. */
    public static ClassManager of(InstanceState state) {
        return (ClassManager) state.manager();
    }

    /** The manager of a class, or null if it is not under watch. */
    public static @Nullable ClassManager find(Class<?> mapped) {
        EnhancedType known = EnhancedType.find(mapped);
        return known == null ? null : (ClassManager) known.manager();
    }

    /** The state of an object, or null if it has none. */
    public static @Nullable InstanceState stateOf(@Nullable Object object) {
        InstanceState state = object instanceof Enhanced enhanced ? enhanced.$grapnel$state() : null;
        return state instanceof ValueState ? null : state;
    }

    /**
     * The state of an object that has to have one.
     *
     * @throws UnmappedClassException if it has none
     * @throws InvalidRequestException if it is a copy that shares the state of its original
     */
    public static InstanceState requireState(@Nullable Object object) {
        InstanceState state = stateOf(object);
        if (state == null) {
            throw Refusal.plain(object);
        }
        if (state.object() != object) {
            throw Refusal.sharedState(state);
        }
        return state;
    }

    // ---- what it is ----

    @Override
    public Class<?> type() {
        return type.type();
    }

    /** The description that enhancement left. */
    public EnhancedType enhancedType() {
        return type;
    }

    /** The manager of the mapped superclass, or null. */
    public @Nullable ClassManager parent() {
        return parent;
    }

    /** The managers of the subclasses that are mapped now, each after its superclass; direct ones only if so wished. */
    public List<ClassManager> subclassManagers(boolean recursive) {
        if (!recursive) {
            return List.copyOf(subclasses);
        }
        List<ClassManager> all = new ArrayList<>(subclasses);
        for (int at = 0; at < all.size(); at++) {
            all.addAll(all.get(at).subclasses);
        }
        return all;
    }

    /** The instrumentation that the hierarchy elected, or null for the ordinary one (rule N-15). */
    public @Nullable InstrumentationManager instrumentation() {
        return instrumentedBy;
    }

    /** What maps the class, once set; null after {@link #release}. */
    public @Nullable Object mapper() {
        return mapper;
    }

    /**
     * Links what maps the class.
     *
     * @param mapping the mapper
     * @param root the class that stands in the identity keys of its objects
     */
    public void mapper(Object mapping, Class<?> root) {
        this.mapper = mapping;
        this.identityRoot = root;
    }

    @Override
    public Class<?> identityRoot() {
        return identityRoot;
    }

    /** Entries of the application. */
    public Map<String, Object> info() {
        return info;
    }

    /** The listeners to instance events. */
    public Dispatch dispatch() {
        return dispatch;
    }

    @Override
    public InstanceEvents<Object> events() {
        return new InstanceEvents<>(dispatch, ListenOptions.NONE);
    }

    /** Sets what is to be done before the first object is used (configuring the mappers). */
    public void preparation(@Nullable Preparation work) {
        this.preparation = work;
    }

    boolean isPreparationDue() {
        Preparation work = preparation;
        return work != null && work.isDue();
    }

    void prepare() {
        Preparation work = preparation;
        if (work != null) {
            work.run();
        }
    }

    // ---- attributes ----

    /** Adds a plain value. */
    public ScalarTracker addScalar(String name, Object parentToken) {
        return add(new ScalarTracker(this, name, indexFor(name), parentToken));
    }

    /** Adds a reference. */
    public ReferenceTracker addReference(String name, Object parentToken) {
        return add(new ReferenceTracker(this, name, indexFor(name), parentToken));
    }

    /** Adds a collection. */
    public CollectionTracker addCollection(String name, Object parentToken, CollectionKind kind) {
        CollectionKind used = instrumentedBy == null ? kind : instrumentedBy.collectionKind(type(), name, kind);
        return add(used.track(this, name, indexFor(name), parentToken));
    }

    /**
     * Adds a value that is made of others, which have been added before.
     *
     * @param name of the attribute
     * @param parentToken what is mapped
     * @param shape which attributes it is made of
     * @return the attribute
     */
    public EmbeddedTracker addEmbedded(String name, Object parentToken, EmbeddedShape shape) {
        return add(new EmbeddedTracker(this, name, indexFor(name), parentToken, shape));
    }

    /**
     * Adds a collection of values without identity.
     *
     * @param name of the attribute
     * @param parentToken what is mapped
     * @param kind of collection; a map has keys of its own
     * @param shape of embedded values; null for plain ones
     * @param positioned whether the store keeps the position of an element in a list
     * @return the attribute
     */
    public ElementTracker addElements(
            String name, Object parentToken, CollectionKind kind, @Nullable EmbeddedShape shape, boolean positioned) {
        return add(new ElementTracker(this, name, indexFor(name), parentToken, kind, shape, positioned));
    }

    private int indexFor(String name) {
        if (name.isEmpty() || name.startsWith(RESERVED)) {
            throw new InvalidArgumentException("Cannot map attribute '" + name + "' of " + type().getName()
                    + ": names that begin with " + RESERVED
                    + " are those of the members that enhancement adds. Give the attribute another name.");
        }
        return attributes.indexFor(name);
    }

    private <A extends AttributeTracker> A add(A attribute) {
        attributes.add(attribute);
        if (!attribute.acceptsScalarLoader() || attribute instanceof EmbeddedTracker) {
            watch(attribute.index());
        }
        AttributeTracker above = parent == null ? null : parent.attributes.find(attribute.name());
        if (above != null) {
            attribute.dispatch().inherit(above.dispatch());
        }
        if (instrumentedBy != null && isLocal(attribute)) {
            instrumentedBy.instrumentAttribute(attribute);
        }
        return attribute;
    }

    /** Whether the class has the attribute of itself and not from its mapped superclass. */
    private boolean isLocal(AttributeTracker attribute) {
        AttributeTracker above = parent == null ? null : parent.attributes.find(attribute.name());
        return above == null || above.parentToken() != attribute.parentToken();
    }

    /**
     * Takes an attribute away from this class and the mapped subclasses that share it (rules N-9, N-10). Existing objects keep the value in
     * their field; nobody is told of it any more. The mapping stays as it is, so take away only what was added by hand.
     *
     * @param name of the attribute
     * @throws InvalidArgumentException if there is none, or a superclass has it too
     */
    public void uninstrumentAttribute(String name) {
        AttributeTracker attribute = tracker(name);
        if (!isLocal(attribute)) {
            throw new InvalidArgumentException("Cannot take " + attribute + " away: it is inherited from "
                    + Objects.requireNonNull(parent).type().getName() + ". Take it away there.");
        }
        List<ClassManager> sharing = new ArrayList<>(subclassManagers(true));
        sharing.add(this);
        sharing.forEach(manager -> manager.drop(name, attribute.parentToken()));
        if (instrumentedBy != null) {
            instrumentedBy.uninstrumentAttribute(attribute);
        }
    }

    private void drop(String name, Object parentToken) {
        AttributeTracker attribute = attributes.find(name);
        if (attribute != null && attribute.parentToken() == parentToken) {
            AttributeTargets.detach(attribute);
            attribute.dispatch().clear();
            attributes.remove(attribute);
        }
    }

    /** Fires {@code attribute_instrument}; the engine adds its own listeners after it (rule N-4). */
    public void announce(AttributeTracker attribute) {
        Listeners<AttributeInstrumentEvent> listeners =
                instrumentation.listeners(InstrumentationEventKeys.ATTRIBUTE_INSTRUMENT);
        if (!listeners.isEmpty()) {
            listeners.fire(new AttributeInstrumentEvent(attribute));
        }
        if (instrumentedBy != null) {
            instrumentedBy.postConfigureAttribute(attribute);
        }
    }

    /** Opens an attribute to listeners held for it; after the engine's own are in place (rule A-37). */
    public void open(AttributeTracker attribute) {
        AttributeTargets.attach(attribute);
    }

    void watch(int index) {
        if (index < fieldCount()) {
            type.watch(index, true);
        }
    }

    /** All attributes that hold something of their own, in order of mapping: an embedded value is there by its parts. */
    public List<AttributeTracker> trackers() {
        return attributes.all();
    }

    /** The attributes that the class does not have from its mapped superclass, in order of mapping. */
    public List<AttributeTracker> localTrackers() {
        return trackers().stream().filter(this::isLocal).toList();
    }

    /** The attributes that are made of others. */
    public List<EmbeddedTracker> embedded() {
        return attributes.embedded();
    }

    /**
     * Names attributes with the parts of an embedded value instead of the value.
     *
     * @param given names of attributes
     * @return the names of those that hold something of their own
     */
    public Collection<String> inParts(Collection<String> given) {
        if (attributes.embedded().isEmpty()) {
            return given;
        }
        Set<String> all = new LinkedHashSet<>();
        for (String name : given) {
            if (tracker(name) instanceof EmbeddedTracker value) {
                all.addAll(value.partNames());
            } else {
                all.add(name);
            }
        }
        return all;
    }

    /** The names of all attributes. */
    public Set<String> attributeNames() {
        return attributes.attributeNames();
    }

    /**
     * An attribute by name.
     *
     * @throws InvalidArgumentException if there is none; names the closest
     */
    public AttributeTracker tracker(String name) {
        AttributeTracker attribute = attributes.find(name);
        if (attribute == null) {
            throw new InvalidArgumentException("Class " + type().getName() + " has no mapped attribute '" + name + "'."
                    + ClosestName.hint(name, attributeNames()));
        }
        return attribute;
    }

    /** An attribute by name, or null. */
    public @Nullable AttributeTracker trackerOrNull(String name) {
        return attributes.find(name);
    }

    /** An attribute by index, or null if the field is not mapped. */
    public @Nullable AttributeTracker trackerOrNull(int index) {
        return attributes.find(index);
    }

    @Override
    public int attributeCount() {
        return attributes.count();
    }

    @Override
    public int fieldCount() {
        return type.count();
    }

    @Override
    public boolean keepsValuesElsewhere() {
        return storage != null;
    }

    @Override
    public boolean comparesValues() {
        return comparesValues;
    }

    void comparesSomeValue() {
        this.comparesValues = true;
    }

    @Override
    public boolean isCompared(int index) {
        return attributes.find(index) instanceof ScalarTracker value && value.compared() != null;
    }

    @Override
    @SuppressWarnings("NullAway") // a storage of the application may give null all the same
    public Map<String, @Nullable Object> values(Enhanced object) {
        Map<String, @Nullable Object> values = Objects.requireNonNull(storage).values(object);
        if (values == null) {
            throw Refusal.noValues(type(), storage);
        }
        return values;
    }

    @Override
    public String attributeName(int index) {
        return attributes.name(index);
    }

    // ---- objects ----

    /**
     * Makes an object without running code of the application, and its state; for loading and merging.
     *
     * @return the object, not its state, which would not keep it from being collected
     */
    public Enhanced newInstance() {
        Enhanced object = prototype().$grapnel$newInstance(LoadMarker.LOAD);
        setUp(object);
        return object;
    }

    private Enhanced prototype() {
        if (prototype == null) {
            prototype = PrototypeFactory.make(type);
        }
        return prototype;
    }

    /**
     * Gives an object its state; fires {@code first_init} if it is the first of its class (rule I-2).
     *
     * @param object without a state
     * @return the state
     */
    public InstanceState setUp(Enhanced object) {
        if (storage != null) {
            storage.initialize(object);
        }
        InstanceState state = new InstanceState(object, this, null);
        place(object, state);
        for (int index : attributes.unwatchedFields()) {
            state.markPresent(index);
        }
        if (instrumentedBy != null) {
            instrumentedBy.installState(object, state);
        }
        firstInit();
        return state;
    }

    private void place(Enhanced object, InstanceState state) {
        object.$grapnel$state(state);
        if (statesHeldByClass && object.$grapnel$state() != state) {
            throw Refusal.notHeld(type());
        }
    }

    /**
     * Takes the state away from an object: it is plain from then on, and nobody is told what becomes of it (rule N-10).
     *
     * @param object of this class
     * @throws InvalidRequestException if it belongs to a session
     */
    public void tearDown(Enhanced object) {
        InstanceState state = requireState(object);
        if (state.owner() != null) {
            throw Refusal.inSession(state);
        }
        object.$grapnel$state(null);
        if (instrumentedBy != null) {
            instrumentedBy.removeState(object, state);
        }
    }

    /** Whether an object has a state; a plain one, made while its class was not mapped, has none. */
    public static boolean hasState(@Nullable Object object) {
        return stateOf(object) != null;
    }

    /**
     * Whether an object is held by a parent of this class (rule N-10).
     *
     * @param child its state
     * @param relationship the name of the relationship that would hold it
     * @param optimistic the answer when nothing was recorded
     * @return whether it is
     */
    public boolean hasParent(InstanceState child, String relationship, boolean optimistic) {
        return tracker(relationship).hasParent(child, optimistic);
    }

    /**
     * Gives an object an empty collection as its value, as if it had been loaded; {@code init_collection} fires (rule N-10).
     *
     * @param state of the object
     * @param name of the collection
     * @return the collection
     * @throws InvalidArgumentException if the attribute is no collection
     */
    public TrackedCollection initializeCollection(InstanceState state, String name) {
        if (tracker(name) instanceof CollectionTracker attribute) {
            return attribute.beginLoading(state);
        }
        throw new InvalidArgumentException("Cannot make a collection for " + tracker(name)
                + ": it is no collection. Give the name of one of the collections of " + type().getName() + ".");
    }

    @Override
    public Object serialized(InstanceState state) {
        return SerializedState.of(state, tellSerialized(state));
    }

    private Map<String, Object> tellSerialized(InstanceState state) {
        Listeners<PickleEvent<Object>> listeners = dispatch.listeners(InstanceEventKeys.PICKLE);
        if (listeners.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Map<String, Object> entries = RecordSummary.of(state);
        listeners.fire(new PickleEvent<>(state, entries));
        RecordSummary.removeFrom(entries);
        return entries;
    }

    /** Fires {@code unpickle} with what listeners added when the object was written. */
    void tellRestored(InstanceState state, Map<String, Object> added) {
        Listeners<PickleEvent<Object>> listeners = dispatch.listeners(InstanceEventKeys.UNPICKLE);
        if (!listeners.isEmpty()) {
            Map<String, Object> entries = RecordSummary.of(state);
            entries.putAll(added);
            listeners.fire(new PickleEvent<>(state, entries));
        }
    }

    /** Fires {@code first_init}, the first time (rule I-2). */
    void firstInit() {
        if (!firstInitFired) {
            firstInitFired = true;
            Listeners<FirstInitEvent> listeners = dispatch.listeners(InstanceEventKeys.FIRST_INIT);
            if (!listeners.isEmpty()) {
                listeners.fire(new FirstInitEvent(this));
            }
        }
    }

    Listeners<InitEvent<Object>> initListeners() {
        return init;
    }

    Listeners<InitFailureEvent<Object>> initFailureListeners() {
        return initFailure;
    }

    Expiry expiry() {
        return attributes.expiry();
    }

    /** Whether anybody listens to {@code expire}. */
    public boolean tellsOfExpiry() {
        return !expire.isEmpty();
    }

    Listeners<ExpireEvent<Object>> expireListeners() {
        return expire;
    }

    private void wantArguments() {
        if (!init.isEmpty() || !initFailure.isEmpty()) {
            for (EnhancedType at = type; at != null; at = at.parent()) {
                at.wantArguments();
            }
        }
    }

    // ---- expired attributes ----

    /** Sets how expired attributes are reloaded. */
    public void expiredLoader(ExpiredLoader reload) {
        this.expiredLoader = reload;
    }

    /** Reloads all expired attributes of an object now. */
    public void reloadExpired(InstanceState state) {
        loadExpired(state, Passive.OFF);
    }

    Object loadExpired(InstanceState state, int passive) {
        if (!Passive.allows(passive, Passive.SQL_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (AttributeTracker attribute : trackers()) {
            if (state.isExpired(attribute.index())
                    && !state.isChanged(attribute.index())
                    && attribute.isLoadOnUnexpire()) {
                wanted.add(attribute.name());
            }
        }
        ExpiredLoader reload = expiredLoader;
        if (reload == null) {
            throw Refusal.released(state);
        }
        reload.load(state, wanted, passive);
        state.clearExpired();
        return LoadStatus.SET;
    }

    @Override
    public String toString() {
        return "manager of " + type().getName();
    }
}
