package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of mapped objects that is never in memory as a whole: what joins and leaves is told at once and queued for the next flush (rule
 * For relationships with more members than anybody wants to load.
 *
 * <p>A read of the field gives a view that belongs to the object; views of the same collection are equal. A collection made by {@code of} or
 * {@code copyOf} belongs to nobody, tells nothing, and is there to be assigned.
 *
 * @param <E> the class of the members
 */
public abstract sealed class QueuedCollection<E> implements Serializable
        permits WriteOnlyCollection, DynamicCollection {
    private static final long serialVersionUID = 1L;

    /** Whose it is, or null; the object and not its state, which would not keep it from being collected. */
    private final @Nullable Object owner;

    private final String name;
    private final ArrayList<E> loose;

    QueuedCollection(QueueTracker attribute, InstanceState state) {
        this.owner = state.requireObject();
        this.name = attribute.name();
        this.loose = new ArrayList<>(0);
    }

    QueuedCollection(Collection<? extends E> elements) {
        this.owner = null;
        this.name = "";
        this.loose = new ArrayList<>(elements.size());
        elements.forEach(this::add);
    }

    private static QueueTracker attribute(InstanceState state, String name) {
        if (ClassManager.of(state).tracker(name) instanceof QueueTracker attribute) {
            return attribute;
        }
        throw new MappingException("Cannot use a collection that was serialised: attribute '" + name + "' of " + state
                + " is in memory as a whole now. Make the mappings of writer and reader agree.");
    }

    /**
     * Adds a member: {@code append} fires, the other side and what cascades follow, and the next flush writes the link. Whether the object is a
     * member already is not asked; in many-to-many the database refuses a second link.
     *
     * @param element the member
     * @throws InvalidArgumentException if it is null
     */
    public void add(E element) {
        requireMember(element, "add");
        if (owner == null) {
            loose.add(element);
        } else {
            InstanceState state = ClassManager.requireState(owner);
            QueueTracker attribute = attribute(state, name);
            attribute.append(state, element, attribute.appendToken(), Passive.NO_FETCH);
        }
    }

    /**
     * Adds members one by one, in order.
     *
     * @param elements the members
     * @throws InvalidArgumentException if one is null; those before it are added
     */
    public void addAll(Iterable<? extends E> elements) {
        elements.forEach(this::add);
    }

    /**
     * Takes a member out: {@code remove} fires, the other side follows, and the next flush clears or deletes the link, or deletes an orphan.
     * Whether the object is a member is not asked.
     *
     * @param element the member
     * @throws InvalidArgumentException if it is null
     */
    public void remove(E element) {
        requireMember(element, "remove");
        if (owner == null) {
            loose.removeIf(known -> known == element);
        } else {
            InstanceState state = ClassManager.requireState(owner);
            QueueTracker attribute = attribute(state, name);
            attribute.pop(state, element, attribute.removeToken(), Passive.NO_FETCH);
        }
    }

    private void requireMember(@Nullable E element, String operation) {
        if (element == null) {
            throw new InvalidArgumentException("Cannot " + operation + " null in " + this
                    + ": its members are objects. Leave the call out, or give an object.");
        }
    }

    /** What it holds, as far as it may be asked. */
    @SuppressWarnings("unchecked") // members of the attribute are E
    final List<E> members() {
        if (owner == null) {
            return loose;
        }
        InstanceState state = ClassManager.requireState(owner);
        return (List<E>) attribute(state, name).members(state);
    }

    final List<Object> elements() {
        return new ArrayList<>(members());
    }

    final boolean isOf(QueueTracker attribute, InstanceState state) {
        return owner != null && owner == state.object() && name.equals(attribute.name());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (owner != null
                        && other instanceof QueuedCollection<?> queued
                        && queued.owner == owner
                        && queued.name.equals(name));
    }

    @Override
    public final int hashCode() {
        return owner == null ? System.identityHashCode(this) : 31 * System.identityHashCode(owner) + name.hashCode();
    }

    @Override
    public final String toString() {
        return owner == null ? "a collection of nobody" : name + " of " + ClassManager.requireState(owner);
    }
}
