package dev.grapnel.mongo.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is said of a field beside its type. A field needs no annotation to be stored. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DocumentField {
    /** The name in the document; empty: that of the field. */
    String name() default "";

    /** Whether a document has to have it. */
    boolean required() default false;

    /** Whether it has an index of its own. */
    boolean indexed() default false;

    /** Whether no two documents have the same value. */
    boolean unique() default false;

    /** Whether the index leaves documents out that have no such field. */
    boolean sparse() default false;
}
