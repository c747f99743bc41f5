package dev.grapnel.sql.mapping.annotation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program says about a class or field, in the words of annotations, so that they are read and checked as those of a source are; and what no
 * annotation can say.
 */
public final class WrittenElement implements AnnotatedElement {
    /** What no annotation can say. */
    public enum Given {
        /** A {@link dev.grapnel.sql.mapping.declaration.Conversion}. */
        CONVERSION,
        /** The cascades of a relationship, a set of {@link dev.grapnel.core.mapping.CascadeType}. */
        CASCADES,
        /** A supplier of values for an INSERT. */
        INSERT_DEFAULT,
        /** A supplier of values for an UPDATE. */
        UPDATE_DEFAULT,
        /** A function from the present version to the next. */
        NEXT_VERSION,
        /** A function from an element to its key in a map. */
        KEY_FUNCTION,
        /** The order of a sorted collection. */
        COMPARATOR,
        /** A {@link dev.grapnel.core.value.ValueCopier} for values that are changed inside. */
        COPIER
    }

    private final Map<Class<? extends Annotation>, List<Map<String, Object>>> said = new LinkedHashMap<>();
    private final Map<Given, Object> given = new EnumMap<>(Given.class);
    private @Nullable List<WrittenField> parts;

    /** Begins with nothing said. */
    public WrittenElement() {}

    /**
     * Says that there is an annotation, with what is said about its members anyway.
     *
     * @param annotation its type
     * @return this
     */
    public WrittenElement with(Class<? extends Annotation> annotation) {
        all(annotation);
        return this;
    }

    private List<Map<String, Object>> all(Class<? extends Annotation> annotation) {
        return said.computeIfAbsent(annotation, unused -> new ArrayList<>(List.of(new LinkedHashMap<>())));
    }

    /**
     * Says what a member of an annotation is.
     *
     * @param annotation its type
     * @param member its name
     * @param value of the type of the member
     * @return this
     */
    public WrittenElement with(Class<? extends Annotation> annotation, String member, Object value) {
        all(annotation).get(0).put(member, value);
        return this;
    }

    /**
     * Adds an annotation to an array member of another one.
     *
     * @param annotation the outer one
     * @param member its name
     * @param inner the type of the inner one
     * @param members what is said there
     * @param <A> the type of the inner one
     */
    @SuppressWarnings("unchecked") // only this method puts such arrays there
    public <A extends Annotation> void append(
            Class<? extends Annotation> annotation, String member, Class<A> inner, Map<String, Object> members) {
        Map<String, Object> outer = all(annotation).get(0);
        A[] before = (A[]) outer.getOrDefault(member, Array.newInstance(inner, 0));
        A[] after = java.util.Arrays.copyOf(before, before.length + 1);
        after[before.length] = WrittenAnnotation.of(inner, members);
        outer.put(member, after);
    }

    /**
     * Says one more annotation of a type that may stand several times.
     *
     * @param annotation its type
     * @param members what is said there
     */
    public void add(Class<? extends Annotation> annotation, Map<String, Object> members) {
        said.computeIfAbsent(annotation, unused -> new ArrayList<>()).add(members);
    }

    /**
     * Says what a member is in all annotations of a type; in one, if there is none yet.
     *
     * @param annotation its type
     * @param member its name
     * @param value of the type of the member
     */
    public void each(Class<? extends Annotation> annotation, String member, Object value) {
        all(annotation).forEach(members -> members.put(member, value));
    }

    /**
     * An annotation, as a value of a member of another one.
     *
     * @param type of the annotation
     * @param members what is said there
     * @param <A> type of the annotation
     * @return the annotation
     */
    public static <A extends Annotation> A annotation(Class<A> type, Map<String, Object> members) {
        return WrittenAnnotation.of(type, members);
    }

    /**
     * Gives what no annotation can say.
     *
     * @param what it is
     * @param value of the type that goes with it
     */
    public void give(Given what, Object value) {
        given.put(what, value);
    }

    /**
     * Says of which fields an embedded value is made.
     *
     * @param fields of its class
     */
    public void parts(List<WrittenField> fields) {
        parts = List.copyOf(fields);
    }

    @Nullable List<WrittenField> parts() {
        return parts;
    }

    @Nullable Object given(Given what) {
        return given.get(what);
    }

    // ---- as annotations are read ----

    @Override
    public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
        List<Map<String, Object>> all = said.get(type);
        return all == null || all.size() > 1 ? null : WrittenAnnotation.of(type, all.get(0));
    }

    @Override
    public Annotation[] getAnnotations() {
        List<Annotation> all = new ArrayList<>();
        said.forEach((type, written) -> written.forEach(members -> all.add(WrittenAnnotation.of(type, members))));
        return all.toArray(Annotation[]::new);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return getAnnotations();
    }

    @Override
    @SuppressWarnings("unchecked") // an array of the type that is asked for
    public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
        return said.getOrDefault(type, List.of()).stream()
                .map(members -> WrittenAnnotation.of(type, members))
                .toArray(length -> (A[]) Array.newInstance(type, length));
    }

    @Override
    public <A extends Annotation> A[] getDeclaredAnnotationsByType(Class<A> type) {
        return getAnnotationsByType(type);
    }
}
