package dev.grapnel.sql.query;

import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows found are wanted.
 *
 * @param most number of rows, or null for all
 * @param first number of rows to be left out, or null for none
 */
record RowRange(@Nullable Long most, @Nullable Long first) {
    static final RowRange ALL = new RowRange(null, null);

    RowRange withMost(long rows) {
        return new RowRange(rows, first);
    }

    RowRange withFirst(long rows) {
        return new RowRange(most, rows);
    }

    Select<?> of(SelectLimitStep<?> rows) {
        if (most != null && first != null) {
            return rows.limit(most).offset(first);
        }
        if (most != null) {
            return rows.limit(most);
        }
        return first != null ? rows.offset(first) : rows;
    }
}
