package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.instrument.TrackedCollection;
import dev.grapnel.core.load.EagerReader;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.state.InstanceState;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a relationship from columns joined to the owner's row; a collection grows row by row. */
final class JoinedReader implements EagerReader<RowCursor> {
    private final AttributeTracker relationship;
    private final EntityLoader<RowCursor> objects;
    private final IdentityHashMap<InstanceState, Filling> fillings = new IdentityHashMap<>();

    private record Filling(TrackedCollection collection, Set<Object> seen) {}

    JoinedReader(AttributeTracker relationship, LoadRun run, TablePlan plan) {
        this.relationship = relationship;
        this.objects = new EntityLoader<>(run, plan, null, null);
        objects.begin();
    }

    @Override
    public AttributeTracker relationship() {
        return relationship;
    }

    @Override
    public void first(RowCursor row, InstanceState owner) {
        if (relationship instanceof CollectionTracker collection) {
            Filling filling =
                    new Filling(collection.beginLoading(owner), Collections.newSetFromMap(new IdentityHashMap<>()));
            fillings.put(owner, filling);
            add(collection, owner, filling, objects.load(row));
            collection.finishLoading(owner, filling.collection);
        } else {
            relationship.setCommitted(owner, objects.load(row));
        }
    }

    private static void add(
            CollectionTracker attribute, InstanceState owner, Filling filling, @Nullable Object member) {
        if (member != null && filling.seen.add(member)) {
            attribute.loadElement(owner, filling.collection, member);
        }
    }

    @Override
    public void again(RowCursor row, InstanceState owner) {
        Object member = objects.load(row);
        Filling filling = fillings.get(owner);
        if (relationship instanceof CollectionTracker collection && filling != null) {
            add(collection, owner, Objects.requireNonNull(filling), member);
        }
    }

    @Override
    public void pass(RowCursor row) {
        objects.load(row);
    }
}
