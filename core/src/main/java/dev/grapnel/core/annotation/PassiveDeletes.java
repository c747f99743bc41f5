package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Members that are not loaded are left to the database when their owner is deleted (rule U-9). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface PassiveDeletes {
    /** Whether members that are loaded are left alone too: no key is set to null, the rules of the database decide. */
    boolean all() default false;
}
