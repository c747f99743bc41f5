package dev.grapnel.hooks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that runs after the INSERT of the object; generated values are there. Values that it sets are not written (rule M-13).
 *
 * <p>It takes any of: the session, the event ({@code PersistEvent}), the connection ({@code StoreConnection}). It returns nothing and is not static; it may be private.
 *
 * @see InstanceHooks
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AfterInsert {}
