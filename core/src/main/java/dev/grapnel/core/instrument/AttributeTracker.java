package dev.grapnel.core.instrument;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of one class, and what happens when it is read, written or deleted.
 *
 * <h2>How a read goes</h2>
 *
 * A value in memory is given as it is. Otherwise, unless a change is recorded, the loaders are asked in this order: the reload of expired
 * attributes, a loader set for this object alone, the loader of the attribute. If there is nothing to load, the attribute has its empty
 * value: null after {@code init_scalar}, or a new collection after {@code init_collection}.
 *
 * <h2>How a write goes</h2>
 *
 * The old value is found, as far as the attribute asks for it; listeners run and may replace the value; the former value is recorded if
 * this is the first change; the value is stored (rules ). An exception on the way leaves the attribute as it was (rule A-5).
 *
 * <p>A subclass has trackers of its own for inherited attributes, with listeners of their own (rule A-47).
 */
public abstract class AttributeTracker implements EventTarget<AttributeEvents<Object, Object>> {
    private final ClassManager manager;
    private final String name;
    private final int index;
    private final Object parentToken;
    private final Dispatch dispatch;
    private final Initiator removeToken;
    private final Initiator modifiedToken;
    private final Listeners<AttributeEvent<Object, Object>> modified;
    /** Fires when a value or element goes. */
    final Listeners<AttributeEvent<Object, Object>> remove;

    private boolean activeHistory;
    private boolean trackParent;
    private boolean sendModified = true;
    private boolean loadOnUnexpire = true;
    private @Nullable AttributeLoader loader;
    private @Nullable Class<?> valueType;
    private @Nullable Class<?> fieldType;

    AttributeTracker(ClassManager manager, String name, int index, Object parentToken) {
        this.manager = manager;
        this.name = name;
        this.index = index;
        this.parentToken = parentToken;
        this.dispatch = Dispatch.of(
                AttributeEventKeys.CATALOG, "attribute " + manager.type().getSimpleName() + '.' + name, null);
        this.removeToken = new Initiator(this, Operation.REMOVE);
        this.modifiedToken = new Initiator(this, Operation.MODIFIED);
        this.modified = dispatch.listeners(AttributeEventKeys.MODIFIED);
        this.remove = dispatch.listeners(AttributeEventKeys.REMOVE);
        dispatch.whenPlaced(registration -> {
            activeHistory |= registration.options().activeHistory();
            manager.watch(index);
        });
    }

    // ---- what it is ----

    /** The manager of the class. */
    public final ClassManager manager() {
        return manager;
    }

    /** The name of the attribute. */
    public final String name() {
        return name;
    }

    /** The index of the attribute in the class. */
    public final int index() {
        return index;
    }

    /** What is mapped: the same object for this class and all subclasses that share the mapping (rule A-3). */
    public final Object parentToken() {
        return parentToken;
    }

    /** The listeners. */
    public final Dispatch dispatch() {
        return dispatch;
    }

    @Override
    public final AttributeEvents<Object, Object> events() {
        return new AttributeEvents<>(dispatch, ListenOptions.NONE);
    }

    /** Whether the attribute holds several elements. */
    public abstract boolean isCollection();

    /** Whether an empty collection that a constructor stores is taken for no value at all. */
    boolean adoptsEmptyCollections() {
        return isCollection();
    }

    /** Whether its values are other mapped objects. */
    public abstract boolean isRelationship();

    /** Whether the reload of expired attributes brings its value. */
    public boolean acceptsScalarLoader() {
        return !isRelationship();
    }

    /** Whether the old value is loaded before a write. */
    public final boolean isActiveHistory() {
        return activeHistory;
    }

    /** Switches {@link #isActiveHistory} on. */
    public final void requireActiveHistory() {
        this.activeHistory = true;
    }

    /** Whether objects remember which parent holds them through this attribute; for orphans and single parents. */
    public final boolean isTrackParent() {
        return trackParent;
    }

    /** Switches {@link #isTrackParent} on. */
    public final void trackParent() {
        this.trackParent = true;
    }

    /** Makes changes of this attribute not count as changes of the object (view-only relationships, rule A-50). */
    public final void viewOnly() {
        this.sendModified = false;
    }

    /** Whether a read of any expired attribute brings this one too; false for deferred columns. */
    public final boolean isLoadOnUnexpire() {
        return loadOnUnexpire;
    }

    /** Leaves the attribute out when others are reloaded. */
    public final void dontLoadOnUnexpire() {
        this.loadOnUnexpire = false;
    }

    /** The loader of the attribute, or null. */
    public final @Nullable AttributeLoader loader() {
        return loader;
    }

    /** Sets the loader of the attribute. */
    public final void loader(@Nullable AttributeLoader fetching) {
        this.loader = fetching;
    }

    /** The token of removals. */
    public final Initiator removeToken() {
        return removeToken;
    }

    /** The token of appends; for a scalar or reference that of replacement (rule A-1). */
    public abstract Initiator appendToken();

    /** The token that whole replacement carries: that of replacement, or of bulk replacement. */
    public abstract Initiator replaceToken();

    // ---- reading ----

    /**
     * Reads the attribute.
     *
     * @param state of the object
     * @param passive how far to go
     * @return the value, or a {@link Marker}
     */
    public @Nullable Object get(InstanceState state, int passive) {
        Object known = state.value(index);
        if (known != Marker.NO_VALUE) {
            return known;
        }
        if (mayLoad(state)) {
            if (!Passive.allows(passive, Passive.CALLABLES_OK)) {
                return Marker.PASSIVE_NO_RESULT;
            }
            Object loaded = load(state, passive);
            if (Marker.is(loaded)) {
                return loaded;
            }
            if (loaded == LoadStatus.SET) {
                return loadedInPlace(state);
            }
            if (loaded instanceof Unkept passing) {
                return passing.value();
            }
            if (loaded != LoadStatus.EMPTY) {
                return setCommitted(state, loaded);
            }
        }
        return Passive.allows(passive, Passive.INIT_OK) ? emptyValue(state) : Marker.NO_VALUE;
    }

    /** Whether what the store has counts: not for a value that was deleted, also if it was never in memory. */
    private boolean mayLoad(InstanceState state) {
        return !state.isChanged(index) || (isRelationship() && state.committed(index) == Marker.NO_VALUE);
    }

    private @Nullable Object loadedInPlace(InstanceState state) {
        if (!state.has(index)) {
            throw new InvalidRequestException("Cannot read " + this + " of " + state
                    + ": its loader ran and left no value. The statement that loads it must select it.");
        }
        return state.value(index);
    }

    /**
     * The value in memory, for the program.
     *
     * @param state of the object
     * @return the value, or {@link Marker#NO_VALUE}; never loads
     */
    public @Nullable Object peek(InstanceState state) {
        return state.value(index);
    }

    final @Nullable Object load(InstanceState state, int passive) {
        if (acceptsScalarLoader() && loadOnUnexpire && state.isExpired(index)) {
            return manager.loadExpired(state, passive);
        }
        Object own = state.loader(index);
        if (own != null) {
            return ((AttributeLoader) own).load(state, passive);
        }
        return loader != null ? loader.load(state, passive) : LoadStatus.EMPTY;
    }

    /** The value of an attribute that has none and nothing to load. */
    abstract @Nullable Object emptyValue(InstanceState state);

    /**
     * Stores a value that the store gave or computed, without any event; what is known of its history stays.
     *
     * @param state of the object
     * @param value the value
     */
    public void storeQuietly(InstanceState state, @Nullable Object value) {
        state.store(index, value);
    }

    /** Stores a loaded value, without any event for it. */
    public abstract @Nullable Object setCommitted(InstanceState state, @Nullable Object value);

    // ---- history ----

    /**
     * What became of the attribute.
     *
     * @param state of the object
     * @param passive how far to go to find out
     * @return the history
     */
    public abstract History<Object> history(InstanceState state, int passive);

    /** A value that an object may have beside the one that has the given value: the same, or a copy if the program may change it inside. */
    public @Nullable Object copied(@Nullable Object value) {
        return value;
    }

    /** Whether two values of the attribute are the same for the store. */
    public boolean isEqual(@Nullable Object one, @Nullable Object other) {
        return Objects.deepEquals(one, other);
    }

    /** The objects that the attribute refers to, or referred to since the last flush; a null stands for an absent reference. */
    public abstract List<@Nullable Object> allPending(InstanceState state, int passive);

    // ---- writing ----

    /**
     * Assigns the attribute, with events.
     *
     * @param state of the object
     * @param value the new value
     * @param initiator where the chain began, or null if here
     * @param passive how far to go to find the old value
     */
    public abstract void set(InstanceState state, @Nullable Object value, @Nullable Initiator initiator, int passive);

    /**
     * Adds an element, or assigns a reference: the other side of a relationship asks for it.
     *
     * @param state of the object
     * @param value the element
     * @param initiator where the chain began
     * @param passive how far to go to find the collection
     */
    public abstract void append(InstanceState state, Object value, Initiator initiator, int passive);

    /**
     * Takes an element out, or clears a reference, if it is there (rule A-34).
     *
     * @param state of the object
     * @param value the element
     * @param initiator where the chain began
     * @param passive how far to go to find the collection
     */
    public abstract void pop(InstanceState state, Object value, Initiator initiator, int passive);

    /**
     * Deletes the value, with events (rules ).
     *
     * @param state of the object
     * @throws AttributeNotSetException if there is none
     */
    public abstract void delete(InstanceState state);

    /**
     * Refuses a value that is not of the type of the field; for values that no compiler has looked at. A collection looks at its kind itself.
     *
     * @param state of the object
     * @param value to be stored
     * @throws InvalidArgumentException if the field cannot hold it
     */
    public final void requireFits(InstanceState state, @Nullable Object value) {
        if (value != null && !isCollection() && !valueType().isInstance(value)) {
            throw new InvalidArgumentException("Cannot set " + this + " of " + state + " to an object of "
                    + value.getClass().getName() + ": it takes one of "
                    + valueType().getName() + ".");
        }
    }

    private Class<?> valueType() {
        Class<?> known = valueType;
        if (known == null) {
            known = MethodType.methodType(fieldType()).wrap().returnType();
            valueType = known;
        }
        return known;
    }

    /** The declared type of its field; {@code Object} if it has none. */
    public final Class<?> fieldType() {
        Class<?> known = fieldType;
        if (known == null) {
            known = index < manager.fieldCount() ? manager.enhancedType().fieldType(index) : Object.class;
            fieldType = known;
        }
        return known;
    }

    /** Whether its field is of a primitive type: a value that is read from it is a new box. */
    public final boolean isPrimitive() {
        return fieldType().isPrimitive();
    }

    final AttributeNotSetException notSet(InstanceState state) {
        return new AttributeNotSetException("Cannot delete the value of " + this + " of " + state
                + ": it has none. Ask Instance.isLoaded first, or set null instead.");
    }

    /** Flags the attribute as modified although nothing was written (rule A-12). */
    public final void flagModified(InstanceState state) {
        tellModified(state);
        if (sendModified && !state.has(index)) {
            throw new InvalidRequestException(
                    "Cannot flag " + this + " of " + state + " as modified: " + whyNotFlagged());
        }
        recordFlagged(state);
    }

    /** Why an attribute without a value cannot be flagged, and what to do. */
    String whyNotFlagged() {
        return "it has no value in memory. Read or set it first.";
    }

    /**
     * The value is about to change within itself, as a list that gets an element: {@code modified} fires, and the former state of the value is
     * recorded if this is the first change.
     *
     * @param state of the object
     * @param former gives a copy of the value as it is now
     */
    public final void changingWithin(InstanceState state, Supplier<?> former) {
        tellModified(state);
        if (!state.isChanged(index)) {
            state.keepCommitted(index, former.get());
        }
        state.touch();
    }

    final void tellModified(InstanceState state) {
        if (!modified.isEmpty()) {
            modified.fire(new AttributeEvent<>(this, state, null, modifiedToken, Keys.NONE));
        }
    }

    /** Records the value in memory as changed whatever it is. */
    void recordFlagged(InstanceState state) {
        if (sendModified) {
            state.keepCommitted(index, Marker.NO_VALUE);
            state.touch();
        }
    }

    /** Records that the attribute changes, keeping the former value the first time. */
    final void recordChange(InstanceState state, @Nullable Object former) {
        if (!sendModified) {
            return;
        }
        if (!state.isChanged(index)) {
            state.keepCommitted(index, former);
        } else if (state.expression(index) != null) {
            state.keepCommitted(index, state.committed(index)); // the expression goes
        }
        state.touch();
    }

    // ---- parents ----

    /**
     * Whether an object is held by a parent through this attribute.
     *
     * @param child its state
     * @param optimistic the answer when nothing was recorded
     * @return whether it is
     */
    public final boolean hasParent(InstanceState child, boolean optimistic) {
        return child.knowsParent(parentToken) ? child.parent(parentToken) != null : optimistic;
    }

    /** Records that an object is held by a parent through this attribute, or no longer. */
    public final void setHasParent(InstanceState child, InstanceState parent, boolean held) {
        if (held) {
            child.parent(parentToken, parent);
            return;
        }
        InstanceState last = child.parent(parentToken);
        if (last != null && last != parent && !sameIdentity(last, parent)) {
            return; // another parent took it over in the meantime
        }
        child.parent(parentToken, null);
    }

    private static boolean sameIdentity(InstanceState one, InstanceState other) {
        return Objects.equals(one.key(), other.key());
    }

    final void tellParent(@Nullable Object child, InstanceState parent, boolean held) {
        if (trackParent && child != null && !Marker.is(child)) {
            InstanceState childState = ClassManager.stateOf(child);
            if (childState != null) {
                setHasParent(childState, parent, held);
            }
        }
    }

    final void fireRemove(InstanceState state, @Nullable Object value, Initiator initiator, @Nullable Object key) {
        if (!remove.isEmpty()) {
            remove.fire(new AttributeEvent<>(this, state, value, initiator, key));
        }
    }

    @Override
    public String toString() {
        return "attribute " + manager.type().getSimpleName() + '.' + name;
    }
}
