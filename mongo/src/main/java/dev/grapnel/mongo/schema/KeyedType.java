package dev.grapnel.mongo.schema;

import dev.grapnel.mongo.document.Contents;
import dev.grapnel.mongo.document.DocumentMap;
import dev.grapnel.mongo.document.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Sub-documents, in memory maps: each key has a value of its own kind. */
sealed interface KeyedType extends ValueType permits DocumentSchema, MapType {
    /**
     * What the value of a key is.
     *
     * @param key of a value
     * @return its schema, or null if nothing is said of it
     */
    @Nullable FieldSchema schemaOf(String key);

    private Contents contents(String key) {
        FieldSchema known = schemaOf(key);
        return known == null ? Contents.ANY : known.type();
    }

    /** A map whose values are in the form in which they are kept, as it is kept itself. */
    default Object kept(Map<String, @Nullable Object> checked, Checking checking) {
        return checking.tracked() ? DocumentMap.of(checked, this::contents) : checked;
    }

    @Override
    default Object stored(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return StoredForm.of(value);
        }
        Document stored = new Document();
        map.forEach((key, each) -> {
            FieldSchema schema = schemaOf(String.valueOf(key));
            stored.put(String.valueOf(key), schema == null ? StoredForm.ofNullable(each) : schema.stored(each));
        });
        return stored;
    }

    @Override
    default void write(Object value, StoredWriter out) {
        if (value instanceof Map<?, ?> map) {
            out.document(map, this::schemaOf);
        } else {
            out.value(value);
        }
    }

    @Override
    default @Nullable Object takeIn(@Nullable Object value, Place place) {
        if (!(value instanceof Map<?, ?> map)) {
            return ValueType.super.takeIn(value, place);
        }
        DocumentMap kept = DocumentMap.copyOf(map, this::contents);
        kept.join(place);
        return kept;
    }

    @Override
    default @Nullable Object copy(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return ValueType.super.copy(value);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) ->
                copy.put(String.valueOf(key), contents(String.valueOf(key)).copy(each)));
        return copy;
    }

    @Override
    default Object missing() {
        return new LinkedHashMap<>();
    }

    @Override
    default boolean takesNull() {
        return false;
    }

    @Override
    default boolean isNested() {
        return true;
    }
}
