package dev.grapnel.sql.bulk;

import dev.grapnel.sql.bulk.evaluate.Operand;
import dev.grapnel.sql.mapping.MappedColumn;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * One part of a SET clause.
 *
 * @param column that is written
 * @param value in jOOQ's words
 * @param operand the same for objects in memory, or null if only the database knows
 */
record Assignment(
        MappedColumn column, Field<?> value, @Nullable Operand operand) {
    String attribute() {
        return column.attribute();
    }
}
