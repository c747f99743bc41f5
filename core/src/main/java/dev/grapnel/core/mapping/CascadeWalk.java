package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.QueueTracker;
import dev.grapnel.core.instrument.TrackedCollection;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.PendingMutation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One walk along a cascade. The members of one relationship are gathered first, then visited one by one, each followed by what hangs on it;
 * so a visitor that changes the graph is met by the walk as the graph then is.
 */
final class CascadeWalk {
    private final CascadeType cascade;
    private final Predicate<InstanceState> halt;
    private final CascadeVisitor visitor;
    private final boolean inMemory;
    /** Made with the first member: most objects are followed by none. */
    private @Nullable Set<InstanceState> visited;

    CascadeWalk(CascadeType cascade, Predicate<InstanceState> halt, CascadeVisitor visitor, boolean inMemory) {
        this.cascade = cascade;
        this.halt = halt;
        this.visitor = visitor;
        this.inMemory = inMemory;
    }

    void from(InstanceState state) {
        from(state, true);
    }

    /**
     * Begins at an object.
     *
     * @param state of the object
     * @param withQueued whether what is queued for its collections counts as theirs; of the objects that follow it always does
     */
    void from(InstanceState state, boolean withQueued) {
        List<Relationship> relationships = Mapper.of(state).relationships();
        for (int at = 0; at < relationships.size(); at++) {
            Relationship relationship = relationships.get(at);
            if (relationship.cascades(cascade)) {
                for (InstanceState member : members(relationship, candidates(state, relationship, withQueued))) {
                    visitor.visit(member, relationship, state);
                    from(member, true);
                }
            }
        }
    }

    private boolean isVisited(InstanceState state) {
        return visited != null && visited.contains(state);
    }

    private void visit(InstanceState state) {
        if (visited == null) {
            visited = new HashSet<>();
        }
        visited.add(state);
    }

    private List<InstanceState> members(Relationship relationship, List<@Nullable Object> candidates) {
        boolean skipPending =
                cascade == CascadeType.REFRESH_EXPIRE && !relationship.cascades(CascadeType.DELETE_ORPHAN);
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<InstanceState> found = new ArrayList<>(candidates.size());
        for (Object member : candidates) {
            InstanceState candidate = ClassManager.stateOf(member);
            if (candidate == null || isVisited(candidate) || halt.test(candidate)) {
                continue;
            }
            if (skipPending && !candidate.hasKey()) {
                continue;
            }
            visit(candidate);
            found.add(candidate);
        }
        return found;
    }

    private List<@Nullable Object> candidates(InstanceState state, Relationship relationship, boolean withQueued) {
        AttributeTracker attribute = ClassManager.of(state).tracker(relationship.name());
        if (cascade == CascadeType.SAVE_UPDATE) {
            List<@Nullable Object> known = attribute.allPending(state, Passive.NO_INITIALIZE);
            PendingMutation queued = withQueued ? state.pending(attribute.index()) : null;
            return queued == null ? known : queued(queued);
        }
        boolean loads =
                cascade == CascadeType.DELETE && !relationship.settings().passiveDeletes();
        if (inMemory && loads && state.hasKey() && !state.has(attribute.index())) {
            visitor.notLoaded(relationship, state);
            return List.of();
        }
        if (attribute instanceof QueueTracker queue) {
            return queue.history(state, loads ? Passive.OFF : Passive.NO_INITIALIZE)
                    .sum();
        }
        Object value = attribute.get(state, loads ? Passive.OFF | Passive.NO_RAISE : Passive.NO_INITIALIZE);
        if (value instanceof TrackedCollection collection) {
            return new ArrayList<>(collection.elements());
        }
        return value == null || Marker.is(value) ? List.of() : List.of(value);
    }

    /** What joined or left a collection that is not loaded (rule A-32); nothing else of it is known. */
    private static List<@Nullable Object> queued(PendingMutation queued) {
        List<@Nullable Object> all = new ArrayList<>(queued.added());
        all.addAll(queued.removed());
        return all;
    }
}
