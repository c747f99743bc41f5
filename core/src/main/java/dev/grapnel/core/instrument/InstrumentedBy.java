package dev.grapnel.core.instrument;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Elects the instrumentation of a class and its subclasses (rule N-15). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InstrumentedBy {
    /** The instrumentation: a class with a constructor without arguments that the annotated class could call. */
    Class<? extends InstrumentationManager> value();
}
