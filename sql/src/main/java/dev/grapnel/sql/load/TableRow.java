package dev.grapnel.sql.load;

import dev.grapnel.sql.row.MappedRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result as one class sees it.
 *
 * @param keys the names of the values
 * @param values the row
 */
record TableRow(RowNames keys, RowCursor values) implements MappedRow {
    @Override
    public Set<String> names() {
        return keys.attributes();
    }

    @Override
    public boolean has(String name) {
        return keys.find(name) != null;
    }

    @Override
    public @Nullable Object get(String name) {
        return values.value(keys.require(name).position());
    }

    @Override
    public MappedRow with(String name, @Nullable Object value) {
        return new TableRow(
                keys, ChangedRow.of(values, keys.requireFor(name, value).position(), value));
    }

    @Override
    public String toString() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        names().forEach(name -> all.put(name, get(name)));
        return all.toString();
    }
}
