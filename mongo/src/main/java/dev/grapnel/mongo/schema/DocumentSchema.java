package dev.grapnel.mongo.schema;

import dev.grapnel.core.state.Marker;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document or sub-document. Immutable.
 *
 * <pre>{@code
 * Schema.document().field("street", Schema.string().required()).field("zip", Schema.string()).asField()
 * }</pre>
 */
public final class DocumentSchema implements KeyedType {
    static final DocumentSchema EMPTY = new DocumentSchema(Map.of());

    private final Map<String, FieldSchema> fields;

    private DocumentSchema(Map<String, FieldSchema> fields) {
        this.fields = fields;
    }

    /** A document without fields. */
    public static DocumentSchema of() {
        return EMPTY;
    }

    /**
     * The same with one field more.
     *
     * @param name as it is stored
     * @param schema what it holds
     * @return the schema
     * @throws dev.grapnel.core.error.MappingException if no field may have that name
     */
    public DocumentSchema field(String name, FieldSchema schema) {
        FieldNames.require(name, "a field of a document");
        Map<String, FieldSchema> grown = new LinkedHashMap<>(fields);
        grown.put(name, schema);
        return new DocumentSchema(Collections.unmodifiableMap(grown));
    }

    /** As what a field holds. */
    public FieldSchema asField() {
        return FieldSchema.of(this);
    }

    /** The fields by stored name, in order. */
    public Map<String, FieldSchema> fields() {
        return fields;
    }

    @Override
    public Object check(Object value, Checking checking) {
        if (!(value instanceof Map<?, ?> given)) {
            throw InvalidValueException.expected("a sub-document", value);
        }
        Map<String, @Nullable Object> checked = checkFields(given, checking);
        return kept(checked, checking);
    }

    /**
     * A whole document as it is kept in memory.
     *
     * @param given the document
     * @param checking how strict to be
     * @return its fields with defaults filled in
     * @throws InvalidValueException if it is not as declared
     */
    public Map<String, @Nullable Object> checkFields(Map<?, ?> given, Checking checking) {
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        for (Map.Entry<String, FieldSchema> field : fields.entrySet()) {
            String name = field.getKey();
            Object value = given.get(name);
            Object found = value == null && !given.containsKey(name) ? Marker.NO_VALUE : value;
            Object kept = checkField(name, field.getValue(), found, checking);
            if (kept != Marker.NO_VALUE) {
                checked.put(name, kept);
            }
        }
        takeExtra(given, checking, checked);
        return checked;
    }

    private static @Nullable Object checkField(
            String name, FieldSchema schema, @Nullable Object value, Checking checking) {
        try {
            return schema.check(value, checking);
        } catch (InvalidValueException wrong) {
            throw wrong.within(name);
        }
    }

    private void takeExtra(Map<?, ?> given, Checking checking, Map<String, @Nullable Object> checked) {
        if (checking.extraAllowed() && checking.extraStripped()) {
            return;
        }
        given.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!fields.containsKey(name)) {
                refuseExtra(name, fields.keySet(), checking);
                checked.put(name, value);
            }
        });
    }

    private static void refuseExtra(String name, Set<String> declared, Checking checking) {
        if (!checking.extraAllowed()) {
            throw new InvalidValueException("'" + name + "' is none of the declared fields " + declared);
        }
    }

    /** {@inheritDoc} */
    @Override
    public @Nullable FieldSchema schemaOf(String key) {
        return fields.get(key);
    }

    @Override
    public boolean isSame(Object known, Object given) {
        return holdsObjects() ? known == given : KeyedType.super.isSame(known, given);
    }

    @Override
    public boolean holdsObjects() {
        return fields.values().stream().anyMatch(field -> field.type().holdsObjects());
    }

    @Override
    public @Nullable StoredPart part(String attribute) {
        FieldSchema known = fields.get(attribute);
        return known == null ? null : new StoredPart(attribute, known);
    }
}
