package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** One rule looking at the objects registered so far, as often as new ones join. Each object is looked at once. */
final class Preprocessing {
    private final DependencyRule rule;
    private final List<Line> lines = new ArrayList<>();
    private boolean joined;

    Preprocessing(DependencyRule rule, boolean fromParent) {
        this.rule = rule;
        Collection<Mapper> mappers = rule.mappers(fromParent);
        for (Mapper mapper : mappers) {
            lines.add(new Line(mapper));
        }
    }

    /** The objects of one mapper: how many were looked at, and those that only take part in ordering and may be called up later. */
    private static final class Line {
        final Mapper mapper;
        final List<Participant> onlyListed = new ArrayList<>(0);
        int next;

        Line(Mapper mapper) {
            this.mapper = mapper;
        }

        void sort(Participants all, List<InstanceState> saved, List<InstanceState> deleted) {
            for (Iterator<Participant> each = onlyListed.iterator(); each.hasNext(); ) {
                Participant listed = each.next();
                if (!listed.isListOnly()) {
                    each.remove();
                    (listed.isDeleting() ? deleted : saved).add(listed.state());
                }
            }
            for (List<Participant> some = all.of(mapper); next < some.size(); next++) {
                Participant each = some.get(next);
                if (each.isListOnly()) {
                    onlyListed.add(each);
                } else {
                    (each.isDeleting() ? deleted : saved).add(each.state());
                }
            }
        }
    }

    /** Looks at new objects; gives whether there were any. */
    boolean run(WorkGraph graph) {
        List<InstanceState> saved = new ArrayList<>();
        List<InstanceState> deleted = new ArrayList<>();
        lines.forEach(line -> line.sort(graph.participants(), saved, deleted));
        if (!deleted.isEmpty()) {
            rule.presortDeletes(graph, deleted);
        }
        if (!saved.isEmpty()) {
            rule.presortSaves(graph, saved);
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
