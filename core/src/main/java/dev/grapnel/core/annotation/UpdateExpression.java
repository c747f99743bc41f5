package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An expression of SQL that an UPDATE of the row writes where the attribute itself has no net change.
 *
 * <pre>{@code
 * @UpdateExpression("changes + 1")
 * int changes;
 * }</pre>
 *
 * <p>The value expires with the UPDATE, or comes with it in classes with {@link EagerDefaults}. UPDATE statements of the application write the
 * expression as well, and so do updates of {@link PostUpdate}. A class for {@link UpdateDefault} can give an expression in jOOQ's words.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface UpdateExpression {
    /** The expression as the database knows it, over columns of the row as it was before; written as it is. Not empty. */
    String value();
}
