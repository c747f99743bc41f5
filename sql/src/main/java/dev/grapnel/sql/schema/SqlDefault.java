package dev.grapnel.sql.schema;

import java.util.function.Supplier;
import org.jooq.Field;

/**
 * A default that the database computes, in jOOQ's words, for {@link dev.grapnel.core.annotation.InsertDefault} and
 * {@link dev.grapnel.core.annotation.UpdateDefault}. Use it instead of a text where databases differ, or where the expression is about typed attributes.
 *
 * <pre>{@code
 * static final class OneMore implements SqlDefault<Integer> {
 *     public Field<Integer> get() {
 *         return Contact_.changes.plus(1);
 *     }
 * }
 *
 * @UpdateDefault(OneMore.class)
 * int changes;
 * }</pre>
 *
 * @param <V> the type of the value
 */
public interface SqlDefault<V> extends Supplier<Field<V>> {
    /** Gives the expression; called once, when the class is mapped. Constants in it are the same for all rows. */
    @Override
    Field<V> get();
}
