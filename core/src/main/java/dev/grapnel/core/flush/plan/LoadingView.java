package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The view of a flush: it loads what it needs to know, and nobody asks why. */
record LoadingView(FlushSession session) implements PlanView {
    private static final Logger LOG = LoggerFactory.getLogger(WorkGraph.class);

    @Override
    public boolean contains(InstanceState state) {
        return session.containsState(state);
    }

    @Override
    public StateHistory history(InstanceState state, AttributeTracker attribute, int passive) {
        return StateHistory.of(attribute.history(state, passive));
    }

    @Override
    public boolean valueGone(InstanceState state, String attribute) {
        AttributeTracker tracker = ClassManager.of(state).tracker(attribute);
        return state.isChanged(tracker.index())
                && !tracker.history(state, Passive.NO_INITIALIZE).deleted().isEmpty();
    }

    @Override
    public @Nullable Object value(InstanceState state, String attribute) {
        Object value = ClassManager.of(state).tracker(attribute).get(state, Passive.OFF);
        return Marker.is(value) ? null : value;
    }

    @Override
    public List<@Nullable Object> related(InstanceState state, String attribute, int passive) {
        return ClassManager.of(state).tracker(attribute).allPending(state, passive);
    }

    @Override
    public void deleteCascade(InstanceState start, Consumer<InstanceState> visitor) {
        Mapper.cascade(CascadeType.DELETE, start, state -> false, visitor);
    }

    @Override
    public void because(InstanceState state, Cause cause, @Nullable Relationship along, @Nullable InstanceState from) {
        // asked for by nobody
    }

    @Override
    public void linkIgnored(InstanceState outside, Relationship along) {
        LOG.warn(
                "Object {} is not in the session, so its link along {} is not written. Add it to the session.",
                outside,
                along);
    }
}
