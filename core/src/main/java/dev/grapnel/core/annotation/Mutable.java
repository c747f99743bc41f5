package dev.grapnel.core.annotation;

import dev.grapnel.core.value.ValueCopier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a value is changed inside, as an array or a JSON document is, and not only replaced.
 *
 * <pre>{@code
 * @Mutable
 * byte[] picture;
 *
 * session.get(Contact.class, 1).picture[0] = 7;
 * session.commit();                              // writes the picture
 * }</pre>
 *
 * <p>When the value is first read, a snapshot of it is kept, and each flush compares the two. Values that nobody has read are not looked at. Until
 * it is expired or leaves its session, an object whose value was read is held by the session, so that no change is lost.
 *
 * <p>The snapshot is a copy of an array or a {@code java.util.Date}. Of a class with a converter or a column type, it is what the column keeps, so
 * that the class needs no {@code equals}. For other classes, {@link #copier} is needed.
 *
 * <p>Values of a class that extends {@link dev.grapnel.core.value.TrackedValue} tell of their changes themselves, and are not compared.
 *
 * <p>Not for keys, versions and collections of values.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Mutable {
    /** Copies and compares the values, where that is not known or can be done at less cost. */
    @SuppressWarnings("rawtypes") // a default that stands for none
    Class<? extends ValueCopier> copier() default ValueCopier.class;
}
