package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of SQL as values of attributes. Use one where the database has to compute the value, as for a counter that several programs
 * raise at once.
 *
 * <pre>{@code
 * SqlValue.assign(contact, Contact_.visits, Contact_.visits.plus(1));
 * session.flush();        // update contact set visits = contact.visits + 1 where id = ?
 * print(contact.visits);  // loaded anew
 * }</pre>
 */
public final class SqlValue {
    private SqlValue() {}

    /**
     * Has the INSERT or UPDATE of the next flush compute an attribute, whatever its value is (rule M-16).
     *
     * <p>The object is changed then, and the attribute has no value: reading it raises an error until it is flushed. The flush expires it, or
     * fetches it at once in classes with {@link dev.grapnel.core.annotation.EagerDefaults}. A plain value that is set before the flush takes
     * the place of the expression; {@code expire}, {@code refresh} and a rollback drop it. {@code modified} fires for the attribute, and
     * {@code set} does not; validators do not see the value.
     *
     * @param object any mapped object, in a session or not
     * @param attribute a plain value of its class
     * @param value in jOOQ's words, over columns of the row that is written; an INSERT has no columns to refer to. Not rendered before the flush
     * @param <T> the class of the object
     * @param <V> the type of the value
     * @throws InvalidArgumentException if the attribute is part of a key or of an embedded value, a version or a discriminator, or is not written
     * @throws dev.grapnel.core.error.UnmappedClassException if the object is not mapped
     */
    public static <T, V> void assign(T object, ColumnAttribute<? super T, V> attribute, Field<V> value) {
        InstanceState state = ClassManager.requireState(object);
        TableMapper mapper = TableMapper.of(state);
        MappedColumn column = mapper.column(attribute.attributeName());
        String refusal = refusal(mapper, column, state.hasKey());
        if (refusal != null) {
            throw new InvalidArgumentException("Cannot assign an expression to " + column.property() + " of " + state
                    + ": it is " + refusal + ". Set a plain value.");
        }
        ((ScalarTracker) column.tracker()).compute(state, value);
    }

    private static @Nullable String refusal(TableMapper mapper, MappedColumn column, boolean stored) {
        if (column.column().isPrimaryKey()) {
            return "part of the key, which has to be known";
        }
        if (column.equals(mapper.versionColumn())) {
            return "the version, which has to be known";
        }
        if (column.equals(mapper.discriminatorColumn())) {
            return "the discriminator, which tells the class of the row";
        }
        if (column.tracker() instanceof ScalarTracker scalar && scalar.whole() != null) {
            return "a part of an embedded value, which is assigned as a whole";
        }
        boolean written = stored ? column.updatable() : column.insertable();
        return written ? null : "a column that " + (stored ? "an UPDATE" : "an INSERT") + " does not write";
    }
}
