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
 * @param passiveInSeveralClasses the same in a result that has rows of several classes
 */
public record OneByOne(AttributeTracker relationship, int passive, int passiveInSeveralClasses) implements PostLoad {
    /** Sends what is needed. */
    public OneByOne(AttributeTracker relationship) {
        this(relationship, Passive.OFF, Passive.OFF);
    }

    /**
     * Sends what is needed among objects of one class. Among those of several, as the reference has it, a reference to a key is filled with what is in
     * memory, and waits for its first read otherwise.
     */
    public static OneByOne immediately(AttributeTracker relationship) {
        return new OneByOne(relationship, Passive.OFF, Passive.NO_FETCH_RELATED);
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
    public PostLoad ofSeveralClasses() {
        return passive == passiveInSeveralClasses
                ? this
                : new OneByOne(relationship, passiveInSeveralClasses, passiveInSeveralClasses);
    }

    @Override
    public void load(LoadRun run, List<Owner> owners) {
        for (Owner owner : owners) {
            relationship.get(owner.state(), passive | Passive.NO_RAISE);
        }
    }
}
