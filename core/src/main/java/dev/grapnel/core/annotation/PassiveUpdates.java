package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who follows a changed primary key in what refers to it: members of a collection, the objects in memory that have a reference, or the pairs
 * of an association (rule U-25).
 *
 * <p>With {@code true}, as without this annotation, the database does ({@code ON UPDATE CASCADE}), and keys in memory are corrected without a
 * statement. With {@code false} members are loaded and updated, with their events, and pairs are written anew.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface PassiveUpdates {
    /** Whether the database updates the members. */
    boolean value();
}
