package dev.grapnel.mongo;

import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.InstanceState;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one mapped object: its status, its document, its session (statement ODM-S1).
 *
 * <p>Belongs to the thread that uses the object's session.
 *
 * @param <T> the class of the object
 */
public interface ObjectState<T> {
    /**
     * The state of an object.
     *
     * @param object of a class that is mapped onto a collection
     * @param <T> its class
     * @return its state, the same for the life of the object
     * @throws UnmappedClassException if its class is not mapped onto a collection, or was not when it was made
     */
    @SuppressWarnings("unchecked") // the state of an object is made for its class
    static <T> ObjectState<T> of(T object) {
        InstanceState state = ClassManager.requireState(object);
        if (ClassManager.of(state).mapper() instanceof StateSource source) {
            return (ObjectState<T>) source.stateOf(state);
        }
        throw new UnmappedClassException(
                "Cannot use " + state
                        + " as the object of a document: its class is not mapped onto a collection now. Map it by a DocumentRegistry.");
    }

    /** The object. */
    T object();

    /** What the next flush does with it. */
    ObjectStatus status();

    /** What would be written now, a copy in the form that is stored. */
    Document document();

    /** The document as it was loaded or last written; empty for one that never was (statement ODM-S1). */
    Document originalDocument();

    /** The real session that has the object, or null. */
    @Nullable OdmSession session();

    /** Marks the object to be deleted by the next flush; nothing happens before (statement ODM-S9). */
    void delete();

    /**
     * Reads an attribute as its getter would: a default is filled in, a relation is loaded.
     *
     * @param attribute by its name
     * @return the value
     * @throws dev.grapnel.core.error.AttributeNotSetException if it has no value and no default
     */
    @Nullable Object get(String attribute);

    /**
     * Assigns an attribute as its setter would: the value is checked, events fire, the object gets dirty unless the value is equal.
     *
     * @param attribute by its name
     * @param value the value
     * @throws dev.grapnel.core.error.ValidationException if the field does not take it
     */
    void set(String attribute, @Nullable Object value);

    /**
     * Takes a field out of the document; the object gets dirty (statement ODM-S7).
     *
     * @param attribute by its name
     * @throws dev.grapnel.core.error.AttributeNotSetException if it has no value
     */
    void unset(String attribute);

    /** The record that the core keeps of the object. */
    InstanceState instanceState();

    /** Implemented by what maps a class, to keep the states of its objects. Application code has no use for it. */
    interface StateSource {
        /**
         * The state of an object.
         *
         * @param state the record that the core keeps of it
         * @return its state
         */
        ObjectState<?> stateOf(InstanceState state);
    }
}
