package dev.grapnel.core.flush.execute;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.PersistListeners;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves objects of one hierarchy (rules M-5, M-6): all {@code before_*}, then the rows, then all {@code after_*}; new objects in order of
 * adding, then persistent ones in order of their keys.
 */
final class SaveStep {
    private static final Logger LOG = LoggerFactory.getLogger(SaveStep.class);

    private final WorkGraph graph;
    private final RowWriter rows;
    private final WriteScope scope;

    SaveStep(WorkGraph graph, RowWriter rows, WriteScope scope) {
        this.graph = graph;
        this.rows = rows;
        this.scope = scope;
    }

    void run(Mapper base, List<InstanceState> states) {
        scope.connection(); // enrolled before the first event, whether or not a row is written in the end
        List<InstanceState> sorted = BatchOrder.of(states);
        if (base.isBatch()) {
            runTogether(base, sorted);
        } else {
            sorted.forEach(state -> runTogether(base, List.of(state)));
        }
    }

    private void runTogether(Mapper base, List<InstanceState> sorted) {
        if (sorted.isEmpty()) {
            return;
        }
        List<SaveItem> inserts = new ArrayList<>();
        List<SaveItem> updates = new ArrayList<>();
        for (InstanceState state : sorted) {
            SaveItem item = prepare(state);
            boolean hasRow = state.hasKey() || item.switched() != null;
            (hasRow ? updates : inserts).add(item);
        }
        rows.save(base, updates, inserts, scope);
        inserts.forEach(this::after);
        updates.forEach(this::after);
    }

    private SaveItem prepare(InstanceState state) {
        Mapper mapper = Mapper.of(state);
        PersistListeners listeners = mapper.persistListeners();
        if (state.hasKey()) {
            fire(listeners.beforeUpdate, mapper, state);
            return new SaveItem(state, mapper, null);
        }
        IdentityKey key = mapper.identityKey(state); // as it was before listeners could set it
        fire(listeners.beforeInsert, mapper, state);
        return new SaveItem(state, mapper, rowTakenOver(key, state));
    }

    private @Nullable InstanceState rowTakenOver(@Nullable IdentityKey key, InstanceState state) {
        InstanceState existing =
                key == null ? null : ClassManager.stateOf(graph.session().inMemory(key));
        if (existing == null || existing == state || graph.session().wasAlreadyDeleted(existing)) {
            return null;
        }
        if (!graph.isDeleted(existing)) {
            LOG.warn(
                    "New object {} has the key of {}, which is in the session and not deleted. The insert will probably be refused.",
                    state,
                    existing);
            return null;
        }
        if (!Mapper.of(state).takesRowsOf(Mapper.of(existing))) {
            throw new FlushException(
                    "Cannot insert " + state + ": it has the key of " + existing
                            + ", which is deleted in the same flush and has its row in another table. Flush the deletion first.");
        }
        graph.keepRow(existing);
        return existing;
    }

    private void after(SaveItem item) {
        PersistListeners listeners = item.mapper().persistListeners();
        boolean inserted = !item.state().hasKey() && item.switched() == null;
        fire(inserted ? listeners.afterInsert : listeners.afterUpdate, item.mapper(), item.state());
    }

    private void fire(Listeners<PersistEvent<Object>> listeners, Mapper mapper, InstanceState state) {
        fire(listeners, mapper, state, graph, scope);
    }

    static void fire(
            Listeners<PersistEvent<Object>> listeners,
            Mapper mapper,
            InstanceState state,
            WorkGraph graph,
            WriteScope scope) {
        if (!listeners.isEmpty()) {
            graph.session().telling(listeners, state);
            try {
                listeners.fireWhile(new PersistEvent<>(mapper, scope.connection(), state), event -> !event.isStopped());
            } finally {
                graph.session().told();
            }
        }
    }
}
