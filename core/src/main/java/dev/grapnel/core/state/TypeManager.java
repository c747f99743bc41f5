package dev.grapnel.core.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a state needs to know of its class: the attributes by index. Implemented by the class manager of room {@code instrument}. */
public interface TypeManager {
    /** The class. */
    Class<?> type();

    /** The root class in the identity keys of its objects, as far as it is known. */
    Class<?> identityRoot();

    /** Number of attributes, those without a field included. */
    int attributeCount();

    /** Number of attributes that are fields of the class; their indexes come first. */
    int fieldCount();

    /**
     * The name of an attribute.
     *
     * @param index from zero to {@link #attributeCount()} exclusive
     * @return its name
     */
    String attributeName(int index);

    /** Whether values live outside of the fields, where the instrumentation of the class says (rule N-18). */
    default boolean keepsValuesElsewhere() {
        return false;
    }

    /**
     * The values of an object by attribute name; only if {@link #keepsValuesElsewhere()}.
     *
     * @param object of this class
     * @return the live map
     */
    default Map<String, @Nullable Object> values(Enhanced object) {
        throw new UnsupportedOperationException("the values of " + type().getName() + " are in fields");
    }

    /** Whether the values of any attribute are compared, since the program may change them inside. */
    default boolean comparesValues() {
        return false;
    }

    /** Whether the values of an attribute are compared; only if {@link #comparesValues()}. */
    default boolean isCompared(int index) {
        return false;
    }

    /**
     * What Java serialisation writes instead of a state; fires {@code pickle}.
     *
     * @param state of an object of this class
     * @return a serialisable object that becomes a state again when it is read; null: nothing is written
     */
    @Nullable Object serialized(InstanceState state);
}
