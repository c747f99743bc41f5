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

    /**
     * Whether a write of this side that only says again what the other side has done already is a second write.
     *
     * <p>Programs for JPA write both sides, so it is not, unless this says so: {@code add} gives an object that has named its owner its place in
     * the list instead of putting it there twice, and assigning the reference that is there already lets the cascade of {@code PERSIST} follow
     * it. With {@code @PairedWith(repeats = true)} the list holds the object twice, and the assignment does nothing (rule A-39);
     * a merge that does not follow the relationship leaves what the object refers to.
     */
    boolean repeats() default false;
}
