package dev.grapnel.core.flush.explain;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.RowChange.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which rows wait for which earlier ones: keys that have to be there, and rows that have to be gone. */
final class Dependencies {
    private final Forecast forecast;
    private final MemoryView view;
    private final List<Set<Dependency>> found = new ArrayList<>();
    private final Map<InstanceState, List<Integer>> positions = new HashMap<>();

    private Dependencies(Forecast forecast, MemoryView view) {
        this.forecast = forecast;
        this.view = view;
    }

    static List<Set<Dependency>> of(Forecast forecast, MemoryView view) {
        Dependencies dependencies = new Dependencies(forecast, view);
        dependencies.index();
        for (int at = 0; at < forecast.rows().size(); at++) {
            dependencies.explain(at, forecast.rows().get(at));
        }
        return dependencies.found;
    }

    private void index() {
        for (int at = 0; at < forecast.rows().size(); at++) {
            found.add(new LinkedHashSet<>());
            for (InstanceState state : forecast.rows().get(at).change().subjects()) {
                positions.computeIfAbsent(state, unused -> new ArrayList<>()).add(at);
            }
        }
    }

    private void explain(int at, Forecast.Foretold row) {
        if (row.link() != null) {
            for (InstanceState state : row.change().subjects()) {
                follow(at, state, Kind.INSERT, row.link().toString());
            }
            return;
        }
        InstanceState state = row.change().subjects().get(0);
        follow(at, state, row.change().kind(), "another part of the same object");
        if (row.change().kind() == Kind.DELETE) {
            explainDelete(at, state);
        } else {
            forecast.keysNeededBy(state).forEach((source, along) -> follow(at, source, Kind.INSERT, along.toString()));
        }
    }

    private void explainDelete(int at, InstanceState state) {
        for (int earlier : positions.getOrDefault(state, List.of())) {
            Relationship link = forecast.rows().get(earlier).link();
            if (link != null) {
                add(at, earlier, link);
            }
        }
        for (Relationship relationship : Mapper.of(state).relationships()) {
            if (!relationship.settings().viewOnly() && relationship.direction() != Direction.MANY_TO_MANY) {
                explainDelete(at, state, relationship);
            }
        }
    }

    private void explainDelete(int at, InstanceState state, Relationship relationship) {
        int passive = Passive.NO_INITIALIZE | Passive.INCLUDE_PENDING_MUTATIONS;
        for (InstanceState other : view.history(state, ClassManager.of(state).tracker(relationship.name()), passive)
                .sum()) {
            if (other != null && relationship.direction() == Direction.ONE_TO_MANY) {
                follow(at, other, Kind.DELETE, relationship.toString());
                follow(at, other, Kind.UPDATE, relationship.toString());
            } else if (other != null) {
                precede(at, other, relationship);
            }
        }
    }

    private void follow(int at, @Nullable InstanceState other, Kind kind, String because) {
        for (int earlier : positions.getOrDefault(other, List.of())) {
            if (earlier < at && other != null && forecast.rows().get(earlier).isOf(other, kind)) {
                found.get(at).add(new Dependency(earlier + 1, because));
            }
        }
    }

    private void precede(int at, InstanceState other, Relationship because) {
        for (int later : positions.getOrDefault(other, List.of())) {
            if (forecast.rows().get(later).isOf(other, Kind.DELETE)) {
                add(later, at, because);
            }
        }
    }

    private void add(int at, int earlier, Relationship because) {
        if (earlier < at) {
            found.get(at).add(new Dependency(earlier + 1, because.toString()));
        }
    }
}
