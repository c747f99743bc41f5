package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.EnhancedType;
import dev.grapnel.core.state.FieldValues;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives up the values of all attributes of an object. Made once for the attributes of a class, since a commit does it for each object of its session: plain
 * fields are emptied in one call.
 */
final class Expiry {
    private static final int LEFT_AS_IT_IS = -1;

    private final List<AttributeTracker> all;
    private final List<EmbeddedTracker> embedded;
    /** The attributes that are emptied together, as bits, and by their fields. */
    private final int together;

    private final int[] places;
    private final List<AttributeTracker> others = new ArrayList<>(0);

    Expiry(EnhancedType type, List<AttributeTracker> all, List<EmbeddedTracker> embedded) {
        this.all = all;
        this.embedded = embedded;
        this.places = new int[type.count()];
        Arrays.fill(places, LEFT_AS_IT_IS);
        int bits = 0;
        for (AttributeTracker attribute : all) {
            int index = attribute.index();
            if (index < Math.min(Integer.SIZE, places.length) && !(attribute instanceof CollectionTracker)) {
                bits |= 1 << index;
                places[index] = 0;
            } else {
                others.add(attribute);
            }
        }
        this.together = bits;
    }

    /** Nothing is in memory afterwards, and all is reloaded on the next read. */
    void giveUp(InstanceState state, Enhanced object) {
        if (state.expireTogether(together)) {
            object.$grapnel$fill(Nothing.AT_ALL, places);
            for (AttributeTracker attribute : others) {
                giveUp(state, attribute);
            }
        } else {
            for (AttributeTracker attribute : all) {
                giveUp(state, attribute);
            }
        }
        for (EmbeddedTracker value : embedded) {
            value.forget(state);
        }
    }

    private static void giveUp(InstanceState state, AttributeTracker attribute) {
        int index = attribute.index();
        state.expired(index, true);
        state.loader(index, null);
        if (attribute instanceof CollectionTracker collection) {
            collection.invalidate(state.drop(index));
        } else {
            state.discard(index);
        }
    }

    /** What fields are filled with that are emptied. */
    private enum Nothing implements FieldValues {
        AT_ALL;

        @Override
        public @Nullable Object value(int position) {
            return null;
        }
    }
}
