package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a list, set or collection of values as an array in one column, on databases that have arrays. The elements are of the type argument of the
 * field; {@code @Column(length = …)} and its like are about each of them.
 *
 * <pre>{@code
 * @ArrayColumn
 * @Column(length = 40)
 * List<String> tags = List.of();       // varchar(40)[]
 * }</pre>
 *
 * <p>What was loaded cannot be changed inside: assign another list, or declare the field {@link Mutable} too. Fields of arrays, as {@code String[]},
 * need no annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ArrayColumn {}
