package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Related objects by the key of their owner, as a {@link RelatedSelect} brings them. */
final class RelatedObjects {
    private final Map<List<@Nullable Object>, List<Object>> byOwner = new LinkedHashMap<>();

    /** Reads all rows. */
    static RelatedObjects read(RelatedSelect select, LoadRun run, RowCursor rows) {
        RelatedObjects objects = new RelatedObjects();
        EntityLoader<RowCursor> loader =
                EntityLoader.ofRelationship(run, select.shape().plan(), select.origin());
        loader.begin();
        int parts = select.ownerColumns().size();
        while (rows.next()) {
            Object object = loader.load(rows);
            if (object != null) {
                List<@Nullable Object> key = new ArrayList<>(parts);
                for (int part = 0; part < parts; part++) {
                    key.add(rows.value(select.ownerPosition(part)));
                }
                objects.add(key, object);
            }
        }
        return objects;
    }

    private void add(List<@Nullable Object> key, Object object) {
        List<Object> known = byOwner.computeIfAbsent(key, unused -> new ArrayList<>());
        boolean again = false;
        for (Object one : known) {
            again |= one == object;
        }
        if (!again) {
            known.add(object);
        }
    }

    /** Gives an owner its objects. */
    void fill(AttributeTracker relationship, InstanceState owner, List<@Nullable Object> key) {
        List<Object> found = byOwner.getOrDefault(key, List.of());
        if (relationship.isCollection()) {
            relationship.setCommitted(owner, found);
        } else {
            relationship.setCommitted(owner, found.isEmpty() ? null : found.get(0));
        }
    }
}
