package dev.grapnel.sql.mapping;

import dev.grapnel.sql.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of one registry, each once, and which class was the first to use it. */
final class TableBook {
    private final Map<List<String>, Table> byName = new LinkedHashMap<>();
    private final Map<Table, TableMapper> firstUsers = new HashMap<>();

    synchronized Table table(String schema, String name) {
        return byName.computeIfAbsent(
                List.of(schema, name), unused -> new Table(name, schema.isEmpty() ? null : schema, null));
    }

    /**
     * Notes that a class keeps its objects in a table.
     *
     * @return the class that did so before it, or null if it is the first
     */
    synchronized @Nullable TableMapper use(Table table, TableMapper user) {
        return firstUsers.putIfAbsent(table, user);
    }

    synchronized List<Table> all() {
        return List.copyOf(byName.values());
    }
}
