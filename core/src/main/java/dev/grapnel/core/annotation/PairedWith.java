package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how this relationship and that of the other class belong together, where {@code mappedBy} does not or not all.
 *
 * <p>Both sides of a pair are kept in step: a write of one changes the other in memory at the same moment. With
 * {@code @PairedWith(keepInStep = false)} a write of <em>this</em> side leaves the other as it is until that is loaded anew; a write of the
 * other side still changes this one, unless that says the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface PairedWith {
    /** The attribute of the other class; empty if {@code mappedBy}, here or there, names the pair. */
    String value() default "";

    /** Whether a write of this side changes the other side too. */
    boolean keepInStep() default true;
}
