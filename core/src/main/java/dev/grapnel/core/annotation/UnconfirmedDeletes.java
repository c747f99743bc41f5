package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Nobody minds if a row of this class is gone already when it is deleted, as where a trigger or a cascade of the database is faster: no
 * warning, and no error with a version (rule U-17). Subclasses do the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UnconfirmedDeletes {}
