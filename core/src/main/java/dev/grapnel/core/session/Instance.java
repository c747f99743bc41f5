package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A look at one mapped object: where it is in its life, what is loaded, what changed; and operations by attribute name.
 *
 * <pre>{@code
 * Instance.of(contact).lifecycle();          // PERSISTENT
 * Instance.of(contact).history("name");      // added, unchanged, deleted
 * }</pre>
 */
public final class Instance {
    private final InstanceState state;

    private Instance(InstanceState state) {
        this.state = state;
    }

    /**
     * Looks at an object.
     *
     * @param object of a mapped class
     * @return the look
     * @throws dev.grapnel.core.error.UnmappedClassException if it is not mapped
     */
    public static Instance of(Object object) {
        return new Instance(ClassManager.requireState(object));
    }

    /** The record of the object. */
    public InstanceState state() {
        return state;
    }

    /** Where the object is in its life. */
    public LifecycleState lifecycle() {
        return state.lifecycle();
    }

    /** The identity key, or null. */
    public @Nullable IdentityKey key() {
        return state.key();
    }

    private AttributeTracker attribute(String name) {
        return ClassManager.of(state).tracker(name);
    }

    /** Reads an attribute as the application would. */
    public @Nullable Object get(String name) {
        return attribute(name).get(state, Passive.OFF);
    }

    /** Assigns an attribute as the application would. */
    public void set(String name, @Nullable Object value) {
        attribute(name).set(state, value, null, Passive.OFF);
    }

    /** Deletes the value of an attribute, with events (rules ). */
    public void clear(String name) {
        attribute(name).delete(state);
    }

    /** The names of the attributes that have no value in memory, sorted. */
    public Set<String> unloaded() {
        Set<String> names = new TreeSet<>();
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            if (!state.has(attribute.index()) && !state.isChanged(attribute.index())) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    /** What became of an attribute since the last load or flush, without loading. */
    public History history(String name) {
        return attribute(name).history(state, Passive.NO_INITIALIZE);
    }

    /** Whether the object has a net change. */
    public boolean isModified(boolean includeCollections) {
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

    /** Flags an attribute as modified although nothing was written (rule A-12). */
    public void flagModified(String name) {
        attribute(name).flagModified(state);
    }

    /** Flags the object as a whole as modified; no attribute event fires. */
    public void flagDirty() {
        state.touch();
    }

    /** Stores a value as if it had been loaded: no event for it, no change (rule A-13). */
    public void setCommitted(String name, @Nullable Object value) {
        attribute(name).setCommitted(state, value);
    }

    /** Makes the object transient: it leaves its session and loses its key (rules T-16, T-27, T-30). */
    public void makeTransient() {
        if (state.owner() instanceof Session session) {
            session.leaveAlone(state);
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
        if (state.owner() != null || state.key() != null) {
            throw new InvalidRequestException("Cannot make " + state + " detached: it is not transient.");
        }
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

    /** The value in memory, or a marker; never loads. */
    public @Nullable Object peek(String name) {
        Object value = state.value(attribute(name).index());
        return value == Marker.NO_VALUE ? Marker.NO_VALUE : value;
    }

    @Override
    public String toString() {
        return state.toString();
    }
}
