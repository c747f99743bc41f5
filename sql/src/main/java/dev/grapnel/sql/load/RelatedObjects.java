package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Related objects by the key of their owner, as a {@link RelatedSelect} brings them. */
final class RelatedObjects {
    private final Map<@Nullable Object, Members> byOwner = new HashMap<>();
    /** Rows of one owner often stand side by side. */
    private @Nullable Object latestKey;

    private @Nullable Members latest;

    /** The objects of one owner, each once. Only objects that were in memory can come again, and a set of them is made when the first does. */
    private static final class Members {
        private final List<Object> all = new ArrayList<>();
        private @Nullable Set<Object> seen;

        void add(Object object, boolean mayBeHere, MemberPlaces places, RowCursor row) {
            if (places.isAny()) {
                all.add(places.placed(object, row)); // a pair has one row
                return;
            }
            if (mayBeHere && seen == null) {
                seen = Collections.newSetFromMap(new IdentityHashMap<>());
                seen.addAll(all);
            }
            if (seen == null || seen.add(object)) {
                all.add(object);
            }
        }
    }

    /** Reads all rows. */
    static RelatedObjects read(RelatedSelect select, LoadRun run, RowCursor rows) {
        RelatedObjects objects = new RelatedObjects();
        EntityLoader<RowCursor> loader =
                EntityLoader.ofRelationship(run, select.shape().plan(), select.origin());
        loader.begin();
        KeyPlace[] places = new KeyPlace[select.ownerColumns().size()];
        Arrays.setAll(places, select::ownerPlace);
        while (rows.next()) {
            Object object = loader.load(rows);
            if (object != null) {
                objects.members(rows, places).add(object, loader.mayRepeat(), select.places(), rows);
            }
        }
        return objects;
    }

    private Members members(RowCursor rows, KeyPlace[] places) {
        Object key = places.length == 1 ? places[0].read(rows, latestKey) : key(rows, places);
        Members known = latest;
        if (known == null || key != latestKey) {
            known = byOwner.computeIfAbsent(key, unused -> new Members());
            latestKey = key;
            latest = known;
        }
        return known;
    }

    private static Object key(RowCursor rows, KeyPlace[] places) {
        List<@Nullable Object> key = new ArrayList<>(places.length);
        for (KeyPlace place : places) {
            key.add(rows.value(place.position()));
        }
        return key;
    }

    /**
     * Gives an owner its objects.
     *
     * @param key of the owner: the value that is compared, or a list of them if there are several
     */
    void fill(AttributeTracker relationship, InstanceState owner, @Nullable Object key) {
        Members members = byOwner.get(key);
        List<Object> found = members == null ? List.of() : members.all;
        if (relationship.isCollection()) {
            relationship.setCommitted(owner, found);
        } else {
            relationship.setCommitted(owner, found.isEmpty() ? null : found.get(0));
        }
    }
}
