package dev.grapnel.mongo.schema;

import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.document.DocumentMap;
import dev.grapnel.mongo.document.Place;
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
        given.forEach((key, each) -> {
            String name = textOf(key);
            checked.put(name, checkValue(name, each, checking));
        });
        return checking.tracked() ? DocumentMap.of(checked, key -> values.type()) : checked;
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
    public Object stored(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return StoredForm.of(value);
        }
        Document stored = new Document();
        map.forEach((key, each) -> stored.put(String.valueOf(key), values.stored(each)));
        return stored;
    }

    @Override
    public @Nullable Object takeIn(@Nullable Object value, Place place) {
        if (!(value instanceof Map<?, ?> map)) {
            return ValueType.super.takeIn(value, place);
        }
        DocumentMap kept = DocumentMap.copyOf(map, key -> values.type());
        kept.join(place);
        return kept;
    }

    @Override
    public @Nullable Object copy(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return ValueType.super.copy(value);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(String.valueOf(key), values.type().copy(each)));
        return copy;
    }

    @Override
    public boolean isSame(Object known, Object given) {
        if (!holdsObjects() || !(known instanceof Map<?, ?> one) || !(given instanceof Map<?, ?> other)) {
            return ValueType.super.isSame(known, given);
        }
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(key -> values.isSame(one.get(key), other.get(key)));
    }

    @Override
    public boolean holdsObjects() {
        return values.type().holdsObjects();
    }

    @Override
    public void write(Object value, StoredWriter out) {
        if (!(value instanceof Map<?, ?> map)) {
            out.value(value);
            return;
        }
        out.beginDocument();
        map.forEach((key, each) -> {
            out.name(String.valueOf(key));
            values.write(each, out);
        });
        out.endDocument();
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
