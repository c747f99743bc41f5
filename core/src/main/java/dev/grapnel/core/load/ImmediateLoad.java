package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.Passive;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills a relationship of each owner right after it, since that was asked for.
 *
 * <p>Among objects of several classes, as the reference has it, a reference to a key is filled with what is in memory: the others wait for their first
 * read.
 *
 * @param relationship the relationship
 */
public record ImmediateLoad(AttributeTracker relationship) implements PostLoad {
    @Override
    public boolean isWanted(@Nullable Set<String> only) {
        return only == null || only.contains(relationship.name());
    }

    @Override
    public PostLoad onRefresh() {
        return this;
    }

    @Override
    public PostLoad ofSeveralClasses() {
        return new OneByOne(relationship, Passive.NO_FETCH_RELATED);
    }

    @Override
    public void load(LoadRun run, List<Owner> owners) {
        new OneByOne(relationship).load(run, owners);
    }
}
