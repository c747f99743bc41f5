package dev.grapnel.mongo.schema;

import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.document.DocumentMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A sub-document with any keys, whose values have one schema. */
record MapType(FieldSchema values) implements ValueType {
    @Override
    public Object check(Object value, Checking checking) {
        if (!(value instanceof Map<?, ?> given)) {
            throw InvalidValueException.expected("a sub-document", value);
        }
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        given.forEach((key, each) -> checked.put(String.valueOf(key), checkValue(String.valueOf(key), each, checking)));
        return checking.tracked() ? DocumentMap.of(checked) : checked;
    }

    private @Nullable Object checkValue(String key, @Nullable Object value, Checking checking) {
        try {
            Object checked = values.check(value, checking);
            return checked == Marker.NO_VALUE ? null : checked;
        } catch (InvalidValueException wrong) {
            throw wrong.within(key);
        }
    }

    @Override
    public Object stored(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return StoredForm.of(value);
        }
        Document stored = new Document();
        map.forEach((key, each) -> stored.put(String.valueOf(key), values.stored(each)));
        return stored;
    }

    @Override
    public Object missing() {
        return new LinkedHashMap<>();
    }

    @Override
    public boolean takesNull() {
        return false;
    }

    @Override
    public boolean isNested() {
        return true;
    }
}
