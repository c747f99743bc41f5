package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * A value computed in Java when an object is inserted and the attribute was never set, or was set to null. {@link InsertExpression} has the
 * database compute it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface InsertDefault {
    /** Gives the value; needs a constructor without arguments. */
    Class<? extends Supplier<?>> value();
}
