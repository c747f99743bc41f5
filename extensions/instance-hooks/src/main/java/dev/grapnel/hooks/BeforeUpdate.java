package dev.grapnel.hooks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that runs before the UPDATE of the object, also if it was only touched (rule M-15). Values that it sets are written.
 *
 * <p>It takes any of: the session, the event ({@code PersistEvent}), the connection ({@code StoreConnection}). It returns nothing and is not static; it may be private.
 *
 * @see InstanceHooks
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BeforeUpdate {}
