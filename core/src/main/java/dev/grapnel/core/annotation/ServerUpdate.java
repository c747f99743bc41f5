package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The database changes the value when it updates the row, as a trigger does. An UPDATE that does not set it expires the value, which is read
 * anew on its next read, or reads it back at once with {@link EagerDefaults}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ServerUpdate {}
