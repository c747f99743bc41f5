package dev.grapnel.core.flush.explain;

import dev.grapnel.core.flush.plan.Cause;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found out while planning: why objects take part, and what only the store knows. */
final class Findings {
    private static final Set<Cause> DELETING = EnumSet.of(Cause.MARKED, Cause.ORPHAN, Cause.CASCADE);

    private final Map<InstanceState, Set<Reason>> reasons = new LinkedHashMap<>();
    private final Map<Asked, OpenQuestion> questions = new LinkedHashMap<>();

    private record Asked(InstanceState state, Relationship relationship) {}

    void because(InstanceState state, Cause cause, @Nullable Relationship along, @Nullable InstanceState from) {
        Set<Reason> known = reasons.computeIfAbsent(state, unused -> new LinkedHashSet<>());
        Reason reason = new Reason(
                cause,
                cause == Cause.CHANGED ? changed(state) : List.of(),
                along == null ? null : along.toString(),
                from == null ? null : PlannedObject.of(from));
        boolean better =
                from == null && known.stream().anyMatch(other -> other.cause() == cause && other.from() != null);
        if (!better) {
            known.removeIf(other -> from != null && other.cause() == cause && other.from() == null);
            known.add(reason);
        }
    }

    private static List<String> changed(InstanceState state) {
        List<String> names = new ArrayList<>();
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            boolean touched = state.isChanged(attribute.index()) || state.pending(attribute.index()) != null;
            if (touched) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    /** Why a row of an object is deleted, or inserted or updated. */
    List<Reason> reasons(InstanceState state, boolean deleting) {
        List<Reason> fitting = new ArrayList<>();
        for (Reason reason : reasons.getOrDefault(state, Set.of())) {
            if (DELETING.contains(reason.cause()) == deleting) {
                fitting.add(reason);
            }
        }
        return fitting;
    }

    void ask(InstanceState state, Relationship relationship, String consequence) {
        questions.putIfAbsent(
                new Asked(state, relationship),
                new OpenQuestion(PlannedObject.of(state), relationship.toString(), consequence));
    }

    Collection<OpenQuestion> questions() {
        return questions.values();
    }
}
