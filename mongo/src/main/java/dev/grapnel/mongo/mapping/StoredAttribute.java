package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.StoredPart;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an attribute stands in the documents of its class.
 *
 * @param name of the field
 * @param schema what it holds
 */
public record StoredAttribute(String name, FieldSchema schema) {
    /**
     * Looks an attribute up.
     *
     * @param type the class
     * @param attribute its name; of one within a sub-document with the names on the way to it, and dots between
     * @return how it is stored
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped onto a collection
     * @throws InvalidArgumentException if no field holds the attribute
     */
    public static StoredAttribute of(Class<?> type, String attribute) {
        String[] path = attribute.split("\\.", -1);
        MappedField field = DocumentMapper.of(type).table().find(path[0]);
        StoredPart found = field == null ? null : new StoredPart(field.storedName(), field.schema());
        for (int at = 1; found != null && at < path.length; at++) {
            found = within(found, path[at]);
        }
        if (found == null) {
            throw new InvalidArgumentException(
                    "Cannot ask for attribute '" + attribute + "' of " + type.getName()
                            + " in documents: no field of them holds it. Name an attribute that is stored; for a relation, the one with the foreign id.");
        }
        return new StoredAttribute(found.name(), found.schema());
    }

    private static @Nullable StoredPart within(StoredPart outer, String attribute) {
        StoredPart inner = outer.schema().type().part(attribute);
        return inner == null ? null : new StoredPart(outer.name() + '.' + inner.name(), inner.schema());
    }

    /** {@return the form of a value that is stored} */
    public @Nullable Object form(@Nullable Object value) {
        return schema.stored(value);
    }

    /** {@return the form of a value that is not null} */
    public Object formOfPresent(Object value) {
        return Objects.requireNonNull(schema.stored(value));
    }
}
