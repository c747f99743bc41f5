package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a mapped class that checks, and may change, each value written to some of its attributes (rules ).
 *
 * <pre>{@code
 * @Validates("phone")
 * private String digitsOnly(String phone) {
 *     return phone == null ? null : phone.replaceAll("\\D", "");
 * }
 * }</pre>
 *
 * <p>It runs when a value is assigned, when an element joins a collection, and for each element of a collection that is assigned as a whole;
 * not when objects are loaded. What it returns is stored; to refuse a value, it throws. A method that returns nothing only checks.
 *
 * <p>Its parameters are the value, or the name of the attribute and the value; with {@link #includeRemoves} the value and a boolean, or the
 * name, the value and a boolean, which is true when the value goes. It may be private and may be inherited, not static. The value is null
 * when null is assigned. An attribute of a class has one validator at most.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Validates {
    /** The attributes. */
    String[] value();

    /** Whether it is also told when an element leaves a collection and when a value is deleted; what it returns then is not used (rule A-44). */
    boolean includeRemoves() default false;

    /** Whether it also runs for changes that were made on the other side of a two-way relationship (rule A-44). */
    boolean includeBackrefs() default true;
}
