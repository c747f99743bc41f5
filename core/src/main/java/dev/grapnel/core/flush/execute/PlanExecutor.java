package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.Action;
import dev.grapnel.core.flush.plan.DependencyRule;
import dev.grapnel.core.flush.plan.FlushPlan;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.WriteScopes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Carries out a plan, layer by layer. Single-object actions of one kind that stand in one layer are carried out together (rule U-4). */
public final class PlanExecutor {
    private final WorkGraph graph;
    private final PlanSteps steps;

    /**
     * Prepares the execution of one plan.
     *
     * @param graph the work
     * @param rows writes it
     * @param scopes the connections, and where generated values are reported
     */
    public PlanExecutor(WorkGraph graph, RowWriter rows, WriteScopes scopes) {
        this(graph, new LiveSteps(graph, rows, scopes));
    }

    /**
     * Prepares to go through one plan.
     *
     * @param graph the work
     * @param steps what is done with its parts
     */
    public PlanExecutor(WorkGraph graph, PlanSteps steps) {
        this.graph = graph;
        this.steps = steps;
    }

    /**
     * Carries out the plan.
     *
     * @param plan what to do
     * @throws dev.grapnel.core.error.CircularDependencyException if rows depend on each other in a circle, once all others are written
     */
    public void execute(FlushPlan plan) {
        for (List<Action> layer : plan.layers()) {
            Set<Action> done = new HashSet<>();
            for (Action action : layer) {
                if (done.add(action)) {
                    execute(action, layer, done);
                }
            }
        }
        plan.requireNoCircle();
    }

    private void execute(Action action, List<Action> layer, Set<Action> done) {
        if (action instanceof Action.SaveAll all) {
            steps.save(all.base(), graph.ofHierarchy(all.base(), false));
        } else if (action instanceof Action.DeleteAll all) {
            steps.delete(all.base(), graph.ofHierarchy(all.base(), true));
        } else if (action instanceof Action.ProcessAll all) {
            process(
                    all.rule(),
                    all.deleting(),
                    graph.elements(all.rule(), all.rule().isFromParent(), all.deleting()));
        } else if (action instanceof Action.PostUpdateAll all) {
            postUpdate(all.base(), all.deleting());
        } else {
            executeSingles(action, layer, done);
        }
    }

    private void executeSingles(Action action, List<Action> layer, Set<Action> done) {
        List<InstanceState> together = new ArrayList<>();
        for (Action other : layer) {
            InstanceState state = sameKind(action, other);
            if (state != null) {
                together.add(state);
                done.add(other);
            }
        }
        if (action instanceof Action.SaveOne one) {
            steps.save(one.base(), together);
        } else if (action instanceof Action.DeleteOne one) {
            together.removeIf(state -> !graph.isDeleted(state));
            steps.delete(one.base(), together);
        } else if (action instanceof Action.ProcessOne one) {
            process(one.rule(), one.deleting(), together);
        }
    }

    private static @org.jspecify.annotations.Nullable InstanceState sameKind(Action first, Action other) {
        if (first instanceof Action.SaveOne one && other instanceof Action.SaveOne two && one.base() == two.base()) {
            return two.state();
        }
        if (first instanceof Action.DeleteOne one
                && other instanceof Action.DeleteOne two
                && one.base() == two.base()) {
            return two.state();
        }
        if (first instanceof Action.ProcessOne one
                && other instanceof Action.ProcessOne two
                && one.rule() == two.rule()
                && one.deleting() == two.deleting()) {
            return two.state();
        }
        return null;
    }

    private void process(DependencyRule rule, boolean deletes, List<InstanceState> states) {
        if (deletes) {
            rule.processDeletes(graph, states, steps);
        } else {
            rule.processSaves(graph, states, steps);
        }
    }

    private void postUpdate(Mapper base, boolean deletes) {
        WorkGraph.PostUpdates updates = graph.postUpdates(base, deletes);
        if (!updates.states().isEmpty()) {
            steps.postUpdate(base, updates);
        }
    }
}
