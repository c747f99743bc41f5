package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The database gives the value when an insert leaves the column out; it is read back. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ServerDefault {
    /** The default as an SQL expression, used in DDL; empty if the schema is not made from the mapping. */
    String value() default "";
}
