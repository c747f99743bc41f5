package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.List;

/**
 * Fills a relationship of each owner by the loader of its first read.
 *
 * @param relationship the relationship
 */
public record OneByOne(AttributeTracker relationship) implements PostLoad {
    @Override
    public void load(List<InstanceState> owners) {
        for (InstanceState owner : owners) {
            relationship.get(owner, Passive.OFF | Passive.NO_RAISE);
        }
    }
}
