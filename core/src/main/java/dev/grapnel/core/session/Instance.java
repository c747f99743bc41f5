package dev.grapnel.core.session;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ChangesInside;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.StateOwner;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A look at one mapped object: where it is in its life, what is loaded, what changed; and operations on one attribute.
 *
 * <pre>{@code
 * Instance.of(contact).lifecycle();               // PERSISTENT
 * Instance.of(contact).history(Contact_.phone);   // added, unchanged, deleted
 * Instance.of(contact).clear(Contact_.phone);     // as del does: the attribute has no value then
 * }</pre>
 *
 * <p>Attributes are named by their constant of the metamodel. The forms that take a name are for tools, which find attributes at run time; an
 * unknown name raises {@link InvalidArgumentException}.
 *
 * @param <T> the class of the object
 */
public final class Instance<T> {
    /** Operations go by the state, which does not keep the object from being collected, and whoever looks at it may not hold it. */
    private final T object;

    private final InstanceState state;

    private Instance(T object, InstanceState state) {
        this.object = object;
        this.state = state;
    }

    /**
     * Looks at an object.
     *
     * @param object of a mapped class
     * @param <T> its class
     * @return the look
     * @throws dev.grapnel.core.error.UnmappedClassException if it is not mapped
     */
    public static <T> Instance<T> of(T object) {
        return new Instance<>(object, ClassManager.requireState(object));
    }

    // ---- the object ----

    /** The record of the object. */
    public InstanceState state() {
        return state;
    }

    /** Where the object is in its life. */
    public LifecycleState lifecycle() {
        return state.lifecycle();
    }

    /** Whether the next flush of its session is to delete the object because that was said; orphans are found by the flush itself. */
    public boolean isMarkedForDelete() {
        StateOwner owner = state.owner();
        return owner != null && owner.isMarked(state);
    }

    /** The identity key, or null. */
    public @Nullable IdentityKey key() {
        return state.key();
    }

    /**
     * The names of the attributes that have no value in memory, sorted. Reading such an attribute loads it, or gives its empty value if there is
     * nothing to load.
     */
    public Set<String> unloaded() {
        Set<String> names = new TreeSet<>();
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            if (!state.has(attribute.index()) && !state.isChanged(attribute.index())) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    /**
     * Whether the object has a net change: an attribute whose value is not what it was when it was last loaded or flushed (rule X-3).
     *
     * @param includeCollections whether elements that came or went count
     */
    public boolean isModified(boolean includeCollections) {
        return ask(() -> hasNetChange(includeCollections));
    }

    private boolean hasNetChange(boolean includeCollections) {
        ChangesInside.find(state);
        if (!state.isModified()) {
            return false;
        }
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            if ((includeCollections || !attribute.isCollection())
                    && attribute.history(state, 0).hasChanges()) {
                return true;
            }
        }
        return false;
    }

    /** Flags the object as a whole as modified; no attribute event fires, and nothing is written for it (rule A-12). */
    public void flagDirty() {
        act(state::touch);
    }

    // ---- one attribute, by its constant ----

    /**
     * Whether an attribute has a value in memory, so that reading it neither loads nor fires {@code init_scalar}.
     *
     * @param attribute of the object's class
     */
    public boolean isLoaded(Attribute<? super T, ?> attribute) {
        return state.has(tracker(attribute.attributeName()).index());
    }

    /**
     * What became of an attribute since the last load or flush, without loading.
     *
     * @param attribute of the object's class
     * @param <V> the type of the value, or of one element of a collection
     * @return the history; empty if the attribute is not loaded
     */
    @SuppressWarnings("unchecked") // values of the attribute are V
    public <V> History<V> history(Attribute<? super T, V> attribute) {
        return (History<V>) (History<?>) history(attribute.attributeName());
    }

    /**
     * Deletes the value of an attribute: {@code remove} fires, then the attribute has no value, and NULL is written by the next flush (rules
     * Setting null instead fires {@code set}.
     *
     * @param attribute of the object's class
     * @throws AttributeNotSetException if there is no value, and none to be loaded
     */
    public void clear(Attribute<? super T, ?> attribute) {
        clear(attribute.attributeName());
    }

    /**
     * Flags an attribute as modified although nothing was written, as when a value was changed in place: {@code modified} fires, and the next
     * flush writes the value (rule A-12).
     *
     * @param attribute of the object's class
     * @throws InvalidRequestException if it has no value in memory
     */
    public void flagModified(Attribute<? super T, ?> attribute) {
        flagModified(attribute.attributeName());
    }

    /**
     * Stores a value as if it had been loaded: no event, no change (rule A-13).
     *
     * @param attribute a column or reference of the object's class
     * @param value what the row has, or null
     * @param <V> the type of the value
     */
    public <V> void setCommitted(Attribute<? super T, V> attribute, @Nullable V value) {
        setCommitted(attribute.attributeName(), value);
    }

    /**
     * Fills a collection as if it had been loaded: {@code init_collection} fires and nothing else, no change (rule A-13).
     *
     * @param attribute a collection of the object's class, other than a map
     * @param elements what it holds
     * @param <V> the type of the elements
     */
    public <V> void setCommittedElements(Attribute<? super T, V> attribute, Collection<? extends V> elements) {
        setCommitted(attribute.attributeName(), elements);
    }

    // ---- one attribute, by its name ----

    /** Reads an attribute as the application would. */
    public @Nullable Object get(String name) {
        return this.<@Nullable Object>ask(() -> tracker(name).get(state, Passive.OFF));
    }

    /**
     * Assigns an attribute as the application would.
     *
     * @param name of the attribute
     * @param value the new value
     * @throws InvalidArgumentException if the attribute cannot hold such a value
     */
    public void set(String name, @Nullable Object value) {
        AttributeTracker attribute = tracker(name);
        act(() -> {
            attribute.requireFits(state, value);
            attribute.set(state, value, null, Passive.OFF);
        });
    }

    /** The value in memory, or a {@link Marker}; never loads. */
    public @Nullable Object peek(String name) {
        return this.<@Nullable Object>ask(() -> tracker(name).peek(state));
    }

    /** As {@link #history(Attribute)}. */
    public History<Object> history(String name) {
        return ask(() -> {
            ChangesInside.find(state);
            tracker(name).peek(state);
            return tracker(name).history(state, Passive.NO_INITIALIZE);
        });
    }

    /** As {@link #clear(Attribute)}. */
    public void clear(String name) {
        act(() -> tracker(name).delete(state));
    }

    /** As {@link #flagModified(Attribute)}. */
    public void flagModified(String name) {
        act(() -> tracker(name).flagModified(state));
    }

    /**
     * As {@link #setCommitted(Attribute, Object)}; for a collection, the value is one of its kind.
     *
     * @throws InvalidArgumentException if the attribute cannot hold such a value
     */
    public void setCommitted(String name, @Nullable Object value) {
        AttributeTracker attribute = tracker(name);
        act(() -> {
            attribute.requireFits(state, value);
            attribute.setCommitted(state, value);
        });
    }

    private <R extends @Nullable Object> R ask(Supplier<R> question) {
        try {
            return question.get();
        } finally {
            Reference.reachabilityFence(object);
        }
    }

    private void act(Runnable action) {
        try {
            action.run();
        } finally {
            Reference.reachabilityFence(object);
        }
    }

    private AttributeTracker tracker(String name) {
        return ClassManager.of(state).tracker(name);
    }

    // ---- its life ----

    /** Makes the object transient: it leaves its session and loses its key (rules T-16, T-27, T-30). */
    public void makeTransient() {
        act(this::leave);
    }

    private void leave() {
        if (state.owner() instanceof Session session) {
            session.moves().evict(List.of(state), false);
        }
        state.clearExpired();
        state.expired(false);
        state.key(null);
        state.deleted(false);
    }

    /**
     * Makes a transient object that has its key values detached, as if it had been loaded and expired (rule T-5).
     *
     * @throws InvalidRequestException if it is not transient, or has no key values
     */
    public void makeTransientToDetached() {
        if (state.owner() != null || state.hasKey()) {
            throw new InvalidRequestException("Cannot make " + state + " detached: it is not transient.");
        }
        act(this::takeKey);
    }

    private void takeKey() {
        IdentityKey key = Mapper.of(state).identityKey(state);
        if (key == null) {
            throw new InvalidRequestException(
                    "Cannot make " + state + " detached: its primary key is not set. Set it first.");
        }
        state.key(key);
        state.deleted(false);
        ValueBooks.commitAll(state);
        ValueBooks.expire(state, List.copyOf(unloaded()), false);
    }

    @Override
    public String toString() {
        return state.toString();
    }
}
