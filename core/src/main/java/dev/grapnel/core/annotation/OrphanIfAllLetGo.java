package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A new object of this class, or of a subclass, counts as an orphan only when all parents that delete their orphans have let go of it. Without the
 * annotation one of them is enough (rule U-13). It has an effect on objects that are not in the database yet: those leave the session.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OrphanIfAllLetGo {}
