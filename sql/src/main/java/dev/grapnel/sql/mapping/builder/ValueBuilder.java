package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.ArrayColumn;
import dev.grapnel.core.annotation.Deferred;
import dev.grapnel.core.annotation.GeneratedColumn;
import dev.grapnel.core.annotation.InsertExpression;
import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.ServerUpdate;
import dev.grapnel.core.annotation.UpdateExpression;
import dev.grapnel.core.value.ValueCopier;
import dev.grapnel.sql.mapping.annotation.WrittenElement;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import dev.grapnel.sql.mapping.declaration.Conversion;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Converter;

/**
 * Says how a plain value is mapped.
 *
 * @param <V> its type
 */
public final class ValueBuilder<V> extends ColumnBuilder<ValueBuilder<V>> {
    ValueBuilder(WrittenElement said) {
        super(said);
    }

    /**
     * Keeps the value in a secondary table.
     *
     * @param name of the table, which {@link EntityBuilder#secondaryTable} adds
     * @return this
     */
    public ValueBuilder<V> inTable(String name) {
        return say(Column.class, "table", name);
    }

    /**
     * Leaves the column out of every INSERT.
     *
     * @return this
     */
    public ValueBuilder<V> notInserted() {
        return say(Column.class, "insertable", false);
    }

    /**
     * Leaves the column out of every UPDATE.
     *
     * @return this
     */
    public ValueBuilder<V> notUpdated() {
        return say(Column.class, "updatable", false);
    }

    // ---- forms ----

    /**
     * Keeps text or bytes without a limit.
     *
     * @return this
     */
    public ValueBuilder<V> large() {
        said.with(Lob.class);
        return this;
    }

    /**
     * Keeps an enum by its name; otherwise it is kept by its position, or by the field with {@code @EnumeratedValue}.
     *
     * @return this
     */
    public ValueBuilder<V> byName() {
        return say(Enumerated.class, "value", EnumType.STRING);
    }

    /**
     * Keeps the value as one of another type.
     *
     * @param converter between the two; it needs a constructor without arguments
     * @return this
     */
    public ValueBuilder<V> convert(Class<? extends AttributeConverter<V, ?>> converter) {
        return say(Convert.class, "converter", converter);
    }

    /**
     * Keeps the value as one of another type. A null is null on both sides; the functions are not asked.
     *
     * @param type of the value
     * @param stored type that a column can hold
     * @param write gives what is kept
     * @param read gives the value
     * @param <S> type that a column can hold
     * @return this
     */
    @SuppressWarnings("unchecked") // a primitive type and its box have the same values
    public <S> ValueBuilder<V> convert(Class<V> type, Class<S> stored, Function<V, S> write, Function<S, V> read) {
        Class<V> boxed = (Class<V>) ValueDeclaration.boxed(type);
        said.give(Given.CONVERSION, new Conversion(boxed, stored, Converter.ofNullable(stored, boxed, read, write)));
        return this;
    }

    /**
     * Keeps a list, set or collection as an array in one column; its elements are of the type argument of the field.
     *
     * @return this
     * @see ArrayColumn
     */
    public ValueBuilder<V> array() {
        said.with(ArrayColumn.class);
        return this;
    }

    // ---- changes inside ----

    /**
     * Says that the value is changed inside, as an array or a JSON document is, and not only replaced.
     *
     * @return this
     * @see Mutable
     */
    public ValueBuilder<V> mutable() {
        said.with(Mutable.class);
        return this;
    }

    /**
     * As {@link #mutable()}, for a class whose values are to be copied and compared in a way of their own.
     *
     * @param copier used by all threads
     * @return this
     */
    public ValueBuilder<V> mutable(ValueCopier<V> copier) {
        said.give(Given.COPIER, copier);
        return mutable();
    }

    // ---- loading ----

    /**
     * Loads the value when it is first read, not with the object.
     *
     * @return this
     */
    public ValueBuilder<V> deferred() {
        said.with(Deferred.class);
        return this;
    }

    /**
     * Loads the value with others when the first of them is read.
     *
     * @param group the name that they have in common
     * @return this
     */
    public ValueBuilder<V> deferredWith(String group) {
        return say(Deferred.class, "group", group);
    }

    /**
     * Loads the former value, if it is not there, before another one is set.
     *
     * @return this
     */
    public ValueBuilder<V> activeHistory() {
        said.with(ActiveHistory.class);
        return this;
    }

    // ---- values that nobody sets ----

    /**
     * Gives the value that an INSERT writes if it was never set.
     *
     * @param source asked for each row
     * @return this
     */
    public ValueBuilder<V> insertDefault(Supplier<? extends V> source) {
        said.give(Given.INSERT_DEFAULT, source);
        return this;
    }

    /**
     * Gives the value that an UPDATE writes if it is not set.
     *
     * @param source asked for each row
     * @return this
     */
    public ValueBuilder<V> updateDefault(Supplier<? extends V> source) {
        said.give(Given.UPDATE_DEFAULT, source);
        return this;
    }

    /**
     * Has an INSERT compute the value if it was never set.
     *
     * @param sql an expression of the database
     * @return this
     */
    public ValueBuilder<V> insertExpression(String sql) {
        return say(InsertExpression.class, "value", sql);
    }

    /**
     * Has an UPDATE compute the value if it is not set.
     *
     * @param sql an expression of the database
     * @return this
     */
    public ValueBuilder<V> updateExpression(String sql) {
        return say(UpdateExpression.class, "value", sql);
    }

    /**
     * Says that the database has a default.
     *
     * @param sql an expression of the database, for the statement that creates the column; empty if it is not known
     * @return this
     */
    public ValueBuilder<V> serverDefault(String sql) {
        return say(ServerDefault.class, "value", sql);
    }

    /**
     * Says that the database changes the value with an UPDATE, as by a trigger.
     *
     * @return this
     */
    public ValueBuilder<V> serverUpdate() {
        said.with(ServerUpdate.class);
        return this;
    }

    /**
     * Says that the database computes the value from other columns.
     *
     * @param sql an expression of the database, for the statement that creates the column; empty if it is not known
     * @return this
     */
    public ValueBuilder<V> generatedAs(String sql) {
        return say(GeneratedColumn.class, "value", sql);
    }
}
