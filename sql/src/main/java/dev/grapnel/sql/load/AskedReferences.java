package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.TableMapper;

/**
 * References whose objects come by one statement for all owners. Their columns come with the owners although a statement leaves them out: else each owner
 * would cost a statement to find out where it refers to.
 */
final class AskedReferences {
    private AskedReferences() {}

    /** Whether the column of an attribute leads to objects that come behind its owner. */
    static boolean useColumn(TableMapper mapper, LoadOptions options, String attribute) {
        for (Relationship relationship : mapper.relationships()) {
            if (relationship.direction() == Direction.MANY_TO_ONE
                    && options.strategyFor(relationship) == LoadStrategy.SELECTIN) {
                for (ColumnPair pair : mapper.join(relationship).pairs()) {
                    AttributeTracker local = mapper.attributeOf(pair.local());
                    if (local != null && local.name().equals(attribute)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
