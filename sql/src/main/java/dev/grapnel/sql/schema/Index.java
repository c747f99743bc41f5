package dev.grapnel.sql.schema;

import java.util.List;

/**
 * An index of a table.
 *
 * @param name in the database
 * @param columns in order
 * @param unique whether no two rows may have the same values there
 */
public record Index(String name, List<Step> columns, boolean unique) {
    /** Keeps the columns as they are. */
    public Index {
        columns = List.copyOf(columns);
    }

    /**
     * One column of an index.
     *
     * @param column of the table
     * @param descending whether the greatest comes first
     */
    public record Step(Column column, boolean descending) {}

    /** {@return the columns without their directions} */
    public List<Column> plainColumns() {
        return columns.stream().map(Step::column).toList();
    }
}
