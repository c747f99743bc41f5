package dev.grapnel.mongo.schema;

import dev.grapnel.core.state.Marker;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sub-document with any keys, whose values have one schema. */
record MapType(FieldSchema values) implements KeyedType {
    @Override
    public FieldSchema schemaOf(String key) {
        return values;
    }

    @Override
    public Object check(Object value, Checking checking) {
        if (!(value instanceof Map<?, ?> given)) {
            throw InvalidValueException.expected("a sub-document", value);
        }
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        given.forEach((key, each) -> {
            String name = textOf(key);
            checked.put(name, checkValue(name, each, checking));
        });
        return kept(checked, checking);
    }

    private static String textOf(@Nullable Object key) {
        if (key == null) {
            throw new InvalidValueException("a key is null, and the keys of sub-documents are text");
        }
        return key.toString();
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
    public boolean isSame(Object known, Object given) {
        if (!holdsObjects() || !(known instanceof Map<?, ?> one) || !(given instanceof Map<?, ?> other)) {
            return KeyedType.super.isSame(known, given);
        }
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(key -> values.isSame(one.get(key), other.get(key)));
    }

    @Override
    public boolean holdsObjects() {
        return values.type().holdsObjects();
    }
}
