package dev.grapnel.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the values of a {@code @Version} come from, if they are not counted (rules U-19, U-23). The field may be of any type then. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface VersionedBy {
    /** Gives the next value from the present one, which is null for a new row; needs a constructor without arguments. */
    Class<? extends UnaryOperator<?>> value();

    /** The database sets the version, as by a trigger; it is read back after each statement, and must not be null then. */
    final class Database implements UnaryOperator<@Nullable Object> {
        @Override
        public @Nullable Object apply(@Nullable Object present) {
            return present;
        }
    }

    /** The program sets the version itself; after each statement it must not be null. */
    final class Program implements UnaryOperator<@Nullable Object> {
        @Override
        public @Nullable Object apply(@Nullable Object present) {
            return present;
        }
    }
}
