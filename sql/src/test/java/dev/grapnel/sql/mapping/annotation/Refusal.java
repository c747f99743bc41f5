package dev.grapnel.sql.mapping.annotation;

import static java.util.Objects.requireNonNull;

import dev.grapnel.core.error.MappingException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationValue;
import net.bytebuddy.description.enumeration.EnumerationDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;

/** Makes a class that has an annotation, or sets a member of one, and tells with which words it is refused. */
final class Refusal {
    private Refusal() {}

    /** The words with which an annotation is refused. */
    static String of(Class<? extends Annotation> type) {
        List<ElementType> places = places(type);
        if (places.isEmpty()) {
            return ofCarriers(type);
        }
        return refused(type.getSimpleName(), described(type, null), places);
    }

    /** The words with which a member of an annotation is refused that is understood otherwise. */
    static String of(Method member) {
        Class<? extends Annotation> type = member.getDeclaringClass().asSubclass(Annotation.class);
        AnnotationDescription written = described(type, member);
        Class<? extends Annotation> outer = type;
        while (places(outer).isEmpty()) {
            Method carrier = carrier(outer);
            outer = carrier.getDeclaringClass().asSubclass(Annotation.class);
            written = put(required(outer, null), carrier, written).build();
        }
        String words = refused(PersistenceAnnotations.name(member), written, places(outer));
        String expected = "it sets " + member.getName() + " of @" + type.getSimpleName() + ',';
        if (!words.startsWith(expected)) {
            throw new AssertionError(
                    "Refused for another reason than " + PersistenceAnnotations.name(member) + ": " + words);
        }
        return words;
    }

    // ---- places ----

    private static List<ElementType> places(Class<? extends Annotation> type) {
        Target target = type.getAnnotation(Target.class);
        return target == null
                ? List.of(ElementType.TYPE)
                : Arrays.stream(target.value())
                        .filter(List.of(ElementType.FIELD, ElementType.TYPE, ElementType.METHOD)::contains)
                        .toList();
    }

    /** An understood member of an understood annotation that has such annotations as its value. */
    private static Method carrier(Class<? extends Annotation> inner) {
        return PersistenceAnnotations.ALL.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(member -> component(member) == inner && WorkingMembers.isUnderstood(member))
                .min(PersistenceAnnotations.BY_NAME)
                .orElseThrow();
    }

    /** An annotation that stands only inside of others is refused if all of them are. */
    private static String ofCarriers(Class<? extends Annotation> inner) {
        List<? extends Class<?>> carriers = PersistenceAnnotations.ALL.stream()
                .filter(type -> Arrays.stream(type.getDeclaredMethods()).anyMatch(member -> component(member) == inner))
                .toList();
        if (carriers.isEmpty() || carriers.stream().anyMatch(type -> WorkingMembers.isUnderstood(type))) {
            throw new AssertionError(
                    "@" + inner.getSimpleName() + " stands inside of " + carriers + ", which are not all refused");
        }
        return "It stands inside of "
                + String.join(
                        ", ",
                        carriers.stream()
                                .map(type -> "`@" + type.getSimpleName() + '`')
                                .toList())
                + ".";
    }

    private static Class<?> component(Method member) {
        Class<?> type = member.getReturnType();
        return type.isArray() ? type.getComponentType() : type;
    }

    // ---- classes ----

    private static String refused(String name, AnnotationDescription written, List<ElementType> places) {
        try {
            AnnotationReader.read(entity(written, places), new Converters(), type -> false);
        } catch (MappingException expected) {
            return words(requireNonNull(expected.getMessage()));
        }
        throw new AssertionError("@" + name + " is not refused");
    }

    /** What follows the class or field that a message names, without the mark of its kind. */
    private static String words(String message) {
        String words = message.substring(message.indexOf(": ") + 2);
        return words.replaceAll(" \\[\\w+]$", "");
    }

    private static Class<?> entity(AnnotationDescription written, List<ElementType> places) {
        DynamicType.Builder<Object> entity = new ByteBuddy()
                .subclass(Object.class)
                .name("probe.Probe")
                .annotateType(AnnotationDescription.Builder.ofType(Entity.class).build())
                .defineField("id", Long.class, Modifier.PUBLIC)
                .annotateField(AnnotationDescription.Builder.ofType(Id.class).build());
        DynamicType.Builder<Object> annotated;
        if (places.contains(ElementType.FIELD)) {
            annotated =
                    entity.defineField("probe", String.class, Modifier.PUBLIC).annotateField(written);
        } else if (places.contains(ElementType.TYPE)) {
            annotated = entity.annotateType(written);
        } else {
            annotated = entity.defineMethod("probe", void.class, Modifier.PUBLIC)
                    .intercept(net.bytebuddy.implementation.StubMethod.INSTANCE)
                    .annotateMethod(written);
        }
        try (DynamicType.Unloaded<Object> made = annotated.make()) {
            return made.load(Refusal.class.getClassLoader()).getLoaded();
        }
    }

    // ---- annotations ----

    private static AnnotationDescription described(Class<? extends Annotation> type, Method set) {
        AnnotationDescription.Builder builder = required(type, set);
        return (set == null ? builder : builder.define(set.getName(), value(set, true))).build();
    }

    private static AnnotationDescription.Builder required(Class<? extends Annotation> type, Method without) {
        AnnotationDescription.Builder builder = AnnotationDescription.Builder.ofType(type);
        for (Method member : type.getDeclaredMethods()) {
            if (member.getDefaultValue() == null && !member.equals(without)) {
                builder = builder.define(member.getName(), value(member, false));
            }
        }
        return builder;
    }

    private static AnnotationDescription.Builder put(
            AnnotationDescription.Builder builder, Method member, AnnotationDescription inner) {
        TypeDescription type = TypeDescription.ForLoadedType.of(component(member));
        return builder.define(
                member.getName(),
                member.getReturnType().isArray()
                        ? AnnotationValue.ForDescriptionArray.of(type, new AnnotationDescription[] {inner})
                        : new AnnotationValue.ForAnnotationDescription<>(inner));
    }

    /** A value that is not the default; of an annotation with some member set, or with none but those it needs. */
    private static AnnotationValue<?, ?> value(Method member, boolean set) {
        Class<?> type = component(member);
        boolean several = member.getReturnType().isArray();
        if (type.isAnnotation()) {
            Class<? extends Annotation> annotation = type.asSubclass(Annotation.class);
            AnnotationDescription inner = set ? notDefault(annotation) : described(annotation, null);
            return several
                    ? AnnotationValue.ForDescriptionArray.of(
                            TypeDescription.ForLoadedType.of(type), new AnnotationDescription[] {inner})
                    : new AnnotationValue.ForAnnotationDescription<>(inner);
        }
        if (type == Class.class) {
            TypeDescription some = TypeDescription.ForLoadedType.of(String.class);
            return several
                    ? AnnotationValue.ForDescriptionArray.of(new TypeDescription[] {some})
                    : AnnotationValue.ForTypeDescription.of(some);
        }
        if (type.isEnum()) {
            EnumerationDescription some = new EnumerationDescription.ForLoadedEnumeration(otherConstant(member, type));
            return several
                    ? AnnotationValue.ForDescriptionArray.of(
                            TypeDescription.ForLoadedType.of(type), new EnumerationDescription[] {some})
                    : AnnotationValue.ForEnumerationDescription.of(some);
        }
        Object value = type == boolean.class
                ? Boolean.FALSE.equals(member.getDefaultValue())
                : type == int.class ? Integer.valueOf(77) : "other";
        if (!several) {
            return AnnotationValue.ForConstant.of(value);
        }
        Object array = Array.newInstance(type, 1);
        Array.set(array, 0, value);
        return AnnotationValue.ForConstant.of(array);
    }

    private static AnnotationDescription notDefault(Class<? extends Annotation> type) {
        Method first = Arrays.stream(type.getDeclaredMethods())
                .filter(member -> !component(member).isAnnotation())
                .min(PersistenceAnnotations.BY_NAME)
                .orElse(null);
        return described(type, first);
    }

    private static Enum<?> otherConstant(Method member, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (!constant.equals(member.getDefaultValue())) {
                return (Enum<?>) constant;
            }
        }
        throw new AssertionError(member + " has one constant only");
    }
}
