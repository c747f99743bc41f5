package dev.grapnel.extension;

import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * Hooks into the writes of one attribute, as methods of one class. They are told of the record of the object, not of the object.
 *
 * <pre>{@code
 * class Digits implements AttributeExtension<String> {
 *     @Override
 *     public String set(InstanceState state, @Nullable String value, @Nullable String oldValue, Initiator initiator) {
 *         return value == null ? null : value.replaceAll("[^+0-9]", "");
 *     }
 * }
 *
 * Extensions.add(Contact_.phone, new Digits());
 * }</pre>
 *
 * <p>A value passes along the extensions of the attribute in the order in which they were added, and each gets what the one before returned
 * (rule L-17). What is returned last is stored; null stores null. All three methods are listened to, overridden or not (rule L-19). An
 * exception refuses the write.
 *
 * @param <V> the type of the value, or of one element of a collection
 */
public interface AttributeExtension<V> {
    /**
     * An element is about to join the collection.
     *
     * @param state of the object that has the collection
     * @param value the element
     * @param initiator where the change began; another attribute if this one follows its other side
     * @return the element that joins
     */
    default @Nullable V append(InstanceState state, @Nullable V value, Initiator initiator) {
        return value;
    }

    /**
     * A value is about to be written; also if it is equal to the one before.
     *
     * @param state of the object
     * @param value the new value
     * @param oldValue the one before; null also if there was none, or it is not known
     * @param initiator where the change began
     * @return the value to store
     */
    default @Nullable V set(InstanceState state, @Nullable V value, @Nullable V oldValue, Initiator initiator) {
        return value;
    }

    /**
     * An element is about to leave the collection, or the value of an attribute is deleted.
     *
     * @param state of the object
     * @param value the element or value
     * @param initiator where the change began
     */
    default void remove(InstanceState state, @Nullable V value, Initiator initiator) {}

    /**
     * Whether the old value is loaded before a write, if it is not in memory; listeners do not do so unless they ask for it (rule L-18). Asked
     * once, when the extension is added, and not taken back when it is removed.
     */
    default boolean activeHistory() {
        return true;
    }
}
