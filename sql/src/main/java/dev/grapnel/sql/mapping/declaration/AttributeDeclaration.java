package dev.grapnel.sql.mapping.declaration;

import java.util.Map;

/** What is written about one attribute of an entity class. */
public sealed interface AttributeDeclaration
        permits ValueDeclaration, EmbeddedDeclaration, ElementDeclaration, LinkDeclaration {
    /** The name of the attribute, which is that of its field. */
    String name();

    /**
     * The same in other columns.
     *
     * @param columns names of columns, by attribute; those that are not named stay
     */
    default AttributeDeclaration in(Map<String, String> columns) {
        return this;
    }
}
