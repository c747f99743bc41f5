package dev.grapnel.core.instrument;

import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.value.Snapshots;
import dev.grapnel.events.Listeners;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plain value: what a column holds. */
public final class ScalarTracker extends AttributeTracker {
    private final Initiator replaceToken;
    private final Listeners<SetEvent<Object, Object>> set;
    private final Listeners<InitScalarEvent<Object, Object>> initScalar;
    private @Nullable ValueForm form;
    private @Nullable ComparedValue compared;
    private @Nullable EmbeddedTracker whole;
    private int partOfWhole;

    ScalarTracker(ClassManager manager, String name, int index, Object parentToken) {
        super(manager, name, index, parentToken);
        this.replaceToken = new Initiator(this, Operation.REPLACE);
        this.set = dispatch().listeners(AttributeEventKeys.SET);
        this.initScalar = dispatch().listeners(AttributeEventKeys.INIT_SCALAR);
    }

    /**
     * Says in which form values are kept; for stores that have one of their own.
     *
     * @param stored the form
     */
    public void form(ValueForm stored) {
        this.form = stored;
        if (stored.seesEveryWrite()) {
            manager().watch(index());
        }
    }

    /**
     * Says that values are changed inside, and how that is found out.
     *
     * @param snapshots of the values
     */
    public void compareBy(Snapshots snapshots) {
        this.compared = new ComparedValue(this, snapshots);
        manager().comparesSomeValue();
    }

    @Nullable ComparedValue compared() {
        return compared;
    }

    @Override
    boolean adoptsEmptyCollections() {
        return form != null && form.adoptsEmptyCollections();
    }

    /** Makes it a part of an embedded value. */
    void joins(EmbeddedTracker embedded, int part) {
        this.whole = embedded;
        this.partOfWhole = part;
    }

    /** The embedded value that it is a part of, or null. */
    public @Nullable EmbeddedTracker whole() {
        return whole;
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
        Uncomputed.refuse("read", state, this);
        return initial(this, initScalar, state);
    }

    static @Nullable Object initial(
            AttributeTracker attribute, Listeners<InitScalarEvent<Object, Object>> listeners, InstanceState state) {
        if (listeners.isEmpty()) {
            return null;
        }
        InitScalarEvent<Object, Object> event = new InitScalarEvent<>(attribute, state, attribute.replaceToken());
        listeners.fire(event);
        return event.value();
    }

    @Override
    public @Nullable Object get(InstanceState state, int passive) {
        Object value = super.get(state, passive);
        return compared == null ? value : compared.lend(state, value);
    }

    @Override
    public @Nullable Object peek(InstanceState state) {
        Object value = super.peek(state);
        return compared == null ? value : compared.lend(state, value);
    }

    @Override
    public @Nullable Object copied(@Nullable Object value) {
        return compared == null ? value : compared.copy(value);
    }

    @Override
    public boolean isEqual(@Nullable Object one, @Nullable Object other) {
        return compared == null ? super.isEqual(one, other) : compared.isEqual(one, other);
    }

    @Override
    public @Nullable Object setCommitted(InstanceState state, @Nullable Object value) {
        storeQuietly(state, value);
        state.forgetCommitted(index());
        state.expired(index(), false);
        state.expired(false);
        return compared == null ? value : compared.lend(state, value);
    }

    @Override
    public void storeQuietly(InstanceState state, @Nullable Object value) {
        state.store(index(), value);
        tellWhole(state, value);
    }

    private void tellWhole(InstanceState state, @Nullable Object value) {
        if (whole != null) {
            whole.partStored(state, partOfWhole, value);
        }
    }

    @Override
    public void set(InstanceState state, @Nullable Object value, @Nullable Initiator initiator, int passive) {
        Object old = former(state);
        Object stored = tell(state, value, old, initiator == null ? replaceToken : initiator);
        ValueForm own = form;
        if (own == null) {
            record(state, old, stored);
            tellWhole(state, stored);
        } else {
            own.assign(this, state, old, stored);
        }
    }

    /**
     * Records a change and stores the value; for {@link ValueForm}.
     *
     * @param state of the object
     * @param former the value before, or a {@link Marker}
     * @param value to store
     */
    public void change(InstanceState state, @Nullable Object former, @Nullable Object value) {
        record(state, former, value);
    }

    /** The value before a write, as far as the attribute asks for it. */
    @Nullable Object former(InstanceState state) {
        return isActiveHistory() ? get(state, Passive.RETURN_NO_VALUE) : state.value(index());
    }

    /** Tells the listeners of a write, and gives the value to be stored. */
    @Nullable Object tell(InstanceState state, @Nullable Object value, @Nullable Object old, Initiator initiator) {
        if (set.isEmpty()) {
            return value;
        }
        SetEvent<Object, Object> event = new SetEvent<>(this, state, value, old, initiator);
        set.fire(event);
        if (event.value() != value) {
            requireFits(state, event.value());
        }
        return event.value();
    }

    /** Stores a value as a change. */
    void record(InstanceState state, @Nullable Object old, @Nullable Object stored) {
        recordFormer(state, old);
        state.store(index(), stored);
        if (compared != null) {
            compared.assigned(state, stored);
        }
    }

    private void recordFormer(InstanceState state, @Nullable Object old) {
        recordChange(state, compared == null ? old : compared.former(state, old));
    }

    /** Takes the value out as a change. */
    void takeOut(InstanceState state) {
        recordFormer(state, state.value(index()));
        state.drop(index());
    }

    /** Fires {@code modified} for a change inside of the value, also for the embedded value that it is a part of. */
    void tellModifiedInside(InstanceState state) {
        tellModified(state);
        if (whole != null) {
            whole.tellModified(state);
        }
    }

    /**
     * Has the next flush compute the value in the store. Fires {@code modified}; {@code set} does not fire, since there is no value yet.
     *
     * @param state of the object
     * @param expression as the store knows it
     */
    public void compute(InstanceState state, Object expression) {
        tellModified(state);
        recordFormer(state, former(state));
        state.compute(index(), expression);
    }

    @Override
    public void delete(InstanceState state) {
        Object old = former(state);
        fireRemove(state, old, removeToken(), Keys.NONE);
        boolean nothingThere =
                old == Marker.NO_VALUE && !state.has(index()) && !state.isExpired() && !state.isExpired(index());
        if (nothingThere && state.key() != null) {
            throw notSet(
                    state); // before it is recorded: the row may have a value, which the next flush would overwrite
        }
        recordFormer(state, old);
        state.drop(index());
        tellWhole(state, null);
        if (nothingThere) {
            throw notSet(state);
        }
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
    public List<@Nullable Object> allPending(InstanceState state, int passive) {
        return List.of();
    }

    @Override
    public History<Object> history(InstanceState state, int passive) {
        Object expression = state.expression(index());
        if (expression != null) {
            Object original = state.committed(index());
            return changed(expression, original, Marker.is(original));
        }
        Object current;
        if (state.has(index())) {
            current = state.value(index());
        } else if (state.isChanged(index())) {
            current = Marker.NO_VALUE;
        } else {
            current = get(state, passive & ~Passive.INIT_OK);
            if (current == Marker.PASSIVE_NO_RESULT) {
                return History.BLANK;
            }
        }
        return compare(state, current);
    }

    private History<Object> compare(InstanceState state, @Nullable Object current) {
        boolean present = current != Marker.NO_VALUE;
        if (!state.isChanged(index())) {
            return present ? new History<>(List.of(), History.one(current), List.of()) : History.BLANK;
        }
        Object original = state.committed(index());
        if (present && !Marker.is(original) && isEqual(current, original)) {
            return new History<>(List.of(), History.one(current), List.of());
        }
        return changed(current, original, Marker.is(original));
    }

    /** The history of a single value that is not what it was. */
    static History<Object> changed(@Nullable Object current, @Nullable Object original, boolean formerUnknown) {
        List<@Nullable Object> deleted = formerUnknown ? List.of() : History.one(original);
        if (formerUnknown && Marker.is(current)) {
            return new History<>(History.one(null), List.of(), deleted); // deleted without the former value being known
        }
        return current == Marker.NO_VALUE
                ? new History<>(List.of(), List.of(), deleted)
                : new History<>(History.one(current), List.of(), deleted);
    }
}
