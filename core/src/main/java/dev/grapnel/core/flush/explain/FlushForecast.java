package dev.grapnel.core.flush.explain;

import dev.grapnel.core.flush.execute.PlanExecutor;
import dev.grapnel.core.flush.plan.Cause;
import dev.grapnel.core.flush.plan.FlushSession;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.RowForecast;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans a flush as it would be planned, and foretells it instead of carrying it out. */
public final class FlushForecast {
    private final KnownValues values = new KnownValues();
    private final Findings findings = new Findings();
    private final Forecast forecast = new Forecast(findings);
    private final MemoryView view;
    private final WorkGraph graph;
    private final RowForecast rows;

    /**
     * Begins a forecast.
     *
     * @param session whose flush it is
     * @param rows says which rows would be written
     */
    public FlushForecast(FlushSession session, RowForecast rows) {
        this.view = new MemoryView(session, values, findings);
        this.graph = new WorkGraph(session, view);
        this.rows = rows;
    }

    /** The work, to register objects with. */
    public WorkGraph graph() {
        return graph;
    }

    /**
     * Plans and foretells.
     *
     * @param marked objects marked for delete
     * @param leaving new objects that leave the session instead of being inserted
     * @return what would be written, and why
     */
    public FlushExplanation explain(Collection<InstanceState> marked, List<InstanceState> leaving) {
        view.leave(leaving);
        tellCascades(new HashSet<>(marked));
        new PlanExecutor(graph, new ForecastSteps(graph, rows, values, forecast)).execute(graph.plan());
        return new FlushExplanation(
                rows(), named(forecast.eventsOnly()), named(leaving), List.copyOf(findings.questions()));
    }

    /** The cascade ran when objects were marked; here it is read off the objects again. */
    private void tellCascades(Set<InstanceState> marked) {
        for (InstanceState state : marked) {
            for (Relationship relationship : Mapper.of(state).relationships()) {
                if (relationship.cascades(CascadeType.DELETE)) {
                    view
                            .history(state, ClassManager.of(state).tracker(relationship.name()), Passive.NO_INITIALIZE)
                            .current()
                            .stream()
                            .filter(member -> member != null && marked.contains(member))
                            .forEach(member -> findings.because(member, Cause.CASCADE, relationship, state));
                }
            }
        }
    }

    private List<PlannedRow> rows() {
        List<Set<Dependency>> dependencies = Dependencies.of(forecast, view);
        List<PlannedRow> planned = new ArrayList<>();
        for (Forecast.Foretold row : forecast.rows()) {
            int at = planned.size();
            planned.add(new PlannedRow(
                    at + 1,
                    row.change().kind(),
                    row.change().place(),
                    named(row.change().subjects()),
                    row.change().columns(),
                    row.reasons(),
                    List.copyOf(dependencies.get(at))));
        }
        return planned;
    }

    private static List<PlannedObject> named(Collection<InstanceState> states) {
        return states.stream().map(PlannedObject::of).toList();
    }
}
