package dev.grapnel.beanvalidation;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.InstanceState;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the validator away from attributes that are not in memory, and from walking into other mapped objects.
 *
 * <p>A validator reads fields past the enhancement: the field of an attribute that waits to be loaded holds null.
 */
final class LoadedAttributes implements TraversableResolver {

    @Override
    public boolean isReachable(
            @Nullable Object object, Path.Node property, Class<?> rootType, Path path, ElementType element) {
        AttributeTracker attribute = attribute(object, property);
        if (attribute == null) {
            return true;
        }
        InstanceState state = ClassManager.requireState(object);
        return state.has(attribute.index()) || isNull(state, attribute);
    }

    /** The mapped attribute that a property is, or null: of a plain object, or of an embedded value, whose parts belong to its owner. */
    private static @Nullable AttributeTracker attribute(@Nullable Object object, Path.Node property) {
        InstanceState state = ClassManager.stateOf(object);
        return state != null && state.manager() instanceof ClassManager manager
                ? manager.trackerOrNull(property.getName())
                : null;
    }

    /** Whether a value that is not in memory is null: nothing is to be loaded for an object without a row. */
    private static boolean isNull(InstanceState state, AttributeTracker attribute) {
        return state.key() == null && !attribute.isCollection() && state.expression(attribute.index()) == null;
    }

    @Override
    public boolean isCascadable(
            @Nullable Object object, Path.Node property, Class<?> rootType, Path path, ElementType element) {
        AttributeTracker attribute = attribute(object, property);
        return attribute == null || !attribute.isRelationship();
    }
}
