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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a relationship from columns joined to the owner's row; a collection grows row by row. */
final class JoinedReader implements EagerReader<RowCursor> {
    private final AttributeTracker relationship;
    private final LoadRun run;
    private final EntityLoader<RowCursor> objects;
    private final IdentityHashMap<InstanceState, Filling> fillings = new IdentityHashMap<>();

    private record Place(InstanceState owner, AttributeTracker relationship) {}

    private record Filling(TrackedCollection collection, Set<Object> seen) {}

    JoinedReader(AttributeTracker relationship, LoadRun run, TablePlan plan) {
        this.relationship = relationship;
        this.run = run;
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
            run.memo(new Place(owner, relationship), () -> filling);
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
        if (relationship instanceof CollectionTracker collection) {
            Filling filling = filling(collection, owner);
            add(collection, owner, filling, objects.load(row));
        } else {
            Object member = objects.load(row);
            if (!owner.has(relationship.index())) {
                relationship.setCommitted(owner, member);
            }
        }
    }

    /** The collection being filled: begun by this reader, by another for the same relationship elsewhere in the row, or by none so far. */
    private Filling filling(CollectionTracker collection, InstanceState owner) {
        return fillings.computeIfAbsent(
                owner, unused -> run.memo(new Place(owner, relationship), () -> begin(collection, owner)));
    }

    private static Filling begin(CollectionTracker collection, InstanceState owner) {
        Filling filling =
                new Filling(collection.beginLoading(owner), Collections.newSetFromMap(new IdentityHashMap<>()));
        collection.finishLoading(owner, filling.collection);
        return filling;
    }

    @Override
    public void pass(RowCursor row, InstanceState owner) {
        objects.load(row);
    }

    @Override
    public boolean reachesFurther() {
        return true;
    }
}
