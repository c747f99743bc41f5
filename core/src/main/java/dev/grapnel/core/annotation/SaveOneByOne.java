package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Objects of this class and its subclasses are saved one after another: before-event, row, after-event, then the next one (rule M-8).
 *
 * <p>For listeners that have to see the row of one object in the database before the next one is written. It costs a statement for each row.
 * Deletes are not affected.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SaveOneByOne {}
