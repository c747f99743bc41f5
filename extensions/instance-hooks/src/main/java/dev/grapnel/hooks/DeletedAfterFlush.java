package dev.grapnel.hooks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that runs for each object that was marked for delete before the flush. Orphans that the flush found are not among them (rule L-22).
 *
 * <p>It takes any of: the session, the flush ({@code FlushContext}), the event ({@code FlushEvent}). It returns nothing and is not static; it may be private.
 *
 * @see InstanceHooks
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DeletedAfterFlush {}
