package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.instrument.CustomCollection;
import dev.grapnel.core.instrument.QueuedCollection;
import jakarta.persistence.MapKey;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a relationship holds, as its type and annotations say.
 *
 * @param kind the kind of collection, or null for a single reference
 * @param element the class of what it refers to
 */
record CollectionShape(@Nullable CollectionKind kind, Class<?> element) {

    /** The shape of a single reference. */
    static CollectionShape single(EntityField field, Class<?> declaredTarget) {
        Class<?> type = field.type();
        if (holdsSeveral(type)) {
            throw field.wrong("it refers to one object, and " + type.getName()
                    + " holds several. Use @OneToMany or @ManyToMany, or declare the field as the entity class.");
        }
        if (field.has(MapKey.class)) {
            throw field.wrong("@MapKey is for maps, and this is a single reference. Leave it out.");
        }
        CollectionKinds.refuseAnnotations(field, "a single reference");
        PlaceReader.refuse(field, "a single reference");
        return new CollectionShape(null, declaredTarget == void.class ? type : declaredTarget);
    }

    private static boolean holdsSeveral(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || CustomCollection.class.isAssignableFrom(type)
                || QueuedCollection.class.isAssignableFrom(type);
    }

    /** The shape of a collection. */
    static CollectionShape of(EntityField field, Class<?> declaredTarget) {
        Class<?> type = field.type();
        CollectionKind kind = CollectionKinds.of(field, type);
        return new CollectionShape(kind, declaredTarget == void.class ? element(field, type) : declaredTarget);
    }

    private static Class<?> element(EntityField field, Class<?> type) {
        if (CustomCollection.class.isAssignableFrom(type)) {
            return elementOfCustom(field, type);
        }
        if (field.genericType() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type last = arguments[arguments.length - 1];
            if (!(last instanceof WildcardType wildcard) || wildcard.getUpperBounds()[0] != Object.class) {
                return TypeArguments.classOf(last, field.entity());
            }
        }
        String example = Map.class.isAssignableFrom(type)
                ? type.getSimpleName() + "<String, Order>"
                : type.getSimpleName() + "<Order>";
        throw field.wrong("the type of its elements is not known, because " + type.getSimpleName()
                + " has no type argument. Declare it like " + example + ", or name the class in targetEntity.");
    }

    /** What {@code E} of {@link CustomCollection} is: said by the class, or by the field if the class is generic. */
    private static Class<?> elementOfCustom(EntityField field, Class<?> type) {
        Class<?> known = TypeArguments.classOf(CustomCollection.class.getTypeParameters()[0], type);
        if (known != Object.class) {
            return known;
        }
        if (field.genericType() instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1) {
            return TypeArguments.classOf(generic.getActualTypeArguments()[0], field.entity());
        }
        throw field.wrong(
                "the type of its elements is not known from " + type.getName() + ". Name the class in targetEntity.");
    }
}
