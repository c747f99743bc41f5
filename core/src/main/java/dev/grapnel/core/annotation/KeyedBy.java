package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Function;

/**
 * Names the function that gives the key of an element in a map, where {@code @MapKey} with one attribute is not enough (rule A-25).
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "country")
 * @KeyedBy(Initial.class)
 * Map<Character, City> cities = new HashMap<>();
 * }</pre>
 *
 * <p>The function is made once, by its constructor without arguments, and used by all threads. It must not change the element.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface KeyedBy {
    /** The function from an element to its key. */
    Class<? extends Function<?, ?>> value();
}
