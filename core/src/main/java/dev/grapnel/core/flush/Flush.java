package dev.grapnel.core.flush;

import dev.grapnel.core.flush.execute.PlanExecutor;
import dev.grapnel.core.flush.explain.FlushExplanation;
import dev.grapnel.core.flush.explain.FlushForecast;
import dev.grapnel.core.flush.plan.FlushPlan;
import dev.grapnel.core.flush.plan.FlushSession;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowForecast;
import dev.grapnel.core.store.RowWriter;
import java.util.List;

/**
 * One flush, step by step; the session calls the steps in this order and fires its events between them.
 *
 * <pre>
 * collect   what the session's sets hold, as objects to save and to delete
 * plan      everything is decided: further objects, actions, order
 * execute   the actions, with the events of each object
 * finish    what became of each object
 * end       nothing is left of the plan
 * </pre>
 */
public final class Flush {
    private final WorkGraph graph;

    /**
     * Begins a flush.
     *
     * @param session whose flush it is
     */
    public Flush(FlushSession session) {
        this.graph = new WorkGraph(session);
    }

    /**
     * Says what a flush would write, without loading, writing or changing anything.
     *
     * @param session whose flush it would be
     * @param work the sets of the session
     * @param rows says which rows would be written
     * @return the rows in order, with reasons
     */
    public static FlushExplanation explain(FlushSession session, WorkSet work, RowForecast rows) {
        FlushForecast forecast = new FlushForecast(session, rows);
        try {
            List<InstanceState> leaving = work.collectInto(forecast.graph());
            return forecast.explain(work.deleted(), leaving);
        } finally {
            forecast.graph().end();
        }
    }

    /** The flush as events show it. */
    public FlushContext context() {
        return graph;
    }

    /**
     * Takes over what has to be written.
     *
     * @param work the sets of the session
     * @return pending orphans that are to leave the session instead
     */
    public List<InstanceState> collect(WorkSet work) {
        return work.collectInto(graph);
    }

    /** Whether there is anything to write. */
    public boolean hasWork() {
        return graph.hasWork();
    }

    /** Decides everything. */
    public FlushPlan plan() {
        return graph.plan();
    }

    /**
     * Writes.
     *
     * @param plan what was decided
     * @param rows writes rows
     * @param connections opens a connection when it is first needed
     */
    public void execute(FlushPlan plan, RowWriter rows, FlushConnections connections) {
        new PlanExecutor(graph, rows, new FlushScopes(graph, connections)).execute(plan);
    }

    /** Forgets what was planned; always the last step. */
    public void end() {
        graph.end();
    }

    /** What became of each object. */
    public FlushResult finish() {
        return FlushResult.of(graph);
    }
}
