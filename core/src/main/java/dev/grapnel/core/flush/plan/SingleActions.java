package dev.grapnel.core.flush.plan;

import dev.grapnel.core.flush.order.Edges;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Breaks actions that depend on each other in a circle into actions on single objects, ordered by the links there are (rule U-4).
 *
 * <p>What stood before the whole action stands before all its pieces, and what stood behind it behind all of them: by way of two gates, which spare an
 * edge to each.
 */
final class SingleActions {
    private static final int WHOLE = -1;

    private final WorkGraph graph;
    private final ActionGraph actions;
    private final Edges throughGates = new Edges();
    /** The gate before the pieces of a broken action, by its number; the one behind them is the next. */
    private int[] gates = new int[0];

    SingleActions(WorkGraph graph, ActionGraph actions) {
        this.graph = graph;
        this.actions = actions;
    }

    void breakCircles() {
        BitSet circles = actions.findCircles();
        if (circles.isEmpty()) {
            return;
        }
        gates = new int[actions.size()];
        Arrays.fill(gates, WHOLE);
        circles.stream().forEach(broken -> {
            gates[broken] = actions.gate();
            actions.gate();
        });
        circles.stream().forEach(this::breakUp);
        Edges edges = actions.edges();
        for (int edge = 0; edge < edges.count(); edge++) {
            follow(edges.before(edge), edges.after(edge));
        }
        actions.replaceEdges(throughGates);
    }

    /** The processing of relationships is broken up with the saves and deletes of their objects. */
    private void breakUp(int broken) {
        if (actions.whole(broken) instanceof Action.SaveAll all) {
            breakUp(broken, all.base(), false);
        } else if (actions.whole(broken) instanceof Action.DeleteAll all) {
            breakUp(broken, all.base(), true);
        }
    }

    private void breakUp(int broken, Mapper base, boolean deleting) {
        int saves = actions.of(new Action.SaveAll(base));
        int deletes = actions.of(new Action.DeleteAll(base));
        List<InstanceState> states = graph.ofHierarchy(base, deleting);
        for (InstanceState state : states) {
            int single = graph.single(state, saves, deletes);
            // saves before deletes, so that a row can pass from a deleted object to a new one
            actions.before(deleting ? saves : single, deleting ? single : deletes);
            throughGates.add(gates[broken], single);
            throughGates.add(single, gates[broken] + 1);
        }
        for (DependencyRule rule : graph.processing(base)) {
            List<InstanceState> affected = new ArrayList<>();
            for (InstanceState state : states) {
                if (rule.appliesTo(Mapper.of(state))) {
                    affected.add(state);
                }
            }
            rule.singleActions(graph, affected, deleting);
        }
    }

    private void follow(int earlier, int later) {
        if (actions.isDisabled(earlier) || actions.isDisabled(later)) {
            return;
        }
        boolean earlierBroken = isBroken(earlier);
        boolean laterBroken = isBroken(later);
        if (!earlierBroken || !laterBroken) {
            throughGates.add(earlierBroken ? gates[earlier] + 1 : earlier, laterBroken ? gates[later] : later);
        }
    }

    private boolean isBroken(int action) {
        return action < gates.length && gates[action] != WHOLE;
    }
}
