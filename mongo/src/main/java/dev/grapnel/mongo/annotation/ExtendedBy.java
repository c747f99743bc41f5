package dev.grapnel.mongo.annotation;

import dev.grapnel.mongo.MapperExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The extensions of a class, in order. Each is made by its constructor without arguments. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExtendedBy {
    /** The classes of the extensions. */
    Class<? extends MapperExtension<?>>[] value();
}
