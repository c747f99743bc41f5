package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When values come into objects of a class that the database made in an INSERT or UPDATE: those with {@link ServerDefault}, {@link ServerUpdate},
 * {@link GeneratedColumn}, {@link InsertExpression} or {@link UpdateExpression}, and columns that are not written. Subclasses do the same unless they say otherwise. Values that do not come with
 * the statement expire, and are loaded on their next read.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EagerDefaults {
    /** When; without the annotation {@link When#AUTO}. */
    When value() default When.ALWAYS;

    /** When values that the database made come into objects. */
    enum When {
        /** With each INSERT and UPDATE; where the database cannot return them, by a SELECT before {@code after_insert} or {@code after_update}. */
        ALWAYS,
        /** With an INSERT, together with generated keys; not with an UPDATE, so that updates go in batches. */
        AUTO,
        /** On their next read only. */
        NEVER
    }
}
