package dev.grapnel.mongo.field;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.schema.FieldSchema;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * How objects of a class of your own, or records, are sub-documents, said step by step; for classes whose annotations do not say so.
 *
 * <pre>{@code
 * DocumentMapping.of(Person.class)
 *         .collection("people")
 *         .field("home", EmbeddedMapping.of(Address.class)
 *                 .field("street", Schema.string())
 *                 .field("city", "town", Schema.string().required())
 *                 .asField())
 *         .field("stops", Schema.array(EmbeddedMapping.annotated(Address.class)));
 * }</pre>
 *
 * <p>A class has to be enhanced, and needs no constructor without arguments; a record needs nothing.
 */
public final class EmbeddedMapping {
    private final Class<?> type;
    private final MethodHandles.Lookup access;
    private final List<EmbeddedPart> parts = new ArrayList<>();

    private EmbeddedMapping(Class<?> type, MethodHandles.Lookup access) {
        this.type = type;
        this.access = access;
    }

    /**
     * Begins the mapping of a class.
     *
     * @param type an enhanced class, or a record in a package that is open to this module
     * @return the mapping, without fields
     */
    public static EmbeddedMapping of(Class<?> type) {
        return of(type, MethodHandles.lookup());
    }

    /**
     * Begins the mapping of a class.
     *
     * @param type an enhanced class or a record
     * @param access of a class that may use the record
     * @return the mapping, without fields
     */
    public static EmbeddedMapping of(Class<?> type, MethodHandles.Lookup access) {
        return new EmbeddedMapping(type, access);
    }

    /**
     * What a class is by its annotations: {@code @Embeddable}, or sealed with classes that are.
     *
     * @param type the class
     * @return what a field holds
     * @throws MappingException if it is none
     */
    public static FieldSchema annotated(Class<?> type) {
        if (!EmbeddedTypes.isEmbeddable(type)) {
            throw new MappingException(
                    "Cannot embed values of " + type.getName()
                            + " by its annotations: it has no @Embeddable, and is not sealed with classes that have it. Add it, or say its fields with EmbeddedMapping.of.");
        }
        return FieldSchema.of(EmbeddedTypes.of(type, MethodHandles.lookup()));
    }

    /** A field with the same name in class and sub-document; those of a record in the order of its components. */
    public EmbeddedMapping field(String name, FieldSchema schema) {
        return field(name, name, schema);
    }

    /** A field. */
    public EmbeddedMapping field(String attribute, String storedName, FieldSchema schema) {
        EmbeddedPart.add(type, attribute, storedName, schema, parts);
        return this;
    }

    /**
     * As what a field, or the elements of a list, hold; null by default.
     *
     * @return the schema
     * @throws MappingException if the class has no such fields, or of a record a component is missing
     * @throws dev.grapnel.core.error.NotEnhancedException if it is neither enhanced nor a record
     */
    public FieldSchema asField() {
        EmbeddedType made = new EmbeddedType(type);
        made.complete(parts, access);
        return FieldSchema.of(made);
    }
}
