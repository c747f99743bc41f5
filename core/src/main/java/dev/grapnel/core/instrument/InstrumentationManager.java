package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/**
 * User-defined instrumentation of the classes of one hierarchy: where values live, which collections are used, and who else is to know of
 * classes, attributes and states (rules N-15 to N-18).
 *
 * <p>Elect one by {@link InstrumentedBy @InstrumentedBy} on the class that heads the hierarchy, or by a finder ({@link
 * InstrumentationFinders}) for classes that cannot be annotated. It is asked when a class is mapped and stays until the registry is disposed.
 * Every method has a default that changes nothing, and all events fire as for any other class.
 *
 * <p>Where the <em>state</em> of an object lives is decided when the class is enhanced, so it is for the class to say, by {@link
 * dev.grapnel.core.state.StateHolder}; with or without an instrumentation.
 *
 * <p>The interface may grow by methods that change nothing by default.
 *
 * <p>May be called from any thread that maps classes or makes objects; the same instance serves the whole hierarchy.
 */
public interface InstrumentationManager {
    /**
     * Where the values of objects live. Asked once, when the class is mapped.
     *
     * @param type the class
     * @return the storage, or null: in the fields
     */
    default @Nullable ValueStorage storage(Class<?> type) {
        return null;
    }

    /**
     * The collection that an attribute holds.
     *
     * @param type the class
     * @param attribute the name of the attribute
     * @param declared what the mapping says
     * @return the kind to use, which has to accept what the field's type says
     */
    default CollectionKind collectionKind(Class<?> type, String attribute, CollectionKind declared) {
        return declared;
    }

    /**
     * A class was put under watch; {@code class_instrument} follows.
     *
     * @param manager of the class
     */
    default void manage(ClassManager manager) {
        // nothing by default
    }

    /**
     * A class was released; {@code class_uninstrument} went before.
     *
     * @param manager of the class
     */
    default void unregister(ClassManager manager) {
        // nothing by default
    }

    /**
     * A class got an attribute of its own; not called for what it inherits.
     *
     * @param attribute the attribute, without behaviour yet
     */
    default void instrumentAttribute(AttributeTracker attribute) {
        // nothing by default
    }

    /**
     * A class lost an attribute of its own; not called for what it inherits, nor when the class is released.
     *
     * @param attribute the attribute
     */
    default void uninstrumentAttribute(AttributeTracker attribute) {
        // nothing by default
    }

    /**
     * An attribute of a class, own or inherited, was instrumented: {@code attribute_instrument} went before.
     *
     * @param attribute the attribute
     */
    default void postConfigureAttribute(AttributeTracker attribute) {
        // nothing by default
    }

    /**
     * An object got its state. The state is in the slot that enhancement added to the class, or where the class keeps it by {@link
     * dev.grapnel.core.state.StateHolder}.
     *
     * @param instance the object
     * @param state its state
     */
    default void installState(Object instance, InstanceState state) {
        // nothing by default
    }

    /**
     * An object lost its state.
     *
     * @param instance the object
     * @param state the state it had
     */
    default void removeState(Object instance, InstanceState state) {
        // nothing by default
    }
}
