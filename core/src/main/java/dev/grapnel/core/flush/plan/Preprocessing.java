package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One rule looking at the objects registered so far, as often as new ones join. */
final class Preprocessing {
    private final DependencyRule rule;
    private final boolean fromParent;
    private final Set<InstanceState> processed = new HashSet<>();
    private boolean joined;

    Preprocessing(DependencyRule rule, boolean fromParent) {
        this.rule = rule;
        this.fromParent = fromParent;
    }

    /** Looks at new objects; gives whether there were any. */
    boolean run(WorkGraph graph) {
        List<InstanceState> saved = new ArrayList<>();
        List<InstanceState> deleted = new ArrayList<>();
        for (Mapper mapper : rule.mappers(fromParent)) {
            for (InstanceState state : graph.registered(mapper)) {
                if (!processed.contains(state) && !graph.isListOnly(state)) {
                    (graph.isDeleted(state) ? deleted : saved).add(state);
                }
            }
        }
        if (!deleted.isEmpty()) {
            rule.presortDeletes(graph, deleted);
            processed.addAll(deleted);
        }
        if (!saved.isEmpty()) {
            rule.presortSaves(graph, saved);
            processed.addAll(saved);
        }
        if (deleted.isEmpty() && saved.isEmpty()) {
            return false;
        }
        if (!joined && (rule.hasChanges(graph, deleted, true) || rule.hasChanges(graph, saved, false))) {
            rule.join(graph);
            joined = true;
        }
        return true;
    }
}
