package dev.grapnel.mongo.mapping;

import java.util.List;

/**
 * An index of a collection (statement ODM-X1). Immutable.
 *
 * @param fields by stored name, in order; a minus in front: descending
 * @param unique whether no two documents have the same values
 * @param sparse whether documents without the fields are left out
 */
public record IndexDeclaration(List<String> fields, boolean unique, boolean sparse) {
    /** Copies the list. */
    public IndexDeclaration {
        fields = List.copyOf(fields);
    }

    /** An index of fields. */
    public static IndexDeclaration on(String... fields) {
        return new IndexDeclaration(List.of(fields), false, false);
    }

    /** No two documents have the same values. */
    public IndexDeclaration asUnique() {
        return new IndexDeclaration(fields, true, sparse);
    }

    /** Documents without the fields are left out. */
    public IndexDeclaration asSparse() {
        return new IndexDeclaration(fields, unique, true);
    }
}
