package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.NotEnhancedException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.EnhancedType;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LoadMarker;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.TypeManager;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mapped class under watch: its attributes, its instance events, and how its objects are made (rules N-9, N-10).
 *
 * <p>Made by the mapping room, which adds the attributes before the first object is made. Belongs to one registry at a time; {@link #release}
 * frees the class.
 */
public final class ClassManager implements TypeManager, EventTarget<InstanceEvents<Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(ClassManager.class);

    private final EnhancedType type;
    private final @Nullable ClassManager parent;
    private final Dispatch dispatch;
    private final Dispatch instrumentation;
    private final Map<String, AttributeTracker> byName = new LinkedHashMap<>();
    private final Map<String, Object> info = new HashMap<>();
    private final Listeners<InitEvent<Object>> init;
    private final Listeners<InitFailureEvent<Object>> initFailure;
    private final Listeners<ExpireEvent<Object>> expire;
    private @Nullable AttributeTracker[] byIndex;
    private List<AttributeTracker> trackers = List.of();
    private List<EmbeddedTracker> embedded = List.of();
    private String[] names;
    private @Nullable Enhanced prototype;
    private @Nullable ExpiredLoader expiredLoader;
    private @Nullable Object mapper;
    private @Nullable Runnable preparation;
    private boolean firstInitFired;

    private ClassManager(EnhancedType type, @Nullable ClassManager parent) {
        this.type = type;
        this.parent = parent;
        this.names = new String[type.count()];
        for (int index = 0; index < names.length; index++) {
            names[index] = type.name(index);
        }
        this.byIndex = new AttributeTracker[names.length];
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
     * @throws InvalidArgumentException if it is under watch already
     */
    public static ClassManager manage(Class<?> mapped, @Nullable ClassManager parent) {
        EnhancedType type = requireMappable(mapped);
        warnIfPartlySerializable(type);
        ClassManager manager = new ClassManager(type, parent);
        if (parent != null) {
            manager.dispatch.inherit(parent.dispatch);
        }
        type.manager(manager);
        InstanceTargets.attach(manager);
        return manager;
    }

    /**
     * Checks that a class can be put under watch, and changes nothing.
     *
     * @param mapped the class
     * @return its description
     * @throws NotEnhancedException if the class is not enhanced
     * @throws InvalidArgumentException if it is under watch already
     */
    public static EnhancedType requireMappable(Class<?> mapped) {
        EnhancedType type = EnhancedType.find(mapped);
        if (type == null) {
            throw notEnhanced(mapped);
        }
        if (type.manager() != null) {
            throw new InvalidArgumentException(
                    "Cannot map class " + mapped.getName()
                            + ": it is mapped by another registry that is still in use. Dispose that registry first, or share it.");
        }
        return type;
    }

    /** Java would run the constructor of the superclass on reading, and what the subclass holds would count as never set. */
    private static void warnIfPartlySerializable(EnhancedType type) {
        EnhancedType root = type;
        while (root.parent() != null) {
            root = root.parent();
        }
        if (Serializable.class.isAssignableFrom(type.type()) && !Serializable.class.isAssignableFrom(root.type())) {
            LOG.warn(
                    "Objects of {} would lose their values in Java serialisation: the class is Serializable, and its superclass {} is not."
                            + " Let that implement Serializable too.",
                    type.type().getName(),
                    root.type().getName());
        }
    }

    private static NotEnhancedException notEnhanced(Class<?> mapped) {
        return new NotEnhancedException(
                "Cannot map class " + mapped.getName() + ": it is not enhanced, so its fields cannot be watched."
                        + " Do one of three things: (1) build with the grapnel-enhancer-maven-plugin (goal enhance), (2) start the JVM with"
                        + " -javaagent:grapnel-enhancer.jar=" + mapped.getPackageName()
                        + ", (3) call Enhancer.install(\"" + mapped.getPackageName()
                        + "\") as the first statement of the program, before the class is loaded.",
                null);
    }

    /** Fires {@code class_instrument}. */
    public void announce() {
        Listeners<ClassEvent> listeners = instrumentation.listeners(InstrumentationEventKeys.CLASS_INSTRUMENT);
        if (!listeners.isEmpty()) {
            listeners.fire(new ClassEvent(this));
        }
    }

    /** Fires {@code class_uninstrument} and frees the class. Existing objects keep their state, and operations on them fail (rule N-14). */
    public void release() {
        Listeners<ClassEvent> listeners = instrumentation.listeners(InstrumentationEventKeys.CLASS_UNINSTRUMENT);
        if (!listeners.isEmpty()) {
            listeners.fire(new ClassEvent(this));
        }
        byName.values().forEach(AttributeTargets::detach);
        InstanceTargets.detach(this);
        InstrumentationEvents.release(type());
        type.manager(null);
        mapper = null;
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
        return state instanceof EmbeddedState ? null : state;
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
            throw new UnmappedClassException(whyPlain(object));
        }
        if (state.object() != object) {
            throw sharedState(state);
        }
        return state;
    }

    private static InvalidRequestException sharedState(InstanceState state) {
        return new InvalidRequestException("Cannot use a copy of " + state
                + ": it was made by clone() in code that is not enhanced, so it shares the record of its original. Enhance the class that calls"
                + " super.clone(), or copy by a constructor.");
    }

    private static String whyPlain(@Nullable Object object) {
        if (object == null) {
            return "Expected a mapped object and was given null.";
        }
        String beginning = "Cannot use an object of " + object.getClass().getName() + " in a session: ";
        if (object instanceof Enhanced enhanced && enhanced.$grapnel$state() instanceof EmbeddedState) {
            return beginning + "it is an embedded value. Use the object it belongs to.";
        }
        return object instanceof Enhanced
                ? beginning + "it is plain, because its class was not mapped when it was made."
                        + " Map the class in a registry before making objects of it."
                : beginning
                        + "it is of a class that is not mapped. Annotate it with @Entity and map it in a registry, or give another object.";
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

    /** What maps the class, once set; null after {@link #release}. */
    public @Nullable Object mapper() {
        return mapper;
    }

    /** Links what maps the class. */
    public void mapper(Object mapping) {
        this.mapper = mapping;
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
    public void preparation(@Nullable Runnable work) {
        this.preparation = work;
    }

    void prepare() {
        Runnable work = preparation;
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
        return add(new CollectionTracker(this, name, indexFor(name), parentToken, kind));
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

    private int indexFor(String name) {
        int index = type.indexOf(name);
        if (index >= 0) {
            return index;
        }
        names = java.util.Arrays.copyOf(names, names.length + 1);
        names[names.length - 1] = name;
        byIndex = java.util.Arrays.copyOf(byIndex, names.length);
        return names.length - 1;
    }

    private <A extends AttributeTracker> A add(A attribute) {
        byName.put(attribute.name(), attribute);
        byIndex[attribute.index()] = attribute;
        trackers = byName.values().stream()
                .filter(each -> !(each instanceof EmbeddedTracker))
                .toList();
        if (attribute instanceof EmbeddedTracker value) {
            embedded = java.util.stream.Stream.concat(embedded.stream(), java.util.stream.Stream.of(value))
                    .toList();
        }
        if (attribute.isRelationship() || attribute instanceof EmbeddedTracker) {
            watch(attribute.index());
        }
        AttributeTracker above = parent == null ? null : parent.byName.get(attribute.name());
        if (above != null) {
            attribute.dispatch().inherit(above.dispatch());
        }
        return attribute;
    }

    /** Fires {@code attribute_instrument}; the engine adds its own listeners after it (rule N-4). */
    public void announce(AttributeTracker attribute) {
        Listeners<AttributeInstrumentEvent> listeners =
                instrumentation.listeners(InstrumentationEventKeys.ATTRIBUTE_INSTRUMENT);
        if (!listeners.isEmpty()) {
            listeners.fire(new AttributeInstrumentEvent(attribute));
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
        return trackers;
    }

    /** The attributes that are made of others. */
    public List<EmbeddedTracker> embedded() {
        return embedded;
    }

    /**
     * Names attributes with the parts of an embedded value instead of the value.
     *
     * @param given names of attributes
     * @return the names of those that hold something of their own
     */
    public Collection<String> inParts(Collection<String> given) {
        if (embedded.isEmpty()) {
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
        return Collections.unmodifiableSet(byName.keySet());
    }

    /**
     * An attribute by name.
     *
     * @throws InvalidArgumentException if there is none; names the closest
     */
    public AttributeTracker tracker(String name) {
        AttributeTracker attribute = byName.get(name);
        if (attribute == null) {
            throw new InvalidArgumentException("Class " + type().getName() + " has no mapped attribute '" + name + "'."
                    + ClosestName.hint(name, byName.keySet()));
        }
        return attribute;
    }

    /** An attribute by name, or null. */
    public @Nullable AttributeTracker trackerOrNull(String name) {
        return byName.get(name);
    }

    /** An attribute by index, or null if the field is not mapped. */
    public @Nullable AttributeTracker trackerOrNull(int index) {
        return byIndex[index];
    }

    @Override
    public int attributeCount() {
        return names.length;
    }

    @Override
    public int fieldCount() {
        return type.count();
    }

    @Override
    public String attributeName(int index) {
        return names[index];
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
        InstanceState state = new InstanceState(object, this, null);
        object.$grapnel$state(state);
        for (int index = 0; index < fieldCount(); index++) {
            if (byIndex[index] == null) {
                state.markPresent(index);
            }
        }
        firstInit();
        return state;
    }

    @Override
    public Object serialized(InstanceState state) {
        Map<String, Object> entries = new LinkedHashMap<>();
        fireSerialization(InstanceEventKeys.PICKLE, state, entries);
        return SerializedState.of(state, entries);
    }

    void fireSerialization(EventKey<PickleEvent<Object>> event, InstanceState state, Map<String, Object> entries) {
        Listeners<PickleEvent<Object>> listeners = dispatch.listeners(event);
        if (!listeners.isEmpty()) {
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
        for (AttributeTracker attribute : trackers) {
            if (state.isExpired(attribute.index())
                    && !state.isChanged(attribute.index())
                    && attribute.isLoadOnUnexpire()) {
                wanted.add(attribute.name());
            }
        }
        Objects.requireNonNull(expiredLoader, "expired loader").load(state, wanted, passive);
        state.clearExpired();
        return LoadStatus.SET;
    }

    @Override
    public String toString() {
        return "manager of " + type().getName();
    }
}
