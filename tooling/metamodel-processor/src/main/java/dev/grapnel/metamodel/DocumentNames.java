package dev.grapnel.metamodel;

import java.util.Set;

/** The annotations of document classes, by name, and the class of their constants. */
final class DocumentNames {
    private static final String PACKAGE = "dev.grapnel.mongo.";
    static final String FIELD = PACKAGE + "annotation.DocumentField";

    /** One of these makes a class a document class. */
    static final Set<String> AT_CLASSES = Set.of(PACKAGE + "annotation.StoredIn", PACKAGE + "annotation.ExtendedBy");

    /** One of these at a field makes its class a document class. */
    static final Set<String> AT_FIELDS =
            Set.of(FIELD, PACKAGE + "annotation.ForeignId", PACKAGE + "annotation.Related");

    static final String ATTRIBUTES = PACKAGE + "attribute";

    private DocumentNames() {}
}
