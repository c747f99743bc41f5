package dev.grapnel.mongo.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index of the collection of a class.
 *
 * <pre>{@code
 * @Entity
 * @DocumentIndex(fields = {"customerId", "-ordered"})
 * @DocumentIndex(fields = "seen", expireAfterSeconds = 3600)
 * class Order { … }
 * }</pre>
 *
 * <p>An index of one field may be said at the field, by {@link DocumentField}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(DocumentIndexes.class)
public @interface DocumentIndex {
    /** The fields by their stored names, in order; a minus in front: descending; with dots: within sub-documents. */
    String[] fields();

    /** The name of the index; empty: one that is made of its fields. */
    String name() default "";

    /** Whether no two documents have the same values. */
    boolean unique() default false;

    /** Whether documents without the fields are left out. */
    boolean sparse() default false;

    /** After how many seconds behind the point in time in its only field the server deletes a document; -1: never. */
    long expireAfterSeconds() default -1;
}
