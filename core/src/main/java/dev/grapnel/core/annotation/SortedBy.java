package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;

/**
 * Names the order of a sorted set, or of the keys of a sorted map; without it they are in natural order.
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "country")
 * @SortedBy(LargestFirst.class)
 * SortedSet<City> cities = new TreeSet<>();
 * }</pre>
 *
 * <p>The comparator is made once, by its constructor without arguments, and used by all threads. The order of a collection that is assigned
 * does not matter. {@code @OrderBy} is something else: the order in which the elements of a list are loaded.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface SortedBy {
    /** The comparator of the elements of a set, or of the keys of a map. */
    Class<? extends Comparator<?>> value();
}
