package dev.grapnel.metamodel;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class to be written.
 *
 * @param packageName it is in; empty for the unnamed package
 * @param name simple name
 * @param form what it is for
 * @param isPublic whether other packages may see it
 * @param type the entity or embeddable class, as its package calls it
 * @param superclass the metamodel of the superclass, or null
 * @param constants in the order of the fields; of an embeddable class those for tables
 * @param inDocuments of an embeddable class, where there may be documents: the constants for those; else null
 * @param marks annotations for written classes that can be used
 */
record Metamodel(
        String packageName,
        String name,
        Form form,
        boolean isPublic,
        String type,
        @Nullable String superclass,
        List<Constant> constants,
        @Nullable List<Constant> inDocuments,
        List<String> marks) {
    /** The class of an embedded attribute of documents, within the metamodel of the embeddable class. */
    static final String IN_DOCUMENTS = "InDocuments";

    /** What a written class is for. */
    enum Form {
        /** The attributes of an entity class: constants of the class. */
        ENTITY,
        /** The attributes of an embeddable class, for each attribute that holds one: constants of an object. */
        EMBEDDABLE,
        /** The same where there are no tables: only for documents. */
        EMBEDDABLE_IN_DOCUMENTS
    }

    /**
     * One constant.
     *
     * @param kind the class of the constant
     * @param name of the attribute
     * @param type of the value or of the other class, as a type argument; of an embedded value its metamodel
     * @param erasure of that type, as a class literal wants it
     */
    record Constant(Kind kind, String name, String type, String erasure) {

        /** The class, as an expression of the type that the constant wants. */
        String literal() {
            String literal = erasure + ".class";
            return type.equals(erasure) ? literal : "(java.lang.Class<" + type + ">) (java.lang.Class<?>) " + literal;
        }
    }

    /** The classes of constants. */
    enum Kind {
        COLUMN("ColumnAttribute"),
        CONVERTED("ColumnAttribute"),
        REFERENCE("ReferenceAttribute"),
        COLLECTION("CollectionAttribute"),
        EMBEDDED("EmbeddedAttribute"),
        /** Of a document class. */
        FIELD("DocumentAttribute");

        private static final String OF_TABLES = "dev.grapnel.sql.attribute";

        static final Set<String> CLASS_NAMES =
                Arrays.stream(values()).map(Kind::className).collect(Collectors.toUnmodifiableSet());

        private final String className;

        Kind(String className) {
            this.className = className;
        }

        String className() {
            return className;
        }

        /** The method that makes a constant. */
        String factory() {
            return this == CONVERTED ? "converted" : "of";
        }

        String qualifiedName() {
            return packageName() + '.' + className;
        }

        private String packageName() {
            return this == FIELD ? DocumentNames.ATTRIBUTES : OF_TABLES;
        }
    }

    String qualifiedName() {
        return packageName.isEmpty() ? name : packageName + '.' + name;
    }
}
