package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An expression of SQL that an INSERT writes where the attribute was never set, or was set to null. Use it where the database has to compute the
 * value and its table has no default of its own; what the table has is said by {@link ServerDefault}.
 *
 * <pre>{@code
 * @InsertExpression("current_timestamp")
 * Instant made;
 * }</pre>
 *
 * <p>The value comes with the INSERT, unless {@link EagerDefaults} says otherwise. INSERT statements of the application write the expression as well. A
 * class for {@link InsertDefault} can give an expression in jOOQ's words.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface InsertExpression {
    /** The expression as the database knows it, written as it is; a subquery stands in parentheses. Not empty. */
    String value();
}
