package dev.grapnel.mongo.schema;

import dev.grapnel.mongo.document.Contents;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field are. Give your own to {@link FieldSchema#of} for a type that the module does not know.
 *
 * <p>Immutable and safe for use by several threads.
 */
public interface ValueType extends Contents {
    /**
     * A value as the program sees it.
     *
     * @param value what a program assigned, or what is stored; never null
     * @param checking how strict to be
     * @return the value to keep in memory
     * @throws InvalidValueException if it is none of this type
     */
    Object check(Object value, Checking checking);

    /**
     * A value as the driver takes it.
     *
     * @param value kept in memory, but unchecked if it stands in a list or sub-document
     * @return what is stored
     */
    default Object stored(Object value) {
        return StoredForm.of(value);
    }

    /**
     * Whether assigning a value changes nothing (statement ODM-S4).
     *
     * @param known the value that is there
     * @param given the value that is assigned, as it would be kept
     * @return whether the first one may stay
     */
    default boolean isSame(Object known, Object given) {
        return Objects.deepEquals(known, given);
    }

    /** Whether values are, or have in them, objects of classes of the program; those are made anew from what is stored, also where rows are not checked. */
    default boolean holdsObjects() {
        return false;
    }

    /**
     * A field of the values, or of the elements of values.
     *
     * @param attribute its name in Java
     * @return how it stands in documents, or null if there is none
     */
    default @Nullable StoredPart part(String attribute) {
        return null;
    }

    /**
     * Writes a value in the form of {@link #stored}. Give your own if it can do without making that form.
     *
     * @param value as for {@code stored}
     * @param out where to
     */
    default void write(Object value, StoredWriter out) {
        out.value(stored(value));
    }

    /** The value of a field that is not there and has no default of its own. */
    default @Nullable Object missing() {
        return null;
    }

    /** Whether null is a value too. */
    default boolean takesNull() {
        return true;
    }

    /** Whether values can change within themselves, so that they have to be checked again before they are written. */
    default boolean isNested() {
        return false;
    }

    /** Whether a document never has the field: what is given is dropped. */
    default boolean isDropped() {
        return false;
    }

    /** Whether values that a program assigns have to be looked at; false if the Java type of the field allows nothing else. */
    default boolean looksAtEachValue() {
        return true;
    }
}
