package dev.grapnel.enhancer;

import java.util.List;
import java.util.Optional;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * All that is decided about a class before its code is changed.
 *
 * @param outline the class as it was
 * @param parent the nearest enhanced superclass, or null when this is the root-most one
 * @param fields the persistent fields in order of declaration; the position is the index without the base
 * @param holdsState whether the root-most enhanced class says itself where the states of its objects live, so that there is no slot
 * @param obstacle the superclass on account of which no object can be made for loading, or null
 */
record EnhancedClass(
        ClassOutline outline,
        @Nullable String parent,
        List<FieldOutline> fields,
        boolean holdsState,
        @Nullable ClassOutline obstacle) {

    static EnhancedClass of(ClassOutline outline, Hierarchy hierarchy) {
        return new EnhancedClass(
                outline,
                hierarchy.enhancedSuperclass(outline).map(ClassOutline::name).orElse(null),
                outline.persistentFields(),
                hierarchy.holdsState(outline),
                hierarchy.obstacleToLoading(outline).orElse(null));
    }

    String name() {
        return outline.name();
    }

    String superName() {
        return Optional.ofNullable(outline.superName()).orElseThrow();
    }

    Type type() {
        return Type.getObjectType(name());
    }

    boolean isRoot() {
        return parent == null;
    }

    boolean superclassIsEnhanced() {
        return superName().equals(parent);
    }

    boolean declaresPersistent(String owner, String fieldName, String descriptor) {
        return owner.equals(name()) && fields.stream().anyMatch(field -> field.is(fieldName, descriptor));
    }

    InterceptedField intercepted(FieldOutline field) {
        return new InterceptedField(name(), field);
    }
}
