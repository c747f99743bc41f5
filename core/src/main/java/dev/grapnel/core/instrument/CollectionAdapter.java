package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between one collection and its owner: fires the events of its elements and keeps the owner's books.
 *
 * <p>A collection may be <em>empty and aside</em> (made by a read, not part of the owner's values until it is first changed, rule A-21) or
 * <em>invalidated</em> (the owner has another one by now; its events still fire, rule A-31).
 */
public final class CollectionAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(CollectionAdapter.class);

    private final CollectionTracker attribute;
    private final InstanceState owner;
    private boolean aside;
    private boolean invalidated;
    private boolean released;

    CollectionAdapter(CollectionTracker attribute, InstanceState owner) {
        this.attribute = attribute;
        this.owner = owner;
    }

    /** The attribute. */
    public CollectionTracker attribute() {
        return attribute;
    }

    /** The state of the owner. */
    public InstanceState owner() {
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
    }

    void setAside(boolean on) {
        this.aside = on;
    }

    boolean isAside() {
        return aside;
    }

    private void joinOwner() {
        if (invalidated) {
            LOG.warn(
                    "A collection of {} was changed that no longer belongs to {}: it was expired or replaced. The change does not reach"
                            + " the collection the object has now; read the attribute again and change that.",
                    attribute,
                    owner);
        }
        if (aside) {
            aside = false;
            Object collection = owner.takeEmptyCollection(attribute.index());
            if (collection != null) {
                owner.store(attribute.index(), collection);
            }
        }
    }

    /** An element is about to join; gives the element that is to join. */
    @Nullable Object fireAppend(@Nullable Object element, @Nullable Initiator initiator, @Nullable Object key) {
        if (released) {
            return element;
        }
        joinOwner();
        return attribute.fireAppend(owner, element, initiator == null ? attribute.appendToken() : initiator, key);
    }

    /** An element was added that is there already. */
    void fireAppendWithoutMutation(@Nullable Object element, @Nullable Initiator initiator) {
        if (released) {
            return;
        }
        joinOwner();
        attribute.fireAppendWithoutMutation(owner, element, initiator == null ? attribute.appendToken() : initiator);
    }

    /** An element is about to be taken out before its event fires: what the collection holds is recorded now. */
    void beforeTaking() {
        if (!released) {
            joinOwner();
            attribute.elementTaken(owner);
        }
    }

    /** An element is about to leave. */
    void fireRemove(@Nullable Object element, @Nullable Initiator initiator, @Nullable Object key) {
        if (released) {
            return;
        }
        joinOwner();
        attribute.fireElementRemove(owner, element, initiator == null ? attribute.removeToken() : initiator, key);
    }
}
