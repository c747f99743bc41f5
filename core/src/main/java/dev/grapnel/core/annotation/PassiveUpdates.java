package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who follows a changed primary key in the members of a collection (rule U-25).
 *
 * <p>With {@code true}, as without this annotation, the database does ({@code ON UPDATE CASCADE}), and keys in memory are corrected without a
 * statement. With {@code false} the members are loaded and updated, with their events.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface PassiveUpdates {
    /** Whether the database updates the members. */
    boolean value();
}
