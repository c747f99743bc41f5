package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about the place that each member has in a collection.
 *
 * @param value what stands in the column: the position in a list, or a plain key; null for keys that are mapped objects
 * @param keyType the class of keys that are mapped objects, or null
 * @param keyColumns what is said about the columns that refer to them
 */
public record PlaceDeclaration(
        @Nullable ValueDeclaration value, @Nullable Class<?> keyType, List<ForeignKeyColumn> keyColumns) {
    /** A place in one column. */
    public static PlaceDeclaration of(ValueDeclaration value) {
        return new PlaceDeclaration(value, null, List.of());
    }
}
