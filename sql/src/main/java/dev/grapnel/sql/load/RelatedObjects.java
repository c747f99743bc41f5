package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Related objects by the key of their owner, as a {@link RelatedSelect} brings them. */
final class RelatedObjects {
    private final Map<Object, Members> byOwner = new HashMap<>();

    /** The objects of one owner, each once. Only objects that were in memory can come again, and a set of them is made when the first does. */
    private static final class Members {
        private final List<Object> all = new ArrayList<>();
        private @Nullable Set<Object> seen;

        void add(Object object, boolean mayBeHere) {
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
        int parts = select.ownerColumns().size();
        int first = select.ownerPosition(0);
        while (rows.next()) {
            Object object = loader.load(rows);
            if (object != null) {
                Object key = parts == 1 ? rows.value(first) : key(rows, first, parts);
                objects.byOwner.computeIfAbsent(key, unused -> new Members()).add(object, loader.mayRepeat());
            }
        }
        return objects;
    }

    private static Object key(RowCursor rows, int first, int parts) {
        List<@Nullable Object> key = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            key.add(rows.value(first + part));
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
