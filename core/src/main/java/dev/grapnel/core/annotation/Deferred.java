package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that is not loaded with its object but when it is first read (rule G-10); {@code @Basic(fetch = LAZY)} where that can say more. A
 * query may bring it along.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Deferred {
    /** Columns of one group are loaded together when the first of them is read; empty for a column that is loaded alone. */
    String group() default "";

    /** Whether reading it without having loaded it is an error. */
    boolean raises() default false;
}
