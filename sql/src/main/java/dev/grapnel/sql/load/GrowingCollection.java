package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.instrument.TrackedCollection;
import dev.grapnel.core.state.InstanceState;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A collection that rows fill, each member once: other collections in the row, or those of members, bring a member again and again. */
final class GrowingCollection {
    private static final int FEW = 8;

    private final InstanceState owner;
    private final TrackedCollection collection;
    private @Nullable Object latest;
    private @Nullable Object[] few = new Object[FEW / 2];
    private int count;
    private @Nullable Set<Object> many;

    GrowingCollection(InstanceState owner, TrackedCollection collection) {
        this.owner = owner;
        this.collection = collection;
    }

    InstanceState owner() {
        return owner;
    }

    /** A row brought a member, or none. */
    void add(CollectionTracker attribute, @Nullable Object member, MemberPlaces places, RowCursor row) {
        if (member != null && member != latest) {
            latest = member;
            if (isNew(member)) {
                attribute.loadElement(owner, collection, places.placed(member, row));
            }
        }
    }

    private boolean isNew(Object member) {
        if (many != null) {
            return many.add(member);
        }
        for (int at = 0; at < count; at++) {
            if (few[at] == member) {
                return false;
            }
        }
        remember(member);
        return true;
    }

    private void remember(Object member) {
        if (count == FEW) {
            many = Collections.newSetFromMap(new IdentityHashMap<>());
            many.addAll(Arrays.asList(few));
            many.add(member);
            return;
        }
        if (count == few.length) {
            few = Arrays.copyOf(few, 2 * count);
        }
        few[count++] = member;
    }

    /** The first row of the owner was read. */
    void finish(CollectionTracker attribute) {
        attribute.finishLoading(owner, collection);
    }
}
