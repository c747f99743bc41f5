package dev.grapnel.sql.mapping;

import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a collection of values are.
 *
 * @param property the collection
 * @param table the table
 * @param owner from the table to the key of the owner
 * @param key of a map, or the position in a list; null if neither is kept
 * @param values the columns of an element
 */
public record ElementTable(
        ElementProperty property,
        Table table,
        List<ColumnPair> owner,
        @Nullable Column key,
        List<Column> values) {

    /** The columns that refer to the owner. */
    public List<Column> ownerColumns() {
        return owner.stream().map(ColumnPair::local).toList();
    }

    /** The columns that refer to the owner, then the key or position if there is one. */
    public List<Column> keyColumns() {
        List<Column> columns = new ArrayList<>(ownerColumns());
        if (key != null) {
            columns.add(key);
        }
        return columns;
    }

    /** All columns: owner, key or position, values. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(keyColumns());
        columns.addAll(values);
        return columns;
    }
}
