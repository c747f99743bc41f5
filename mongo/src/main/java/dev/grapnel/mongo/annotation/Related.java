package dev.grapnel.mongo.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The field is read along a foreign id of this class or of the other one; it stores nothing. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Related {
    /** The other class; left out, that of the field or of its elements. */
    Class<?> value() default void.class;

    /** The foreign id, if there are several. */
    String via() default "";
}
