package dev.grapnel.mongo.field;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.InvalidValueException;
import dev.grapnel.mongo.schema.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of an embeddable class, or component of a record.
 *
 * @param place among the fields of the class
 * @param attribute its name in Java
 * @param storedName its name in the sub-document
 * @param schema what it holds
 */
record EmbeddedPart(int place, String attribute, String storedName, FieldSchema schema) {
    /** One more field of a class. */
    static void add(Class<?> type, String attribute, String storedName, FieldSchema schema, List<EmbeddedPart> parts) {
        for (EmbeddedPart part : parts) {
            if (part.attribute.equals(attribute) || part.storedName.equals(storedName)) {
                throw new MappingException("Cannot map " + type.getName() + '.' + attribute + " as '" + storedName
                        + "': " + part.attribute + " is mapped as '" + part.storedName + "'. Map each field once.");
            }
        }
        parts.add(new EmbeddedPart(parts.size(), attribute, storedName, schema));
    }

    ValueType type() {
        return schema.type();
    }

    /** Whether a value of it, or something within, can change without being assigned. */
    boolean isNested() {
        return type().isNested() || type().holdsObjects();
    }

    @Nullable Object valueIn(Map<?, ?> stored) {
        Object value = stored.get(storedName);
        return value == null && !stored.containsKey(storedName) ? Marker.NO_VALUE : value;
    }

    @Nullable Object check(@Nullable Object value, Checking checking) {
        try {
            return schema.check(value, checking);
        } catch (InvalidValueException wrong) {
            throw wrong.within(storedName);
        }
    }

    /** Of an object nobody can tell whether null was assigned: what is required has to have a value when it is written. */
    void checkForWrite(@Nullable Object value, Checking checking) {
        check(value == null && schema.isRequired() ? Marker.NO_VALUE : value, checking);
    }
}
