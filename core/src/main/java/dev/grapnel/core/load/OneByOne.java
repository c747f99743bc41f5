package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.Passive;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills a relationship of each owner by the loader of its first read.
 *
 * @param relationship the relationship
 * @param passive how far the loader goes
 */
public record OneByOne(AttributeTracker relationship, int passive) implements PostLoad {
    /** Sends what is needed. */
    public OneByOne(AttributeTracker relationship) {
        this(relationship, Passive.OFF);
    }

    @Override
    public boolean isWanted(@Nullable Set<String> only) {
        return only == null || only.contains(relationship.name());
    }

    @Override
    public PostLoad onRefresh() {
        return this;
    }

    @Override
    public void load(LoadRun run, List<Owner> owners) {
        for (Owner owner : owners) {
            relationship.get(owner.state(), passive | Passive.NO_RAISE);
        }
    }
}
