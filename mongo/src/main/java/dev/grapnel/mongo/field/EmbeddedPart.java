package dev.grapnel.mongo.field;

import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.InvalidValueException;
import dev.grapnel.mongo.schema.ValueType;
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
    ValueType type() {
        return schema.type();
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
