package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.LentValue;
import java.util.List;
import java.util.Objects;

/** Finds the changes that the program made inside of values, which nobody reports: by comparing each with what it was when the program got it. */
public final class ChangesInside {
    private ChangesInside() {}

    /**
     * Records the changes inside of the values of an object, without any event. Costs nothing for an object none of whose compared values was
     * read.
     *
     * @param state of the object
     */
    public static void find(InstanceState state) {
        if (state.isLending()) {
            for (int index : lentBy(state)) {
                LentValue lent = state.lent(index);
                if (lent != null) {
                    compared(state, index).find(state, lent);
                }
            }
        }
    }

    /**
     * Prepares for a flush: records the changes, and fires {@code modified} once for each attribute with a new one.
     *
     * @param state of the object
     */
    public static void prepareFlush(InstanceState state) {
        find(state);
        for (int index : lentBy(state)) {
            LentValue lent = state.lent(index);
            if (lent != null) {
                tell(state, index, lent);
                compared(state, index).settle(state, lent);
            }
        }
    }

    private static void tell(InstanceState state, int index, LentValue lent) {
        if (lent.isUntold()) {
            lent.untold(false);
            ((ScalarTracker) tracker(state, index)).tellModifiedInside(state);
        }
    }

    /** A copy: listeners may read more values. */
    private static List<Integer> lentBy(InstanceState state) {
        return List.copyOf(state.lent().keySet());
    }

    private static ComparedValue compared(InstanceState state, int index) {
        return Objects.requireNonNull(((ScalarTracker) tracker(state, index)).compared());
    }

    private static AttributeTracker tracker(InstanceState state, int index) {
        return Objects.requireNonNull(ClassManager.of(state).trackerOrNull(index));
    }
}
