package dev.grapnel.history;

import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.sql.statement.StatementRunner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The versions that one flush makes. For one thread. */
final class Recording {
    private final Supplier<Instant> clock;
    private final Texts texts;
    private final Map<Copies, List<@Nullable Object[]>> waiting = new LinkedHashMap<>();
    private @Nullable Instant now;

    /** What goes in one batch. */
    private record Copies(HistoryTable table, Change change, StoreConnection connection) {}

    Recording(Supplier<Instant> clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** Notes a change whose row is about to be written. */
    void later(HistoryTable table, Change change, List<@Nullable Object> key, StoreConnection connection) {
        waiting.computeIfAbsent(new Copies(table, change, connection), unused -> new ArrayList<>())
                .add(parameters(key));
    }

    /** Copies a row that is about to go. */
    void now(HistoryTable table, List<@Nullable Object> key, StoreConnection connection) {
        connection.unwrap(StatementRunner.class).execute(texts.copy(connection, table, Change.DELETE), parameters(key));
    }

    /** Copies what was noted. */
    void send() {
        waiting.forEach((copies, rows) -> copies.connection()
                .unwrap(StatementRunner.class)
                .executeBatch(texts.copy(copies.connection(), copies.table(), copies.change()), rows));
        waiting.clear();
    }

    /** All versions of a flush have the same time. */
    private @Nullable Object[] parameters(List<@Nullable Object> key) {
        if (now == null) {
            now = clock.get();
        }
        List<@Nullable Object> parameters = new ArrayList<>(key);
        parameters.add(now);
        return parameters.toArray();
    }
}
