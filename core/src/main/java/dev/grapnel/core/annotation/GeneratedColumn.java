package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The database computes the value from other columns of the row: a generated column. It is never written, and changes with each INSERT and
 * UPDATE.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface GeneratedColumn {
    /** The value as an SQL expression over columns of the row, used in DDL; empty if the schema is not made from the mapping. */
    String value() default "";
}
