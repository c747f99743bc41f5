package dev.grapnel.sql.query;

import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.List;
import org.jooq.Param;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows found are wanted.
 *
 * @param most number of rows, or null for all
 * @param first number of rows to be left out, or null for none
 */
record RowRange(@Nullable Param<Long> most, @Nullable Param<Long> first) implements Structured {
    static final RowRange ALL = new RowRange(null, null);

    RowRange withMost(long rows) {
        return new RowRange(DSL.val(rows), first);
    }

    RowRange withAtMost(long rows) {
        return most != null && most.getValue() <= rows ? this : withMost(rows);
    }

    RowRange withFirst(long rows) {
        return new RowRange(most, DSL.val(rows));
    }

    boolean isAll() {
        return most == null && first == null;
    }

    /** The rows that have to be known to tell which are within. */
    RowRange fromTheFirst() {
        return most == null || first == null
                ? new RowRange(most, null)
                : ALL.withMost(most.getValue() + first.getValue());
    }

    /** The rows within. */
    <R> List<R> cut(List<R> rows) {
        int from = (int) Math.min(rows.size(), first == null ? 0 : first.getValue());
        int to = (int) Math.min(rows.size(), most == null ? rows.size() : from + most.getValue());
        return rows.subList(from, to);
    }

    /** How many of so many rows are within. */
    long within(long rows) {
        long left = Math.max(0, rows - (first == null ? 0 : first.getValue()));
        return most == null ? left : Math.min(left, most.getValue());
    }

    /** A zero may be left out of the text. */
    @Override
    public void describe(StructureWriter structure) {
        describe(most, structure);
        describe(first, structure);
    }

    private static void describe(@Nullable Param<Long> rows, StructureWriter structure) {
        if (rows == null) {
            structure.token(false);
        } else {
            structure.token(rows.getValue() == 0 ? 0 : 1).part(rows);
        }
    }

    void applyTo(SelectQuery<?> select) {
        if (most != null) {
            select.addLimit(most);
        }
        if (first != null) {
            select.addOffset(first);
        }
    }
}
