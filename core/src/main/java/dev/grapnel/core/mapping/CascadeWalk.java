package dev.grapnel.core.mapping;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.TrackedCollection;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One walk along a cascade. The members of one relationship are gathered first, then visited one by one, each followed by what hangs on it;
 * so a visitor that changes the graph is met by the walk as the graph then is.
 */
final class CascadeWalk {
    private final CascadeType cascade;
    private final Predicate<InstanceState> halt;
    private final Consumer<InstanceState> visitor;
    private final Set<InstanceState> visited = new HashSet<>();

    CascadeWalk(CascadeType cascade, Predicate<InstanceState> halt, Consumer<InstanceState> visitor) {
        this.cascade = cascade;
        this.halt = halt;
        this.visitor = visitor;
    }

    void from(InstanceState state) {
        for (Relationship relationship : Mapper.of(state).relationships()) {
            if (relationship.cascades(cascade)) {
                for (InstanceState member : members(state, relationship)) {
                    visitor.accept(member);
                    from(member);
                }
            }
        }
    }

    private List<InstanceState> members(InstanceState state, Relationship relationship) {
        boolean skipPending =
                cascade == CascadeType.REFRESH_EXPIRE && !relationship.cascades(CascadeType.DELETE_ORPHAN);
        List<InstanceState> found = new ArrayList<>();
        for (Object member : candidates(state, relationship)) {
            InstanceState candidate = ClassManager.stateOf(member);
            if (candidate == null || visited.contains(candidate) || halt.test(candidate)) {
                continue;
            }
            if (skipPending && candidate.key() == null) {
                continue;
            }
            visited.add(candidate);
            found.add(candidate);
        }
        return found;
    }

    private List<@Nullable Object> candidates(InstanceState state, Relationship relationship) {
        AttributeTracker attribute = ClassManager.of(state).tracker(relationship.name());
        if (cascade == CascadeType.SAVE_UPDATE) {
            return attribute.allPending(state, Passive.NO_INITIALIZE);
        }
        boolean loads =
                cascade == CascadeType.DELETE && !relationship.settings().passiveDeletes();
        Object value = attribute.get(state, loads ? Passive.OFF | Passive.NO_RAISE : Passive.NO_INITIALIZE);
        if (value instanceof TrackedCollection collection) {
            return new ArrayList<>(collection.elements());
        }
        return value == null || Marker.is(value) ? List.of() : List.of(value);
    }
}
