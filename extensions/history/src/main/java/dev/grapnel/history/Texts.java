package dev.grapnel.history;

import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.ValueTypes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of statements to tables of history, rendered once for each engine. Thread-safe. */
final class Texts {
    private final Map<Engine, StatementCache> caches = new ConcurrentHashMap<>();

    private record CopyShape(HistoryTable table, Change change) {}

    private record AllShape(HistoryTable table) {}

    private record AtShape(HistoryTable table) {}

    private StatementCache of(StoreConnection connection) {
        return caches.computeIfAbsent(connection.unwrap(Engine.class), StatementCache::new);
    }

    ValueTypes types(StoreConnection connection) {
        return of(connection).types();
    }

    PreparedText copy(StoreConnection connection, HistoryTable table, Change change) {
        return of(connection).render(new CopyShape(table, change), () -> table.copy(change));
    }

    PreparedText all(StoreConnection connection, HistoryTable table) {
        return of(connection).render(new AllShape(table), table::all);
    }

    PreparedText at(StoreConnection connection, HistoryTable table) {
        return of(connection).render(new AtShape(table), table::at);
    }
}
