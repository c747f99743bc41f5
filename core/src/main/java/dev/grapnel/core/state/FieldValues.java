package dev.grapnel.core.state;

import org.jspecify.annotations.Nullable;

/** Values by position, as those of a row, from which an enhanced object fills its fields. */
public interface FieldValues {
    /**
     * A value.
     *
     * @param position from zero
     * @return the value in the type of its column, or null
     */
    @Nullable Object value(int position);

    /**
     * A value, if its column is of type {@code Integer}; no box is made where the source can be asked for it.
     *
     * @param position from zero
     * @return the value; zero for null
     */
    default int intAt(int position) {
        return value(position) instanceof Integer value ? value : 0;
    }

    /** As {@link #intAt}, for {@code Long}. */
    default long longAt(int position) {
        return value(position) instanceof Long value ? value : 0;
    }

    /** As {@link #intAt}, for {@code Double}. */
    default double doubleAt(int position) {
        return value(position) instanceof Double value ? value : 0;
    }

    /** A value, if its column is of type {@code String}; or null. */
    default @Nullable String stringAt(int position) {
        return (String) value(position);
    }
}
