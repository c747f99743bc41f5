package dev.grapnel.mongo.schema;

import dev.grapnel.core.state.Marker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one field may hold: the type of its values, and what happens if there is none (statements ODM-P1, ODM-V2). Immutable.
 *
 * <pre>{@code
 * Schema.integer().required()
 * Schema.string().ifMissing("none")
 * Schema.array(Schema.objectId())
 * }</pre>
 */
public final class FieldSchema {
    private final ValueType type;
    private final boolean required;
    private final boolean nullTaken;
    private final @Nullable Supplier<? extends @Nullable Object> missing;

    private FieldSchema(
            ValueType type,
            boolean required,
            boolean nullTaken,
            @Nullable Supplier<? extends @Nullable Object> missing) {
        this.type = type;
        this.required = required;
        this.nullTaken = nullTaken;
        this.missing = missing;
    }

    /**
     * A field of a type, with the default of the type.
     *
     * @param type what its values are
     * @return the schema
     */
    public static FieldSchema of(ValueType type) {
        return new FieldSchema(type, false, type.takesNull(), type::missing);
    }

    /** A document without the field is refused. */
    public FieldSchema required() {
        return new FieldSchema(type, true, nullTaken, missing);
    }

    /**
     * A field that is not there has this value.
     *
     * @param value the default; null too
     */
    public FieldSchema ifMissing(@Nullable Object value) {
        return ifMissing(() -> value);
    }

    /**
     * A field that is not there has the value that a function gives, each time another one.
     *
     * @param function gives the default
     */
    public FieldSchema ifMissing(Supplier<? extends @Nullable Object> function) {
        return new FieldSchema(type, required, nullTaken, function);
    }

    /** A field that is not there stays away, and reading it is an error (statement ODM-P1). */
    public FieldSchema withoutDefault() {
        return new FieldSchema(type, required, nullTaken, null);
    }

    /** Null is refused. */
    public FieldSchema notNull() {
        return new FieldSchema(type, required, false, missing);
    }

    /** Null is a value too, also where the type takes none by itself. */
    public FieldSchema nullable() {
        return new FieldSchema(type, required, true, missing);
    }

    /** What its values are. */
    public ValueType type() {
        return type;
    }

    /** Whether a document has to have it. */
    public boolean isRequired() {
        return required;
    }

    /** Whether a document without the field gets it. */
    public boolean hasDefault() {
        return missing != null;
    }

    /**
     * A value as it is kept in memory.
     *
     * @param value assigned or stored, or {@link Marker#NO_VALUE} if there is none
     * @param checking how strict to be
     * @return the value, or {@code NO_VALUE} if the field stays away
     * @throws InvalidValueException if the field does not take it
     */
    public @Nullable Object check(@Nullable Object value, Checking checking) {
        if (type.isDropped()) {
            return Marker.NO_VALUE;
        }
        if (value == Marker.NO_VALUE) {
            return checkMissing(checking);
        }
        if (value != null) {
            return type.check(value, checking);
        }
        if (!nullTaken) {
            throw new InvalidValueException("null is no value of this field");
        }
        return null;
    }

    private @Nullable Object checkMissing(Checking checking) {
        if (required) {
            throw new InvalidValueException("the field is required, and missing");
        }
        return defaultValue(checking);
    }

    /**
     * The default, as it is kept in memory.
     *
     * @param checking how strict to be
     * @return the value, or {@link Marker#NO_VALUE} if there is none
     */
    public @Nullable Object defaultValue(Checking checking) {
        if (missing == null || type.isDropped()) {
            return Marker.NO_VALUE;
        }
        Object value = missing.get();
        return value == null ? null : type.check(value, checking);
    }

    /**
     * A value as the driver takes it.
     *
     * @param value kept in memory
     * @return what is stored
     */
    public @Nullable Object stored(@Nullable Object value) {
        return value == null ? null : type.stored(value);
    }

    /**
     * Whether assigning a value changes nothing.
     *
     * @param known the value that is there
     * @param given the value that is assigned, as it would be kept
     * @return whether the first one may stay
     */
    public boolean isSame(@Nullable Object known, @Nullable Object given) {
        return (known == null || given == null) ? known == given : type.isSame(known, given);
    }

    /**
     * Writes a value as the driver takes it.
     *
     * @param value kept in memory
     * @param out where to
     */
    public void write(@Nullable Object value, StoredWriter out) {
        if (value == null) {
            out.value(null);
        } else {
            type.write(value, out);
        }
    }

    /** The same options with another type of values. */
    FieldSchema withType(ValueType other) {
        return new FieldSchema(other, required, nullTaken, missing);
    }
}
