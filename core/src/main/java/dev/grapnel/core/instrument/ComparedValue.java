package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LentValue;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.StateOwner;
import dev.grapnel.core.value.Snapshots;
import dev.grapnel.core.value.TrackedValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done for an attribute whose values the program may change inside: a snapshot is kept of each that it was given. */
final class ComparedValue {
    private final ScalarTracker attribute;
    private final Snapshots snapshots;

    ComparedValue(ScalarTracker attribute, Snapshots snapshots) {
        this.attribute = attribute;
        this.snapshots = snapshots;
    }

    /** The program is given a value, which it may change from now on. */
    @Nullable Object lend(InstanceState state, @Nullable Object value) {
        int index = attribute.index();
        if (value != null && !Marker.is(value) && state.has(index) && state.lent(index) == null) {
            note(
                    state,
                    value instanceof TrackedValue tracked
                            ? track(state, tracked)
                            : LentValue.given(snapshots.take(value)));
        }
        return value;
    }

    /** The program has assigned a value. */
    void assigned(InstanceState state, @Nullable Object value) {
        if (value != null) {
            note(state, value instanceof TrackedValue tracked ? track(state, tracked) : LentValue.assigned());
        }
    }

    private LentValue track(InstanceState state, TrackedValue value) {
        value.belongsTo(new ValueHolder(state, attribute));
        return LentValue.tracked();
    }

    private void note(InstanceState state, LentValue lent) {
        state.lend(attribute.index(), lent);
        StateOwner owner = state.owner();
        if (!lent.isTracked() && owner != null) {
            owner.lending(state);
        }
    }

    /** What a value was that is going to be replaced: whoever has it may go on changing it. */
    @Nullable Object former(InstanceState state, @Nullable Object value) {
        LentValue lent = state.lent(attribute.index());
        if (lent == null
                || lent.isTracked()
                || value == null
                || Marker.is(value)
                || state.isChanged(attribute.index())) {
            return value;
        }
        return lent.isAssigned() ? snapshots.copy(value) : snapshots.restore(lent.snapshot());
    }

    @Nullable Object copy(@Nullable Object value) {
        return value == null || Marker.is(value) ? value : snapshots.copy(value);
    }

    boolean isEqual(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null || Marker.is(one) || Marker.is(other)) {
            return Objects.equals(one, other);
        }
        return snapshots.isEqual(one, other);
    }

    /** Records a change inside of a lent value, if there is one. */
    void find(InstanceState state, LentValue lent) {
        int index = attribute.index();
        Object value = state.value(index);
        if (lent.isTracked() || value == null || Marker.is(value) || state.isChanged(index)) {
            return;
        }
        if (lent.isAssigned()) {
            lent.snapshot(snapshots.take(value));
        } else if (!snapshots.matches(lent.snapshot(), value)) {
            attribute.recordChange(state, snapshots.restore(lent.snapshot()));
            lent.untold(true);
        }
    }

    /** What a flush is going to write is what the value has to be compared with afterwards. */
    void settle(InstanceState state, LentValue lent) {
        Object value = state.value(attribute.index());
        if (!lent.isTracked() && value != null && !Marker.is(value) && state.isChanged(attribute.index())) {
            lent.snapshot(snapshots.take(value));
        }
    }
}
