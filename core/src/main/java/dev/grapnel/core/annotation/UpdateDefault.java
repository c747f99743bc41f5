package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * A value computed in Java when the row of an object is updated and the attribute itself has no net change. {@link UpdateExpression} has the
 * database compute it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface UpdateDefault {
    /** Gives the value; needs a constructor without arguments. */
    Class<? extends Supplier<?>> value();
}
