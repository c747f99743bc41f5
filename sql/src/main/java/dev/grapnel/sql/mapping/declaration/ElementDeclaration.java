package dev.grapnel.sql.mapping.declaration;

import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.ElementProperty;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration.ForeignKeyColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a collection of values without identity.
 *
 * @param name of the attribute
 * @param kind of collection
 * @param element what each element is: a plain or an embedded value
 * @param key what the key of a map is; null for other kinds
 * @param position the column that keeps the position in a list, or null
 * @param settings what else is said about it
 * @param table where the rows are
 */
public record ElementDeclaration(
        String name,
        CollectionKind kind,
        AttributeDeclaration element,
        @Nullable ValueDeclaration key,
        @Nullable ColumnDeclaration position,
        ElementProperty.Settings settings,
        CollectionTable table)
        implements AttributeDeclaration {

    /**
     * What is written about the table of the rows.
     *
     * @param schema it is in; empty for that of the connection
     * @param name of the table; empty if it is to be made up
     * @param columns that refer to the owner; empty: nothing is said
     * @param constraints what is said beside columns and keys
     */
    public record CollectionTable(
            String schema, String name, List<ForeignKeyColumn> columns, TableConstraints constraints) {}

    /** The values that a row has. */
    public List<ValueDeclaration> values() {
        return element instanceof EmbeddedDeclaration embedded
                ? embedded.parts().toList()
                : List.of((ValueDeclaration) element);
    }
}
