package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.load.EagerReader;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** Fills a relationship from columns joined to the owner's row; a collection grows row by row. */
final class JoinedReader implements EagerReader<RowCursor> {
    private final AttributeTracker relationship;
    private final EntityLoader<RowCursor> objects;
    private final GrowingCollections collections;
    private final MemberPlaces places;
    /** Rows of one owner often stand side by side. */
    private @Nullable GrowingCollection latest;

    /** What readers of the same relationship at several places of the row share. */
    private record Place(AttributeTracker relationship) {}

    JoinedReader(AttributeTracker relationship, LoadRun run, TablePlan plan, MemberPlaces places) {
        this.relationship = relationship;
        this.places = places;
        this.objects = new EntityLoader<>(run, plan, null, null);
        this.collections = run.memo(new Place(relationship), GrowingCollections::new);
        objects.begin();
    }

    @Override
    public AttributeTracker relationship() {
        return relationship;
    }

    @Override
    public void first(RowCursor row, InstanceState owner) {
        if (relationship instanceof CollectionTracker attribute) {
            GrowingCollection collection = collections.begin(attribute, owner);
            latest = collection;
            collection.add(attribute, objects.load(row), places, row);
            collection.finish(attribute);
        } else {
            relationship.setCommitted(owner, objects.load(row));
        }
    }

    @Override
    public void again(RowCursor row, InstanceState owner) {
        if (relationship instanceof CollectionTracker attribute) {
            GrowingCollection collection = collection(attribute, owner);
            collection.add(attribute, objects.load(row), places, row);
        } else {
            Object member = objects.load(row);
            if (!owner.has(relationship.index())) {
                relationship.setCommitted(owner, member);
            }
        }
    }

    /** The collection being filled: begun by this reader, by another for the same relationship elsewhere in the row, or by none so far. */
    private GrowingCollection collection(CollectionTracker attribute, InstanceState owner) {
        GrowingCollection known = latest;
        if (known == null || known.owner() != owner) {
            known = collections.of(attribute, owner);
            latest = known;
        }
        return known;
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
