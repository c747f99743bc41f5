package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;

/**
 * Makes a copy by {@code Object.clone()} an object of its own: transient, with the values and references of its original. Its collections are
 * empty, since a collection belongs to one object.
 */
final class Copying {
    private static final int ATTACHED = Passive.RETURN_NO_VALUE | Passive.NO_RAISE;

    private Copying() {}

    /**
     * Gives a copy a state of its own, unless it has one.
     *
     * @param copy which has the state of its original, or none if that is not kept in the object
     * @param copied its original
     */
    static void separate(Enhanced copy, Object copied) {
        InstanceState found = copy.$grapnel$state();
        InstanceState original = found == null && copied instanceof Enhanced from ? from.$grapnel$state() : found;
        if (original instanceof ValueState) {
            copy.$grapnel$state(null); // a copy of an embedded object is nobody's value yet
        } else if (original != null && original.object() != copy) {
            fill(copy, original);
        }
    }

    /** The class may keep the state in something that copy and original share. */
    private static void requireSeparate(InstanceState original) {
        Enhanced copied = original.object();
        if (copied != null && copied.$grapnel$state() != original) {
            copied.$grapnel$state(original);
            throw Refusal.sharedPlace(original);
        }
    }

    private static void fill(Enhanced copy, InstanceState original) {
        InstanceState state = ClassManager.of(original).setUp(copy);
        requireSeparate(original);
        ClassManager.of(original).embedded().forEach(value -> leaveOut(copy, value.index(), state));
        for (AttributeTracker attribute : ClassManager.of(original).trackers()) {
            if (attribute.isCollection()) {
                leaveOut(copy, attribute.index(), state);
            } else {
                take(attribute, original, state);
            }
        }
    }

    private static void leaveOut(Enhanced copy, int index, InstanceState state) {
        if (index < state.manager().fieldCount()) {
            copy.$grapnel$put(index, null);
        }
    }

    /** What is not in memory is loaded, as reading it would, if that is possible; else the copy would lose it without a word. */
    private static void take(AttributeTracker attribute, InstanceState original, InstanceState copy) {
        Uncomputed.refuse("copy", original, attribute);
        Object value = attribute.get(original, original.owner() == null ? Passive.NO_INITIALIZE : ATTACHED);
        if (!Marker.is(value)) {
            copy.store(attribute.index(), attribute.copied(value));
        }
    }
}
