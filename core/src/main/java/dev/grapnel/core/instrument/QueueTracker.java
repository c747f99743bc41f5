package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.PendingMutation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several other mapped objects that are never in memory together (rule A-49). The attribute never has a value: a read gives a view. What joins
 * and leaves is in the queue of the object's state, which a flush writes and clears, and an expiry drops.
 */
public final class QueueTracker extends CollectionTracker {
    private static final int ASKING = Passive.SQL_OK | Passive.INIT_OK;

    QueueTracker(ClassManager manager, String name, int index, Object parentToken, CollectionKind kind) {
        super(manager, name, index, parentToken, kind);
    }

    /** Whether the store may be asked for all members. */
    public boolean isIterable() {
        return kind().isIterable();
    }

    // ---- reading ----

    @Override
    public @Nullable Object get(InstanceState state, int passive) {
        return Passive.allows(passive, ASKING) ? emptyValue(state) : Marker.PASSIVE_NO_RESULT;
    }

    @Override
    Object emptyValue(InstanceState state) {
        return kind().view(this, state);
    }

    /** The members that an iteration gives: those of the store, after a flush; of an object without a row, those that are queued. */
    List<?> members(InstanceState state) {
        if (state.hasKey() && !isIterable()) {
            throw new InvalidRequestException(
                    "Cannot read the members of " + this + " of " + state
                            + ": it is write-only, and nothing but a statement knows them. Ask session.members(…) for those that are needed.");
        }
        List<Object> stored = isIterable() ? stored(state, Passive.OFF) : null;
        return stored != null ? stored : queued(state).added();
    }

    /** The members that the store has, or null for an object without a row. */
    private @Nullable List<Object> stored(InstanceState state, int passive) {
        AttributeLoader loader = loader();
        Object found = loader == null ? LoadStatus.EMPTY : loader.load(state, passive);
        return found instanceof List<?> members ? new ArrayList<>(members) : null;
    }

    private PendingMutation queued(InstanceState state) {
        PendingMutation queue = state.pending(index());
        return queue == null ? new PendingMutation() : queue;
    }

    @Override
    public List<@Nullable Object> allPending(InstanceState state, int passive) {
        PendingMutation queue = queued(state);
        List<@Nullable Object> all = new ArrayList<>(queue.added());
        all.addAll(queue.removed());
        return all;
    }

    @Override
    public History<Object> history(InstanceState state, int passive) {
        PendingMutation queue = queued(state);
        if (!state.hasKey() || !Passive.allows(passive, ASKING)) {
            return new History<>(new ArrayList<>(queue.added()), List.of(), new ArrayList<>(queue.removed()));
        }
        List<Object> stored = storedWithoutFlush(state);
        List<@Nullable Object> added = new ArrayList<>(queue.added());
        added.removeAll(identitySet(stored));
        List<@Nullable Object> unchanged = new ArrayList<>();
        List<@Nullable Object> deleted = new ArrayList<>();
        stored.forEach(member -> (queue.removed().contains(member) ? deleted : unchanged).add(member));
        return new History<>(added, unchanged, deleted);
    }

    private List<Object> storedWithoutFlush(InstanceState state) {
        if (!isIterable()) {
            throw new InvalidRequestException("Cannot load " + this + " of " + state
                    + ": it is write-only, and what is being done needs all its members. If the object is deleted, declare @PassiveDeletes"
                    + " to leave them to the database; if its key changes, declare @PassiveUpdates.");
        }
        List<Object> stored = stored(state, Passive.OFF | Passive.NO_AUTOFLUSH);
        return stored == null ? List.of() : stored;
    }

    // ---- writing ----

    @Override
    public void append(InstanceState state, Object value, Initiator initiator, int passive) {
        queue(state, fireAppend(state, value, initiator, Keys.NONE));
    }

    @Override
    public void pop(InstanceState state, Object value, Initiator initiator, int passive) {
        fireElementRemove(state, value, initiator, Keys.NONE);
        state.makePending(index()).remove(value);
    }

    @Override
    public void set(InstanceState state, @Nullable Object value, @Nullable Initiator initiator, int passive) {
        if (value == null || !kind().accepts(value)) {
            throw new InvalidArgumentException("Cannot assign " + this + " of " + state + ": it takes a "
                    + kind().description() + " or another collection and was given "
                    + (value == null ? "null" : "a " + value.getClass().getName()) + ".");
        }
        if (value instanceof QueuedCollection<?> own && own.isOf(this, state)) {
            return;
        }
        setElements(state, kind().elementsOf(value), passive);
    }

    /** The members that join and leave are told one by one; nothing tells of the whole. */
    @Override
    public void setElements(InstanceState state, List<Object> elements, int passive) {
        if (elements.contains(null)) {
            throw new InvalidArgumentException("Cannot assign " + this + " of " + state
                    + ": null is among the members, which are objects. Leave it out.");
        }
        Set<Object> before = membersBefore(state);
        Set<Object> now = identitySet(elements);
        for (Object element : now) {
            if (!before.contains(element)) {
                append(state, element, appendToken(), passive);
            }
        }
        for (Object element : before) {
            if (!now.contains(element)) {
                pop(state, element, removeToken(), passive);
            }
        }
    }

    private Set<Object> membersBefore(InstanceState state) {
        if (state.hasKey() && !isIterable()) {
            throw new InvalidRequestException("Cannot assign " + this + " of " + state
                    + ": it is write-only, so it is not known which members would leave. Add and remove single members, or assign it before"
                    + " the object has a row.");
        }
        List<Object> stored = isIterable() ? stored(state, Passive.OFF) : null;
        PendingMutation queue = queued(state);
        List<Object> members = new ArrayList<>();
        if (stored != null) {
            stored.stream().filter(member -> !queue.removed().contains(member)).forEach(members::add);
        }
        members.addAll(queue.added());
        return identitySet(members);
    }

    @Override
    public void delete(InstanceState state) {
        throw new InvalidRequestException("Cannot delete the value of " + this + " of " + state
                + ": it never has one. Remove single members, or delete their rows by a statement.");
    }

    // ---- what does not apply ----

    @Override
    String whyNotFlagged() {
        return "it is never in memory as a whole, and what joins or leaves is flagged as it does. Use flagDirty to have the object flushed.";
    }

    @Override
    public @Nullable Object setCommitted(InstanceState state, @Nullable Object value) {
        throw neverFilled(state);
    }

    @Override
    public TrackedCollection beginLoading(InstanceState state) {
        throw neverFilled(state);
    }

    private InvalidRequestException neverFilled(InstanceState state) {
        return new InvalidRequestException("Cannot fill " + this + " of " + state
                + ": it is never loaded. Declare it as java.util.List to have its members in memory.");
    }
}
