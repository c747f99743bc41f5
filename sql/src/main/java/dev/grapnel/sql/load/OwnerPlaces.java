package dev.grapnel.sql.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the owners of rows stand among all owners, by their keys.
 *
 * <p>Rows of one owner mostly stand side by side, and owners in the order in which they were read themselves: keys are searched only if that is not
 * so.
 */
final class OwnerPlaces {
    static final int NONE = -1;

    /** Owners without rows are passed over; after so many a search is cheaper. */
    private static final int NEAR = 4;

    private final List<@Nullable Object> keys;
    private final boolean complete;
    private @Nullable Map<@Nullable Object, Integer> places;
    private int latest = NONE;

    /**
     * Makes the places of owners.
     *
     * @param known keys of owners, each once
     * @param complete whether there are no others
     */
    OwnerPlaces(List<Object> known, boolean complete) {
        this.keys = new ArrayList<>(known);
        this.complete = complete;
    }

    /** How many owners there are. */
    int size() {
        return keys.size();
    }

    /** The key of the owner that was found last, or null. */
    @Nullable Object latest() {
        return latest == NONE ? null : keys.get(latest);
    }

    /** The place of an owner to whom a row belongs; a further one if it was not known, or {@link #NONE} if all were. */
    int ofRow(@Nullable Object key) {
        int place = near(key);
        if (place == NONE) {
            place = search(key);
        }
        if (place == NONE && !complete) {
            place = keys.size();
            keys.add(key);
            searchable().put(key, place);
        }
        if (place != NONE) {
            latest = place;
        }
        return place;
    }

    private int near(@Nullable Object key) {
        int end = Math.min(keys.size(), latest + NEAR);
        for (int place = Math.max(0, latest); place < end; place++) {
            if (Objects.equals(key, keys.get(place))) {
                return place;
            }
        }
        return NONE;
    }

    /** The place of an owner, or {@link #NONE}. */
    int search(@Nullable Object key) {
        return searchable().getOrDefault(key, NONE);
    }

    private Map<@Nullable Object, Integer> searchable() {
        Map<@Nullable Object, Integer> known = places;
        if (known == null) {
            known = new HashMap<>(2 * keys.size());
            for (int place = 0; place < keys.size(); place++) {
                known.put(keys.get(place), place);
            }
            places = known;
        }
        return known;
    }
}
