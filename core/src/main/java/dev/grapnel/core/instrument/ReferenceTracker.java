package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reference to one other mapped object: many-to-one or one-to-one. */
public final class ReferenceTracker extends AttributeTracker {
    private static final int OLD_ACTIVE =
            Passive.ONLY_PERSISTENT | Passive.NO_AUTOFLUSH | Passive.LOAD_AGAINST_COMMITTED;
    private static final int OLD_PASSIVE =
            (Passive.NO_FETCH ^ Passive.INIT_OK) | Passive.LOAD_AGAINST_COMMITTED | Passive.NO_RAISE;

    private final Initiator replaceToken;
    private final Listeners<SetEvent<Object, Object>> set;
    private final Listeners<InitScalarEvent<Object, Object>> initScalar;
    private boolean deferredHistory;

    ReferenceTracker(ClassManager manager, String name, int index, Object parentToken) {
        super(manager, name, index, parentToken);
        this.replaceToken = new Initiator(this, Operation.REPLACE);
        this.set = dispatch().listeners(AttributeEventKeys.SET);
        this.initScalar = dispatch().listeners(AttributeEventKeys.INIT_SCALAR);
    }

    @Override
    public boolean isCollection() {
        return false;
    }

    @Override
    public boolean isRelationship() {
        return true;
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
        return ScalarTracker.initial(this, initScalar, state);
    }

    @Override
    public @Nullable Object setCommitted(InstanceState state, @Nullable Object value) {
        state.store(index(), value);
        state.forgetCommitted(index());
        state.expired(index(), false);
        state.expired(false);
        return value;
    }

    /** Has the former value looked up when a flush asks what changed, since finding it takes a statement (one-to-one without the key). */
    public void deferHistory() {
        this.deferredHistory = true;
    }

    private @Nullable Object oldValue(InstanceState state) {
        return get(state, isActiveHistory() ? OLD_ACTIVE : OLD_PASSIVE);
    }

    @Override
    public void set(InstanceState state, @Nullable Object value, @Nullable Initiator initiator, int passive) {
        replace(state, value, oldValue(state), initiator);
    }

    private void replace(
            InstanceState state, @Nullable Object value, @Nullable Object old, @Nullable Initiator initiator) {
        if (old != value) {
            tellParent(old, state, false);
        }
        Object stored = value;
        if (!set.isEmpty()) {
            SetEvent<Object, Object> event =
                    new SetEvent<>(this, state, value, old, initiator == null ? replaceToken : initiator);
            set.fire(event);
            stored = event.value();
            if (stored != value) {
                requireFits(state, stored);
            }
        }
        if (stored != null && ClassManager.stateOf(stored) == null) {
            throw new InvalidArgumentException("Cannot assign " + this + " of " + state + ": the value of "
                    + stored.getClass().getName() + " is not a mapped object. Map its class before making the object.");
        }
        recordChange(state, old);
        tellParent(stored, state, true);
        state.store(index(), stored);
    }

    @Override
    public void append(InstanceState state, Object value, Initiator initiator, int passive) {
        set(state, value, initiator, passive);
    }

    @Override
    public void pop(InstanceState state, Object value, Initiator initiator, int passive) {
        Object old = oldValue(state);
        if (old != Marker.PASSIVE_NO_RESULT && old != value) {
            return; // refers to something else by now
        }
        replace(state, null, old, initiator);
    }

    @Override
    public void delete(InstanceState state) {
        Object old = oldValue(state);
        tellParent(old, state, false);
        fireRemove(state, old, removeToken(), Keys.NONE);
        recordChange(state, old);
        Object existing = state.drop(index());
        if (existing == Marker.NO_VALUE && old != Marker.PASSIVE_NO_RESULT && !state.hasKey()) {
            throw notSet(state);
        }
    }

    @Override
    public List<@Nullable Object> allPending(InstanceState state, int passive) {
        Object current;
        if (state.has(index())) {
            current = state.value(index());
        } else if (Passive.allows(passive, Passive.CALLABLES_OK)) {
            current = get(state, passive);
        } else {
            return List.of();
        }
        List<@Nullable Object> all = new ArrayList<>(2);
        all.add(Marker.is(current) ? null : current);
        if (state.isChanged(index())) {
            Object original = state.committed(index());
            if (original != null && !Marker.is(original) && original != current) {
                all.add(original);
            }
        }
        return all;
    }

    /** Whether the former value is not known and would have to be looked up. */
    public boolean isFormerValueUnknown(InstanceState state) {
        return deferredHistory && state.isChanged(index()) && state.committed(index()) == Marker.PASSIVE_NO_RESULT;
    }

    private @Nullable Object original(InstanceState state, int passive) {
        Object kept = state.committed(index());
        if (!deferredHistory || kept != Marker.PASSIVE_NO_RESULT) {
            return kept;
        }
        Object found = load(state, passive | OLD_ACTIVE | Passive.NO_RAISE | Passive.DEFERRED_HISTORY_LOAD);
        return found instanceof LoadStatus ? null : found;
    }

    @Override
    public History<Object> history(InstanceState state, int passive) {
        Object current;
        if (state.has(index())) {
            current = state.value(index());
        } else {
            current = get(state, passive & ~Passive.INIT_OK);
            if (current == Marker.PASSIVE_NO_RESULT) {
                return History.BLANK;
            }
        }
        boolean present = current != Marker.NO_VALUE;
        if (!state.isChanged(index())) {
            return present ? new History<>(List.of(), History.one(current), List.of()) : History.BLANK;
        }
        Object original = original(state, passive);
        if (present && current == original) {
            return new History<>(List.of(), History.one(current), List.of());
        }
        return ScalarTracker.changed(current, original, original == null || Marker.is(original));
    }
}
