package dev.grapnel.core.flush.execute;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.flush.plan.WorkGraph;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.PersistListeners;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.core.store.WriteScopes;
import dev.grapnel.events.Listeners;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private final WriteScopes scopes;

    SaveStep(WorkGraph graph, RowWriter rows, WriteScopes scopes) {
        this.graph = graph;
        this.rows = rows;
        this.scopes = scopes;
    }

    void run(Mapper base, List<InstanceState> states) {
        enrol(base, states, scopes);
        List<InstanceState> sorted = BatchOrder.of(states);
        if (base.isBatch()) {
            runTogether(base, sorted);
        } else {
            sorted.forEach(state -> runTogether(base, List.of(state)));
        }
    }

    /** Connections join before the first event, whether or not a row is written in the end. */
    static void enrol(Mapper base, List<InstanceState> states, WriteScopes scopes) {
        if (states.isEmpty()) {
            scopes.enrol(base);
        }
        int count = scopes.isOne() ? Math.min(1, states.size()) : states.size();
        for (int at = 0; at < count; at++) {
            scopes.of(base, states.get(at));
        }
    }

    private void runTogether(Mapper base, List<InstanceState> sorted) {
        if (sorted.isEmpty()) {
            return;
        }
        List<SaveItem> inserts = new ArrayList<>(sorted.size());
        List<SaveItem> updates = new ArrayList<>(0);
        for (InstanceState state : sorted) {
            SaveItem item = prepare(state);
            boolean hasRow = state.hasKey() || item.switched() != null;
            (hasRow ? updates : inserts).add(item);
        }
        write(base, updates, inserts);
        inserts.forEach(this::after);
        updates.forEach(this::after);
    }

    private void write(Mapper base, List<SaveItem> updates, List<SaveItem> inserts) {
        ByStore<SaveItem> updatesBy = new ByStore<>(updates, base, SaveItem::state, scopes);
        ByStore<SaveItem> insertsBy = new ByStore<>(inserts, base, SaveItem::state, scopes);
        Set<WriteScope> all = new LinkedHashSet<>(updatesBy.scopes());
        all.addAll(insertsBy.scopes());
        for (WriteScope scope : all) {
            rows.save(base, updatesBy.of(scope), insertsBy.of(scope), scope);
        }
    }

    private SaveItem prepare(InstanceState state) {
        Mapper mapper = Mapper.of(state);
        PersistListeners listeners = mapper.persistListeners();
        if (state.hasKey()) {
            fire(listeners.beforeUpdate, mapper, state);
            loadVersion(mapper, state);
            return new SaveItem(state, mapper, null);
        }
        IdentityKey key = graph.session().identityKey(state); // as it was before listeners could set it
        fire(listeners.beforeInsert, mapper, state);
        InstanceState takenOver = rowTakenOver(key, state);
        if (takenOver != null) {
            loadVersion(mapper, takenOver);
        }
        return new SaveItem(state, mapper, takenOver);
    }

    /** The version that the row has: an update is found by it (rule U-19), and nothing may be loaded once rows are written. */
    private static void loadVersion(Mapper mapper, InstanceState state) {
        AttributeTracker version = mapper.versionAttribute();
        if (version != null && !state.isChanged(version.index())) {
            version.get(state, Passive.RETURN_NO_VALUE);
        }
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
        if (listeners.afterInsert.isEmpty() && listeners.afterUpdate.isEmpty()) {
            return;
        }
        boolean inserted = !item.state().hasKey() && item.switched() == null;
        fire(inserted ? listeners.afterInsert : listeners.afterUpdate, item.mapper(), item.state());
    }

    private void fire(Listeners<PersistEvent<Object>> listeners, Mapper mapper, InstanceState state) {
        fire(listeners, mapper, state, graph, scopes);
    }

    static void fire(
            Listeners<PersistEvent<Object>> listeners,
            Mapper mapper,
            InstanceState state,
            WorkGraph graph,
            WriteScopes scopes) {
        if (!listeners.isEmpty()) {
            graph.session().telling(listeners, state);
            try {
                listeners.fireWhile(
                        new PersistEvent<>(
                                mapper, scopes.of(mapper.base(), state).connection(), state),
                        event -> !event.isStopped());
            } finally {
                graph.session().told();
            }
        }
    }
}
