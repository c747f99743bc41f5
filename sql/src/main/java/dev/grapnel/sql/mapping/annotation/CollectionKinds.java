package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.annotation.KeyedBy;
import dev.grapnel.core.annotation.SortedBy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.instrument.CustomCollection;
import dev.grapnel.core.instrument.DynamicCollection;
import dev.grapnel.core.instrument.WriteOnlyCollection;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import jakarta.persistence.MapKey;
import jakarta.persistence.OrderColumn;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which kind of collection a field holds (rule A-25). */
final class CollectionKinds {
    private static final Set<Class<?>> SORTED_SETS = Set.of(SortedSet.class, NavigableSet.class);
    private static final Set<Class<?>> SORTED_MAPS = Set.of(SortedMap.class, NavigableMap.class);

    private final EntityField field;

    private CollectionKinds(EntityField field) {
        this.field = field;
    }

    static CollectionKind of(EntityField field, Class<?> type) {
        CollectionKinds kinds = new CollectionKinds(field);
        kinds.check(type);
        return kinds.kind(type);
    }

    /** Fails if a field has annotations that say something about maps or order. */
    static void refuseAnnotations(EntityField field, String what) {
        for (Class<? extends Annotation> annotation : List.of(KeyedBy.class, SortedBy.class)) {
            if (field.has(annotation)) {
                throw field.wrong("@" + annotation.getSimpleName() + " does not apply to " + what + ". Leave it out.");
            }
        }
    }

    private void check(Class<?> type) {
        boolean map = Map.class.isAssignableFrom(type);
        MapKeys.check(field, map);
        if (!map && field.has(MapKey.class)) {
            throw field.wrong("@MapKey is for fields of java.util.Map, and the field is of " + type.getName()
                    + ". Leave it out.");
        }
        if (!map && field.has(KeyedBy.class)) {
            throw field.wrong("@KeyedBy is for fields of java.util.Map, and the field is of " + type.getName()
                    + ". Leave it out.");
        }
        if (field.has(MapKey.class) && field.has(KeyedBy.class)) {
            throw field.wrong("it has @MapKey and @KeyedBy, and a map has one key. Decide for one.");
        }
        if (field.has(SortedBy.class) && !SORTED_SETS.contains(type) && !SORTED_MAPS.contains(type)) {
            throw field.wrong(
                    "@SortedBy is for sorted sets and maps, and the field is of " + type.getName()
                            + ". Declare it as java.util.SortedSet or java.util.SortedMap, or use @OrderBy for the order of loading.");
        }
    }

    private CollectionKind kind(Class<?> type) {
        if (type == List.class || type == Collection.class || SequencedTypes.isCollection(type)) {
            return field.has(OrderColumn.class) ? CollectionKind.POSITIONED_LIST : CollectionKind.LIST;
        } else if (type == Set.class) {
            return CollectionKind.SET;
        } else if (SORTED_SETS.contains(type)) {
            return CollectionKind.sortedSet(order());
        } else if (type == Map.class) {
            return MapKeys.isAny(field) ? CollectionKind.keyedMap() : CollectionKind.mapBy(keyOf());
        } else if (SORTED_MAPS.contains(type)) {
            return MapKeys.isAny(field)
                    ? CollectionKind.sortedKeyedMap(order())
                    : CollectionKind.sortedMapBy(keyOf(), order());
        } else if (type == WriteOnlyCollection.class) {
            return CollectionKind.WRITE_ONLY;
        } else if (type == DynamicCollection.class) {
            return CollectionKind.DYNAMIC;
        } else if (CustomCollection.class.isAssignableFrom(type)) {
            return custom(type);
        }
        throw field.wrong("it refers to several objects, and " + type.getName()
                + " cannot be watched. Declare it as java.util.List, Set, SortedSet, NavigableSet, Collection, Map,"
                + " SortedMap or NavigableMap, or as a class of your own that extends "
                + CustomCollection.class.getName()
                + "." + SequencedTypes.advice(type));
    }

    private @Nullable Comparator<?> order() {
        if (field.given(Given.COMPARATOR) instanceof Comparator<?> given) {
            return given;
        }
        SortedBy sorted = field.annotation(SortedBy.class);
        return sorted == null ? null : make(sorted.value(), "the comparator of @SortedBy");
    }

    // ---- keys ----

    @SuppressWarnings("unchecked") // a function of the elements of the field
    private Function<Object, @Nullable Object> keyOf() {
        if (field.given(Given.KEY_FUNCTION) instanceof Function<?, ?> given) {
            return (Function<Object, @Nullable Object>) given;
        }
        KeyedBy function = field.annotation(KeyedBy.class);
        if (function != null) {
            return (Function<Object, @Nullable Object>) make(function.value(), "the function of @KeyedBy");
        }
        MapKey key = field.annotation(MapKey.class);
        if (key == null) {
            throw field.wrong(
                    "a map needs to know the key of an element. Add @MapKey(name = …) with an attribute of the"
                            + " elements, @KeyedBy with a function, or @MapKeyColumn or @MapKeyJoinColumn for a column of its own.");
        }
        String attribute = key.name();
        return element -> keyOf(element, attribute);
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

    // ---- classes of the application ----

    @SuppressWarnings("unchecked") // the caller asked
    private CollectionKind custom(Class<?> type) {
        Constructor<?> constructor = constructor(type, "its collection class");
        return CollectionKind.custom(
                (Class<? extends CustomCollection<?>>) type, () -> (CustomCollection<?>) call(constructor));
    }

    @SuppressWarnings("unchecked") // made by a constructor of the class
    private <T> T make(Class<T> type, String what) {
        return (T) call(constructor(type, what));
    }

    private Constructor<?> constructor(Class<?> type, String what) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw field.wrong(what + ", " + type.getName() + ", is abstract. Name a class that can be instantiated.");
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException | RuntimeException e) {
            throw field.wrong(
                    what + ", " + type.getName() + ", has no constructor without arguments that can be called (" + e
                            + "). Add one; a class inside another one must be static.");
        }
    }

    private static Object call(Constructor<?> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new InvalidRequestException(
                    "Cannot make a " + constructor.getDeclaringClass().getName()
                            + ": its constructor failed. See the cause; the constructor is to make an empty one and nothing else.",
                    e);
        }
    }
}
