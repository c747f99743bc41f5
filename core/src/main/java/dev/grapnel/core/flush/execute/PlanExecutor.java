package dev.grapnel.core.flush.execute;

import dev.grapnel.core.flush.plan.Action;
import dev.grapnel.core.flush.plan.DependencyRule;
import dev.grapnel.core.flush.plan.FlushPlan;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.WriteScopes;
import java.util.List;

/** Carries out a plan, layer by layer. */
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
            layer.forEach(this::execute);
        }
        plan.requireNoCircle();
    }

    private void execute(Action action) {
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
            executeSome(action);
        }
    }

    private void executeSome(Action action) {
        if (action instanceof Action.SaveSome some) {
            steps.save(some.base(), some.states());
        } else if (action instanceof Action.DeleteSome some) {
            // A row that a saved object has taken over meanwhile stays.
            some.states().removeIf(state -> !graph.losesRow(state));
            steps.delete(some.base(), some.states());
        } else if (action instanceof Action.ProcessSome some) {
            process(some.rule(), some.deleting(), some.states());
        }
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
