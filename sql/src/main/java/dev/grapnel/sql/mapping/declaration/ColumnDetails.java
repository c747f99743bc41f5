package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.sql.schema.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a column for the statement that creates it.
 *
 * @param definition its type in the words of the database, or null if that follows from the Java type
 * @param comment for people who look into the database, or null
 * @param checks conditions that the database holds the value to
 * @param secondPrecision the digits behind the seconds of a time; -1: not said
 */
public record ColumnDetails(
        @Nullable String definition, @Nullable String comment, List<Check> checks, int secondPrecision) {
    /** Nothing is said. */
    public static final ColumnDetails NONE = new ColumnDetails(null, null, List.of(), -1);
}
