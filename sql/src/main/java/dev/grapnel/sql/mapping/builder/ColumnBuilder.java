package dev.grapnel.sql.mapping.builder;

import dev.grapnel.sql.mapping.annotation.WrittenElement;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import java.lang.annotation.Annotation;
import java.util.Map;

/**
 * Says where a plain value is kept.
 *
 * @param <B> the builder itself
 */
public abstract class ColumnBuilder<B extends ColumnBuilder<B>> {
    final WrittenElement said;

    ColumnBuilder(WrittenElement said) {
        this.said = said;
    }

    @SuppressWarnings("unchecked") // subclasses name themselves
    final B self() {
        return (B) this;
    }

    final B say(Class<? extends Annotation> annotation, String member, Object value) {
        said.with(annotation, member, value);
        return self();
    }

    /**
     * Names the column; otherwise it is called like the field.
     *
     * @param name in the database
     * @return this
     */
    public final B column(String name) {
        return say(Column.class, "name", name);
    }

    /**
     * Limits text or bytes.
     *
     * @param characters the greatest length; 255 unless said
     * @return this
     */
    public final B length(int characters) {
        return say(Column.class, "length", characters);
    }

    /**
     * Sizes a decimal number.
     *
     * @param digits all digits
     * @param fraction the digits behind the point
     * @return this
     */
    public final B precision(int digits, int fraction) {
        say(Column.class, "precision", digits);
        return say(Column.class, "scale", fraction);
    }

    /**
     * Sizes a time.
     *
     * @param digits the digits behind the seconds
     * @return this
     */
    public final B secondPrecision(int digits) {
        return say(Column.class, "secondPrecision", digits);
    }

    /**
     * Refuses null.
     *
     * @return this
     */
    public final B notNull() {
        return say(Column.class, "nullable", false);
    }

    /**
     * Allows each value once.
     *
     * @return this
     */
    public final B unique() {
        return say(Column.class, "unique", true);
    }

    /**
     * Says the type of the column in the words of the database, for the statement that creates it.
     *
     * @param sql as {@code varchar(20) default 'none'}
     * @return this
     */
    public final B definition(String sql) {
        return say(Column.class, "columnDefinition", sql);
    }

    /**
     * Describes the column for people who look into the database.
     *
     * @param text the comment
     * @return this
     */
    public final B comment(String text) {
        return say(Column.class, "comment", text);
    }

    /**
     * Has the database hold the value to a condition.
     *
     * @param sql an expression of the database
     * @return this
     */
    public final B check(String sql) {
        said.append(Column.class, "check", CheckConstraint.class, Map.of("constraint", sql));
        return self();
    }
}
