package dev.grapnel.examples.demo.listeners;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.connection.StatementOutcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts events, and the statements and rows behind them. Shows listening to all classes, all sessions and all statements at once: the
 * counts are what the summary compares with the database.
 */
public final class Counters {
    private final Map<String, Long> events = new TreeMap<>();
    private final Map<StatementKind, Long> statements = new TreeMap<>();
    private final Map<StatementKind, Long> rows = new TreeMap<>();
    private long databaseNanos;

    /** Begins to count. */
    public static Counters on(SessionFactory sessions) {
        Counters counters = new Counters();
        counters.listenToObjects();
        counters.listenToSessions(sessions);
        Events.on(sessions.engine()).afterStatement(counters::count);
        return counters;
    }

    private void listenToObjects() {
        InstanceEvents.onAll().init(e -> count("init"));
        InstanceEvents.onAll().load(e -> count("load"));
        InstanceEvents.onAll().refresh(e -> count("refresh"));
        Mapped.onAll().beforeInsert(e -> count("before_insert"));
        Mapped.onAll().afterInsert(e -> count("after_insert"));
        Mapped.onAll().afterUpdate(e -> count("after_update"));
        Mapped.onAll().afterDelete(e -> count("after_delete"));
    }

    private void listenToSessions(SessionFactory sessions) {
        Events.on(sessions).pendingToPersistent(e -> count("pending_to_persistent"));
        Events.on(sessions).loadedAsPersistent(e -> count("loaded_as_persistent"));
        Events.on(sessions).beforeFlush(e -> count("before_flush"));
        Events.on(sessions).afterFlush(e -> count("after_flush"));
        Events.on(sessions).afterCommit(e -> count("after_commit"));
        Events.on(sessions).afterRollback(e -> count("after_rollback"));
    }

    private void count(String event) {
        events.merge(event, 1L, Long::sum);
    }

    private void count(StatementOutcome outcome) {
        statements.merge(outcome.kind(), 1L, Long::sum);
        rows.merge(outcome.kind(), Math.max(0, outcome.rowCount()), Long::sum);
        databaseNanos += outcome.nanos();
    }

    /** How often an event fired. */
    public long events(String name) {
        return events.getOrDefault(name, 0L);
    }

    /** All events that were counted, by name. */
    public Map<String, Long> events() {
        return events;
    }

    /** How many statements of a kind ran. */
    public long statements(StatementKind kind) {
        return statements.getOrDefault(kind, 0L);
    }

    /** How many rows statements of a kind wrote. */
    public long rows(StatementKind kind) {
        return rows.getOrDefault(kind, 0L);
    }

    /** How long all statements took together, without reading their rows. */
    public double databaseSeconds() {
        return databaseNanos / 1e9;
    }
}
