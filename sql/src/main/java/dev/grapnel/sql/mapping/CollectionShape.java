package dev.grapnel.sql.mapping;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import jakarta.persistence.MapKey;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a relationship holds, as its type and {@code @MapKey} say.
 *
 * @param kind the kind of collection, or null for a single reference
 * @param element the class of what it refers to
 */
record CollectionShape(@Nullable CollectionKind kind, Class<?> element) {

    /** The shape of a single reference. */
    static CollectionShape single(EntityField field, Class<?> declaredTarget) {
        Class<?> type = field.type();
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            throw field.wrong("it refers to one object, and " + type.getName()
                    + " holds several. Use @OneToMany or @ManyToMany, or declare the field as the entity class.");
        }
        if (field.has(MapKey.class)) {
            throw field.wrong("@MapKey is for maps, and this is a single reference. Leave it out.");
        }
        return new CollectionShape(null, declaredTarget == void.class ? type : declaredTarget);
    }

    /** The shape of a collection. */
    static CollectionShape of(EntityField field, Class<?> declaredTarget) {
        Class<?> type = field.type();
        if (type != Map.class && field.has(MapKey.class)) {
            throw field.wrong("@MapKey is for fields of java.util.Map, and the field is of " + type.getName()
                    + ". Leave it out.");
        }
        return new CollectionShape(
                kind(field, type), declaredTarget == void.class ? element(field, type) : declaredTarget);
    }

    private static CollectionKind kind(EntityField field, Class<?> type) {
        if (type == List.class || type == Collection.class) {
            return CollectionKind.LIST;
        }
        if (type == Set.class) {
            return CollectionKind.SET;
        }
        if (type == Map.class) {
            return map(field);
        }
        throw field.wrong(
                "it refers to several objects, and " + type.getName()
                        + " cannot be watched. Declare it as java.util.List, java.util.Set, java.util.Collection or java.util.Map.");
    }

    private static CollectionKind map(EntityField field) {
        MapKey key = field.annotation(MapKey.class);
        if (key == null) {
            throw field.wrong(
                    "a map needs to know the key of an element. Add @MapKey(name = …) with an attribute of the elements.");
        }
        return CollectionKind.mapBy(element -> keyOf(element, key.name()));
    }

    private static @Nullable Object keyOf(Object element, String attribute) {
        InstanceState state = ClassManager.requireState(element);
        AttributeTracker tracker = attribute.isEmpty()
                ? ClassManager.of(state)
                        .tracker(Mapper.of(state).keyAttributes().get(0).name())
                : ClassManager.of(state).tracker(attribute);
        Object value = tracker.get(state, Passive.OFF);
        return Marker.is(value) ? null : value;
    }

    private static Class<?> element(EntityField field, Class<?> type) {
        if (field.genericType() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type last = arguments[arguments.length - 1];
            if (!(last instanceof WildcardType wildcard) || wildcard.getUpperBounds()[0] != Object.class) {
                return TypeArguments.classOf(last, field.entity());
            }
        }
        String example = type == Map.class ? "Map<String, Order>" : type.getSimpleName() + "<Order>";
        throw field.wrong("the type of its elements is not known, because " + type.getSimpleName()
                + " has no type argument. Declare it like " + example + ", or name the class in targetEntity.");
    }
}
