package dev.grapnel.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Extensions of the attribute that a field, or the getter of a property, stands for.
 *
 * <pre>{@code
 * @AttributeExtensions(Digits.class)
 * String phone;
 * }</pre>
 *
 * <p>Each is made once by its constructor without arguments and serves all attributes that name it. Switched on by
 * {@link Extensions#readAnnotations()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface AttributeExtensions {
    /** The extensions, in the order in which values pass through them. */
    Class<? extends AttributeExtension<?>>[] value();
}
