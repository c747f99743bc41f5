package dev.grapnel.sql.mapping.declaration;

/**
 * What is written about the place that each member has in a collection.
 *
 * @param value what stands in the column: the position in a list
 */
public record PlaceDeclaration(ValueDeclaration value) {
    /** The column. */
    public ColumnDeclaration column() {
        return value.column();
    }
}
