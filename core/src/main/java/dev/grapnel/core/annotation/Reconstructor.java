package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that runs when an object was made from a row or by merge, since no constructor runs then (rule I-10).
 *
 * <p>It takes no parameters, returns nothing and is not static; it may be private. Attributes that it sets count as loaded (rule I-7). It runs
 * as a listener to {@code load}, before those of the application for the class. A class has one at most; that of a superclass runs before.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reconstructor {}
