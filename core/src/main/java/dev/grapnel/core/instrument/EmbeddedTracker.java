package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Listeners;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made of several others, each an attribute of the same object: {@code address} of {@code address.street} and
 * {@code address.city}.
 *
 * <p>The parts are what is loaded, compared and written. The object in the field is put together from them when it is first read, and given
 * up when they are loaded anew. Assigning it assigns all parts: the listeners of the value run first, then those of the parts, and nothing is
 * stored before all have agreed. Changing a field of it assigns that part, and fires {@code modified} for the value.
 */
public final class EmbeddedTracker extends AttributeTracker implements EmbeddedHolder {
    private final EmbeddedShape shape;
    private final ScalarTracker[] parts;
    private final Initiator replaceToken;
    private final Listeners<SetEvent<Object, Object>> set;

    EmbeddedTracker(ClassManager manager, String name, int index, Object parentToken, EmbeddedShape shape) {
        super(manager, name, index, parentToken);
        this.shape = shape;
        this.replaceToken = new Initiator(this, Operation.REPLACE);
        this.set = dispatch().listeners(AttributeEventKeys.SET);
        this.parts = shape.attributes().stream()
                .map(part -> (ScalarTracker) manager.tracker(part))
                .toArray(ScalarTracker[]::new);
        for (int at = 0; at < parts.length; at++) {
            parts[at].joins(this, at);
        }
    }

    /** The names of its parts. */
    public List<String> partNames() {
        return shape.attributes();
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public boolean isRelationship() {
        return false;
    }

    @Override
    public Initiator appendToken() {
        return replaceToken;
    }

    @Override
    public Initiator replaceToken() {
        return replaceToken;
    }

    @Override
    @Nullable Object emptyValue(InstanceState state) {
        return null;
    }

    // ---- reading ----

    /** The object in memory, null if there is none or it was not put together yet. */
    @Nullable Object inMemory(InstanceState state) {
        return state.has(index()) ? state.value(index()) : null;
    }

    @Override
    public @Nullable Object get(InstanceState state, int passive) {
        if (state.has(index())) {
            return state.value(index());
        }
        @Nullable Object[] values = new Object[parts.length];
        Marker missing = read(state, values, passive & ~Passive.INIT_OK);
        if (missing == null) {
            return keep(state, shape.compose(values));
        }
        return missing == Marker.NO_VALUE && Passive.allows(passive, Passive.INIT_OK) ? emptyValue(state) : missing;
    }

    /** Reads all parts; tells why there is no value, or null if there is one. */
    private @Nullable Marker read(InstanceState state, @Nullable Object[] values, int passive) {
        boolean any = false;
        for (int at = 0; at < parts.length; at++) {
            Object value = parts[at].get(state, passive);
            if (value == Marker.PASSIVE_NO_RESULT) {
                return Marker.PASSIVE_NO_RESULT;
            }
            if (value != Marker.NO_VALUE) {
                values[at] = value;
                any = true;
            }
        }
        return any ? null : Marker.NO_VALUE;
    }

    private @Nullable Object keep(InstanceState state, @Nullable Object value) {
        state.store(index(), value);
        shape.bind(value, state, this);
        return value;
    }

    /** Gives the object in the field up: the parts have other values, or none. */
    public void forget(InstanceState state) {
        if (state.has(index())) {
            shape.expire(state.drop(index()), this);
        }
    }

    /** Gives the object in the field up if one of its parts is among some attributes. */
    public void forgetIfOf(InstanceState state, Set<String> attributes) {
        if (state.has(index()) && shape.attributes().stream().anyMatch(attributes::contains)) {
            forget(state);
        }
    }

    /** A part got a value by itself: the object in the field follows. */
    void partStored(InstanceState state, int part, @Nullable Object value) {
        if (state.has(index())) {
            Object whole = state.value(index());
            if (whole == null || !shape.put(whole, part, value)) {
                forget(state);
            }
        }
    }

    @Override
    public @Nullable Object setCommitted(InstanceState state, @Nullable Object value) {
        @Nullable Object[] values = new Object[parts.length];
        shape.decompose(value, values);
        for (int at = 0; at < parts.length; at++) {
            parts[at].setCommitted(state, values[at]);
        }
        return keep(state, value);
    }

    // ---- history ----

    @Override
    public History<Object> history(InstanceState state, int passive) {
        Object current = get(state, passive & ~Passive.INIT_OK);
        if (current == Marker.PASSIVE_NO_RESULT) {
            return History.BLANK;
        }
        @Nullable Object[] former = new Object[parts.length];
        boolean changed = false;
        boolean known = true;
        for (int at = 0; at < parts.length; at++) {
            int index = parts[at].index();
            Object now = state.value(index);
            Object before = state.isChanged(index) ? state.committed(index) : now;
            changed |= before != now && !parts[at].isEqual(now, before);
            known &= !state.isChanged(index) || !Marker.is(before);
            former[at] = Marker.is(before) ? null : before;
        }
        if (changed) {
            return ScalarTracker.changed(current, shape.compose(former), !known);
        }
        return current == Marker.NO_VALUE ? History.BLANK : new History<>(List.of(), History.one(current), List.of());
    }

    @Override
    public List<@Nullable Object> allPending(InstanceState state, int passive) {
        return List.of();
    }

    // ---- writing ----

    @Override
    public void set(InstanceState state, @Nullable Object value, @Nullable Initiator initiator, int passive) {
        Initiator source = initiator == null ? replaceToken : initiator;
        Object stored = value;
        if (!set.isEmpty()) {
            Object old = get(state, isActiveHistory() ? Passive.RETURN_NO_VALUE : Passive.NO_INITIALIZE);
            SetEvent<Object, Object> event =
                    new SetEvent<>(this, state, value, old == Marker.PASSIVE_NO_RESULT ? Marker.NO_VALUE : old, source);
            set.fire(event);
            stored = event.value();
        }
        requireType(state, stored);
        @Nullable Object[] wanted = new Object[parts.length];
        shape.decompose(stored, wanted);
        @Nullable Object[] agreed = assign(state, shape, wanted, source);
        keep(state, shape.follow(stored, wanted, agreed));
    }

    private void requireType(InstanceState state, @Nullable Object value) {
        if (value != null && !shape.type().isInstance(value)) {
            throw new InvalidArgumentException("Cannot assign " + this + " of " + state + ": it takes a "
                    + shape.type().getName() + " and was given a "
                    + value.getClass().getName() + ".");
        }
    }

    /** Assigns the parts of a shape, all or none, and gives what listeners have made of the values. */
    private @Nullable Object[] assign(
            InstanceState state, EmbeddedShape assigned, @Nullable Object[] wanted, Initiator source) {
        @Nullable Object[] former = new Object[parts.length];
        @Nullable Object[] agreed = wanted.clone();
        int end = assigned.offset() + assigned.size();
        for (int at = assigned.offset(); at < end; at++) {
            former[at] = parts[at].former(state);
            agreed[at] = parts[at].tell(state, wanted[at], former[at], source);
        }
        for (int at = assigned.offset(); at < end; at++) {
            parts[at].record(state, former[at], agreed[at]);
        }
        return agreed;
    }

    @Override
    public boolean holds(InstanceState owner, EmbeddedShape changed, Enhanced object) {
        return changed.within(inMemory(owner)) == object;
    }

    @Override
    public void changeInside(
            InstanceState state, EmbeddedShape changed, Enhanced object, int component, @Nullable Object value) {
        EmbeddedShape nested = changed.nested(component);
        if (nested == null) {
            parts[changed.firstPart(component)].set(state, value, null, Passive.OFF);
        } else {
            Object following = changeNested(state, nested, value);
            changed.putInto(object, component, following);
            nested.bind(following, state, this);
        }
        tellModified(state);
    }

    private @Nullable Object changeNested(InstanceState state, EmbeddedShape nested, @Nullable Object value) {
        @Nullable Object[] wanted = new Object[parts.length];
        nested.decompose(value, wanted);
        @Nullable Object[] agreed = assign(state, nested, wanted, replaceToken);
        return nested.follow(value, wanted, agreed);
    }

    @Override
    public void append(InstanceState state, Object value, Initiator initiator, int passive) {
        set(state, value, initiator, passive);
    }

    @Override
    public void pop(InstanceState state, Object value, Initiator initiator, int passive) {
        set(state, null, initiator, passive);
    }

    @Override
    public void delete(InstanceState state) {
        Object old = get(state, isActiveHistory() ? Passive.RETURN_NO_VALUE : Passive.NO_INITIALIZE);
        if (isNowhere(state)) {
            throw notSet(state);
        }
        fireRemove(state, old, removeToken(), Keys.NONE);
        for (ScalarTracker part : parts) {
            if (state.has(part.index())) {
                part.takeOut(state);
            }
        }
        state.drop(index());
    }

    /** Whether there is nothing to delete: no part has a value, and none is to be reloaded. */
    private boolean isNowhere(InstanceState state) {
        boolean found = state.has(index()) || state.isExpired();
        for (ScalarTracker part : parts) {
            found |= state.has(part.index()) || state.isExpired(part.index());
        }
        return !found;
    }

    @Override
    void recordFlagged(InstanceState state) {
        for (ScalarTracker part : parts) {
            part.recordFlagged(state);
        }
    }
}
