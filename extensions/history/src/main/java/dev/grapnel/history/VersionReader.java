package dev.grapnel.history;

import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.StatementRunner;
import dev.grapnel.sql.statement.ValueTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads versions of the objects of one class. */
record VersionReader(HistoryTable table, ValueTypes types) {

    <T> List<Version<T>> read(StatementRunner runner, PreparedText text, @Nullable Object... parameters) {
        List<Version<T>> found = new ArrayList<>();
        try (Rows rows = runner.query(text, parameters)) {
            while (rows.next()) {
                found.add(version(rows));
            }
        }
        return found;
    }

    private <T> Version<T> version(Rows rows) {
        int position = 0;
        Integer number = (Integer) value(rows, table.number(), ++position);
        Instant time = (Instant) value(rows, table.time(), ++position);
        Change change = (Change) value(rows, table.change(), ++position);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Column> kept : table.kept().entrySet()) {
            values.put(kept.getKey(), rows.read(types.reader(kept.getValue()), ++position));
        }
        return new Version<>(table.mapper(), number, time, change, values);
    }

    private Object value(Rows rows, Column column, int position) {
        return Objects.requireNonNull(rows.read(types.reader(column), position), column.name());
    }
}
