package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tells one insert from another. Its methods are written out for the reason that {@link dev.grapnel.sql.schema.Sequence} has. */
record InsertShape(Table table, List<Column> columns, List<Column> returned, List<ColumnExpression> expressions) {
    @Override
    public int hashCode() {
        return 31 * (31 * table.hashCode() + columns.hashCode()) + returned.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InsertShape that
                && table == that.table
                && columns.equals(that.columns)
                && returned.equals(that.returned)
                && expressions.equals(that.expressions);
    }
}
