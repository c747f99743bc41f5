package dev.grapnel.sql.row;

import dev.grapnel.core.instrument.Attribute;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result as one mapped class sees it: the values of its columns by name. Valid as long as the listener runs that got it.
 *
 * <p>Immutable; {@link #with} gives another. Columns that the statement does not bring are not there. Where each class of a hierarchy has a
 * whole table of its own, the table tells the class, so no value of the row does.
 */
public interface MappedRow {
    /**
     * The names of the attributes whose columns the row has. A column without an attribute of its own, as that of a foreign key or
     * discriminator, has one made of the two: {@code contact#contact_id}.
     *
     * @return the names, in order of mapping
     */
    Set<String> names();

    /**
     * Whether the row has a value.
     *
     * @param name of an attribute, or of a mapped column
     * @return whether it has
     */
    boolean has(String name);

    /**
     * A value.
     *
     * @param name of an attribute, or of a mapped column
     * @return the value in the type of the attribute, or null
     * @throws dev.grapnel.core.error.InvalidArgumentException if the row has no such value
     */
    @Nullable Object get(String name);

    /**
     * A value.
     *
     * @param attribute of the class
     * @param <V> its type
     * @return the value, or null
     * @throws dev.grapnel.core.error.InvalidArgumentException if the row has no such value
     */
    @SuppressWarnings("unchecked") // the attribute has values of this type
    default <V> @Nullable V get(Attribute<?, V> attribute) {
        return (V) get(attribute.attributeName());
    }

    /**
     * The same row with another value.
     *
     * @param name of an attribute, or of a mapped column
     * @param value in the type of the attribute, or null
     * @return another row
     * @throws dev.grapnel.core.error.InvalidArgumentException if the row has no such value, or it has another type
     */
    MappedRow with(String name, @Nullable Object value);

    /** As {@link #with(String, Object)}, by attribute. */
    default <V> MappedRow with(Attribute<?, V> attribute, @Nullable V value) {
        return with(attribute.attributeName(), value);
    }
}
