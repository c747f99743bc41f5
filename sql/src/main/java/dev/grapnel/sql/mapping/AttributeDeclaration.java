package dev.grapnel.sql.mapping;

/** What is written about one attribute of an entity class. */
sealed interface AttributeDeclaration
        permits ValueDeclaration, EmbeddedDeclaration, ElementDeclaration, LinkDeclaration {
    /** The name of the attribute, which is that of its field. */
    String name();
}
