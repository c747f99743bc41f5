package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An index of a collection (statement ODM-X1). Immutable.
 *
 * <pre>{@code
 * IndexDeclaration.on("customerId", "-ordered").asUnique().named("orders of a customer")
 * IndexDeclaration.on("seen").expiringAfter(Duration.ofHours(1))
 * }</pre>
 *
 * @param fields by stored name, in order; a minus in front: descending; with dots: within sub-documents
 * @param unique whether no two documents have the same values
 * @param sparse whether documents without the fields are left out
 * @param name of the index; null: one that is made of its fields
 * @param expireAfter how long behind the point in time in its only field the server deletes a document; null: never
 * @param filter which documents are in it; null: all
 */
public record IndexDeclaration(
        List<String> fields,
        boolean unique,
        boolean sparse,
        @Nullable String name,
        @Nullable Duration expireAfter,
        @Nullable Bson filter) {
    /**
     * Copies the list.
     *
     * @throws MappingException if there is no field, or documents are to expire by several fields or after a negative time
     */
    public IndexDeclaration {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new MappingException("Cannot declare an index without fields. Name at least one, as it is stored.");
        }
        if (expireAfter != null && (fields.size() > 1 || expireAfter.isNegative())) {
            throw new MappingException(
                    "Cannot declare an index on " + fields + " by which documents expire after " + expireAfter
                            + ": it takes one field, which holds a point in time, and a time that is not negative.");
        }
    }

    /** An index of fields. */
    public static IndexDeclaration on(String... fields) {
        return new IndexDeclaration(List.of(fields), false, false, null, null, null);
    }

    /** The index of one field that its options ask for, or null. */
    static @Nullable IndexDeclaration asked(String field, Set<FieldOption> options) {
        boolean unique = options.contains(FieldOption.UNIQUE);
        boolean sparse = options.contains(FieldOption.SPARSE);
        return unique || sparse || options.contains(FieldOption.INDEXED)
                ? new IndexDeclaration(List.of(field), unique, sparse, null, null, null)
                : null;
    }

    /** No two documents have the same values. */
    public IndexDeclaration asUnique() {
        return new IndexDeclaration(fields, true, sparse, name, expireAfter, filter);
    }

    /** Documents without the fields are left out. */
    public IndexDeclaration asSparse() {
        return new IndexDeclaration(fields, unique, true, name, expireAfter, filter);
    }

    /** The index has a name of its own. */
    public IndexDeclaration named(String own) {
        return new IndexDeclaration(fields, unique, sparse, own, expireAfter, filter);
    }

    /** The server deletes documents that long behind the point in time in the field, which is the only one; to the second. */
    public IndexDeclaration expiringAfter(Duration time) {
        return new IndexDeclaration(fields, unique, sparse, name, time, filter);
    }

    /** Only documents that a filter selects are in the index. */
    public IndexDeclaration where(Bson selecting) {
        return new IndexDeclaration(fields, unique, sparse, name, expireAfter, selecting);
    }

    /** {@return the fields with their directions, as the server takes them} */
    public Document keys() {
        Document keys = new Document();
        for (String field : fields) {
            keys.put(plainName(field), field.startsWith("-") ? -1 : 1);
        }
        return keys;
    }

    /** {@return the name that the index has in the database} */
    public String storedName() {
        if (name != null) {
            return name;
        }
        return keys().entrySet().stream()
                .map(key -> key.getKey() + '_' + key.getValue())
                .collect(Collectors.joining("_"));
    }

    /** The names of the fields of the document in which the indexed values are. */
    List<String> outermostFields() {
        return fields.stream().map(field -> plainName(field).split("\\.", 2)[0]).toList();
    }

    private static String plainName(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }
}
