package dev.grapnel.metamodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class to be written.
 *
 * @param packageName it is in; empty for the unnamed package
 * @param name simple name
 * @param isPublic whether other packages may see it
 * @param entity the entity class, as its package calls it
 * @param superclass the metamodel of the superclass, or null
 * @param constants in the order of the fields
 * @param isMarkedGenerated whether the annotation that marks generated classes can be used
 */
record Metamodel(
        String packageName,
        String name,
        boolean isPublic,
        String entity,
        @Nullable String superclass,
        List<Constant> constants,
        boolean isMarkedGenerated) {

    /**
     * One constant.
     *
     * @param kind the class of the constant
     * @param name of the attribute
     * @param type of the value or of the other class, as a type argument
     * @param erasure of that type, as a class literal wants it
     */
    record Constant(Kind kind, String name, String type, String erasure) {}

    /** The classes of constants. */
    enum Kind {
        COLUMN("ColumnAttribute"),
        REFERENCE("ReferenceAttribute"),
        COLLECTION("CollectionAttribute");

        private final String className;

        Kind(String className) {
            this.className = className;
        }

        String className() {
            return className;
        }

        String qualifiedName() {
            return "dev.grapnel.sql.attribute." + className;
        }
    }

    String qualifiedName() {
        return packageName.isEmpty() ? name : packageName + '.' + name;
    }
}
