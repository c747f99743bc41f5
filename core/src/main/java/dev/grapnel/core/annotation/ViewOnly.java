package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A relationship that is only read: a second view of what another relationship writes, ordered otherwise for instance (rule A-50).
 *
 * <p>Changing it fires its events and never counts as a change of the object; a flush does not write it. It is not kept in step with another
 * side, in neither direction. It cannot cascade, and takes neither {@link PassiveDeletes} nor {@link PostUpdate} nor {@link ActiveHistory}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ViewOnly {}
