package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.sql.schema.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a table beside its columns and keys.
 *
 * @param unique groups of columns that no two rows may have the same values in
 * @param indexes what the database is to find rows by
 * @param checks conditions that the database holds each row to
 * @param comment for people who look into the database, or null
 */
public record TableConstraints(
        List<UniqueColumns> unique,
        List<IndexedColumns> indexes,
        List<Check> checks,
        @Nullable String comment) {
    /** Nothing is said. */
    public static final TableConstraints NONE = new TableConstraints(List.of(), List.of(), List.of(), null);

    /**
     * What is written about columns that no two rows may have the same values in.
     *
     * @param name of the constraint, or null
     * @param columns their names
     */
    public record UniqueColumns(@Nullable String name, List<String> columns) {}

    /**
     * What is written about an index.
     *
     * @param name of the index, or null
     * @param columns in order
     * @param unique whether no two rows may have the same values there
     */
    public record IndexedColumns(@Nullable String name, List<IndexedColumn> columns, boolean unique) {}

    /**
     * One column of an index.
     *
     * @param name of the column
     * @param descending whether the greatest comes first
     */
    public record IndexedColumn(String name, boolean descending) {}
}
