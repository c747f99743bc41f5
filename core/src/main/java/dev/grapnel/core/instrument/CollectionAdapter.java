package dev.grapnel.core.instrument;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between one collection and its owner: fires the events of its elements and keeps the owner's books.
 *
 * <p>A collection may be <em>empty and aside</em> (made by a read, not part of the owner's values until it is first changed, rule A-21) or
 * <em>invalidated</em> (the owner has another one by now; its events still fire, rule A-31).
 *
 * <p>Serialisation keeps the owner itself and the name of the attribute. The owner's state is looked up when it is first needed, since it
 * may be read after the collection.
 */
public final class CollectionAdapter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CollectionAdapter.class);

    private transient @Nullable CollectionTracker attribute;
    private transient @Nullable InstanceState owner;
    /** The owner itself, once its field has the collection: whoever holds the collection keeps the owner from being collected. */
    private transient @Nullable Object heldOwner;

    private transient @Nullable String restoredAttribute;
    private boolean aside;
    private boolean invalidated;
    private boolean released;
    /** Whether positions in the store are not 0, 1, 2 and so on. */
    private boolean gaps;
    /** The element that a whole assignment is taking out just now: its other side must not take it out a second time (rule A-28). */
    private transient @Nullable Object leaving;
    /** What is here since its own side named the owner; programs for JPA write both sides, and then it is to be here once. */
    private transient @Nullable Set<Object> awaited;

    CollectionAdapter(CollectionTracker attribute, InstanceState owner) {
        this.attribute = attribute;
        this.owner = owner;
    }

    /** The attribute. */
    public CollectionTracker attribute() {
        return attribute != null ? attribute : findAttribute();
    }

    private CollectionTracker findAttribute() {
        String name = Objects.requireNonNull(restoredAttribute);
        if (ClassManager.of(owner()).tracker(name) instanceof CollectionTracker found) {
            attribute = found;
            return found;
        }
        throw new MappingException("Cannot use a collection that was serialised: attribute '" + name + "' of " + owner()
                + " is not mapped as a collection now. Make the mappings of writer and reader agree.");
    }

    /** The state of the owner. */
    public InstanceState owner() {
        if (owner == null) {
            owner = ClassManager.requireState(heldOwner);
            heldOwner = aside ? null : heldOwner;
        }
        return owner;
    }

    /** Whether the owner has another collection by now. */
    public boolean isInvalidated() {
        return invalidated;
    }

    void invalidate() {
        this.invalidated = true;
    }

    /** The owner was given another collection: this one is an ordinary collection from now on. */
    void release() {
        this.released = true;
        this.aside = false;
        this.heldOwner = null;
    }

    /**
     * The owner has the collection now. It is held only if the collection is in a field of it: what the state itself refers to must not hold
     * the object of that state.
     */
    void placed() {
        if (attribute().index() < owner().manager().fieldCount()) {
            this.heldOwner = owner().object();
        }
    }

    /** Whether there is somebody to tell. The owner of a collection that is still aside may be gone; then nobody can see it change. */
    private boolean isOwned() {
        if (aside && owner().object() == null) {
            release();
        }
        return !released;
    }

    boolean isReleased() {
        return released;
    }

    /**
     * Notes the element that an assignment of this collection is taking out of the former one.
     *
     * @return the one noted before
     */
    @Nullable Object leaving(@Nullable Object element) {
        Object outer = leaving;
        leaving = element;
        return outer;
    }

    boolean isLeaving(Object element) {
        return element == leaving;
    }

    void noteGap() {
        this.gaps = true;
    }

    boolean hasGaps() {
        return gaps;
    }

    /** Notes an element that the program may still add, although it is here. */
    void await(Object element) {
        Set<Object> known = awaited;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            awaited = known;
        }
        known.add(element);
    }

    /** What the program may still add; a copy. */
    List<Object> awaited() {
        return awaited == null ? List.of() : List.copyOf(awaited);
    }

    boolean isAwaited(@Nullable Object element) {
        return awaited != null && awaited.contains(element);
    }

    /** Whether an element that is added was awaited; from now on it is not. */
    boolean arrived(@Nullable Object element) {
        return awaited != null && awaited.remove(element);
    }

    void setAside(boolean on) {
        this.aside = on;
    }

    boolean isAside() {
        return aside;
    }

    private void warnIfInvalidated() {
        if (invalidated) {
            LOG.warn(
                    "A collection of {} was changed that no longer belongs to {}: it was expired or replaced. The change does not reach"
                            + " the collection the object has now; read the attribute again and change that.",
                    attribute(),
                    owner());
        }
    }

    private void joinOwner() {
        warnIfInvalidated();
        if (aside) {
            aside = false;
            Object collection = owner().takeEmptyCollection(attribute().index());
            if (collection != null) {
                owner().store(attribute().index(), collection);
                placed();
            }
        }
    }

    /** An element is about to join; gives the element that is to join. */
    @Nullable Object fireAppend(@Nullable Object element, @Nullable Initiator initiator, @Nullable Object key) {
        if (!isOwned()) {
            return element;
        }
        joinOwner();
        return attribute()
                .fireAppend(owner(), element, initiator == null ? attribute().appendToken() : initiator, key);
    }

    /** An element was added that is there already. */
    void fireAppendWithoutMutation(@Nullable Object element, @Nullable Initiator initiator) {
        if (!isOwned()) {
            return;
        }
        joinOwner();
        attribute()
                .fireAppendWithoutMutation(
                        owner(), element, initiator == null ? attribute().appendToken() : initiator);
    }

    /** An element is about to be taken out before its event fires: what the collection holds is recorded now. */
    void beforeTaking() {
        if (isOwned()) {
            attribute().elementTaken(owner());
        }
    }

    /** The elements are about to stand in another order. */
    void beforeReordering() {
        if (!released && !aside) {
            attribute().beforeReordering(owner());
        }
    }

    /** An element is about to leave. */
    void fireRemove(@Nullable Object element, @Nullable Initiator initiator, @Nullable Object key) {
        arrived(element);
        if (!isOwned()) {
            return;
        }
        joinOwner();
        attribute()
                .fireElementRemove(
                        owner(), element, initiator == null ? attribute().removeToken() : initiator, key);
    }

    @Override
    public String toString() {
        return attribute() + " of " + owner();
    }

    // ---- serialisation ----

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(owner != null ? owner.object() : heldOwner);
        out.writeObject(attribute != null ? attribute.name() : restoredAttribute);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        heldOwner = in.readObject();
        restoredAttribute = (String) in.readObject();
        if (!(heldOwner instanceof Enhanced)) {
            release(); // the owner was collected, or is a plain object here
        }
    }
}
