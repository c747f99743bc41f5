package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.load.EagerReader;
import dev.grapnel.core.state.InstanceState;
import java.util.List;

/**
 * Leaves a relationship empty, as the statement asks.
 *
 * @param relationship the relationship
 */
record EmptyReader(AttributeTracker relationship) implements EagerReader<RowCursor> {
    @Override
    public void first(RowCursor row, InstanceState owner) {
        relationship.setCommitted(owner, relationship instanceof CollectionTracker ? List.of() : null);
    }

    @Override
    public void again(RowCursor row, InstanceState owner) {
        // nothing comes with further rows
    }

    @Override
    public void pass(RowCursor row, InstanceState owner) {
        // no object comes with the row
    }

    @Override
    public boolean reachesFurther() {
        return false;
    }
}
