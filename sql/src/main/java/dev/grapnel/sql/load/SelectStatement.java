package dev.grapnel.sql.load;

import java.util.List;
import java.util.function.Supplier;
import org.jooq.DataType;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of the engine's own: rendered once for its shape, bound by position.
 *
 * @param shapeKey equal for statements with the same text
 * @param make builds the statement, with placeholders, when it is met for the first time
 * @param selected the types of the values in the SELECT list
 * @param parameters the values of the placeholders
 */
public record SelectStatement(
        Object shapeKey,
        Supplier<? extends Select<?>> make,
        List<DataType<?>> selected,
        @Nullable Object[] parameters) {}
