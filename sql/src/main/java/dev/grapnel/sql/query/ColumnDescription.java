package dev.grapnel.sql.query;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a query object selects (rule Q-3).
 *
 * @param name how it is called
 * @param type of its values
 * @param entity the class whose objects it gives, or null if it gives plain values
 */
public record ColumnDescription(
        String name, Class<?> type, @Nullable Class<?> entity) {}
