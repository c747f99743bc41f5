package dev.grapnel.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Extensions of a mapped class and its subclasses.
 *
 * <pre>{@code
 * @Entity
 * @MapperExtensions({Stamp.class, Audit.class})
 * public class Contact { … }
 * }</pre>
 *
 * <p>Each is made once by its constructor without arguments and serves all classes that name it. Switched on by
 * {@link Extensions#readAnnotations()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MapperExtensions {
    /** The extensions, in the order of the chain. */
    Class<? extends MapperExtension<?>>[] value();
}
