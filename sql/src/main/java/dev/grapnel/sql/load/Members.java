package dev.grapnel.sql.load;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The related objects of one owner, each once. Only objects that were in memory can come again, and a set of them is made when the first does.
 */
final class Members {
    private static final int FEW = 4;

    private @Nullable Object[] all = new Object[FEW];
    private int count;
    private @Nullable Set<Object> seen;

    /**
     * A row brought an object.
     *
     * @param mayBeHere whether it may be there already
     */
    void add(Object object, boolean mayBeHere, MemberPlaces places, RowCursor row) {
        if (places.isAny()) {
            append(places.placed(object, row)); // a pair has one row
            return;
        }
        if (mayBeHere && seen == null) {
            seen = Collections.newSetFromMap(new IdentityHashMap<>());
            seen.addAll(list());
        }
        if (seen == null || seen.add(object)) {
            append(object);
        }
    }

    private void append(Object object) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = object;
    }

    /** All of them, in the order of their rows. */
    List<Object> list() {
        return Arrays.asList(all).subList(0, count);
    }

    /** The only one, if the relationship refers to one. */
    @Nullable Object first() {
        return all[0];
    }
}
