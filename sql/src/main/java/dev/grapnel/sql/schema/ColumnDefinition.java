package dev.grapnel.sql.schema;

import org.jooq.Converter;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * What the mapping says about a column before a {@link Table} takes it up. Not thread-safe; use it for one column and drop it.
 *
 * <pre>{@code
 * Column id = table.add(ColumnDefinition.of("id", Long.class).primaryKey().generated());
 * Column name = table.add(ColumnDefinition.of("name", String.class).length(100).notNull());
 * }</pre>
 */
public final class ColumnDefinition {
    /** The length of a text or binary column for which none is given, as JPA has it. */
    public static final int DEFAULT_LENGTH = 255;

    final String name;
    final Class<?> javaType;
    int length = DEFAULT_LENGTH;
    int precision;
    int scale;
    boolean nullable = true;
    boolean primaryKey;
    boolean generated;
    boolean unique;
    boolean large;
    boolean ordinal;

    int secondPrecision = -1;

    @Nullable String definition;

    @Nullable String serverDefault;

    @Nullable String generatedAs;

    @Nullable KeyBlocks keys;

    @Nullable DataType<?> dataType;

    @Nullable Class<?> storedType;

    @Nullable Converter<?, ?> converter;

    private ColumnDefinition(String name, Class<?> javaType) {
        this.name = name;
        this.javaType = javaType;
    }

    /**
     * Begins a column that may be null.
     *
     * @param name of the column, as the database shall know it
     * @param javaType of the values; see {@link ColumnTypes}
     * @return the definition
     */
    public static ColumnDefinition of(String name, Class<?> javaType) {
        return new ColumnDefinition(name, javaType);
    }

    /** A column of the same sizes with values of another type. */
    ColumnDefinition as(Class<?> otherType) {
        ColumnDefinition other =
                of(name, otherType).length(length).precision(precision, scale).secondPrecision(secondPrecision);
        other.ordinal = ordinal;
        return other;
    }

    /**
     * Has the keys of new rows taken from a sequence or a counter.
     *
     * @param source of keys, or null for none
     * @return this
     */
    public ColumnDefinition keys(@Nullable KeyBlocks source) {
        this.keys = source;
        return this;
    }

    /**
     * Limits text or bytes.
     *
     * @param characters the greatest length
     * @return this
     */
    public ColumnDefinition length(int characters) {
        this.length = characters;
        return this;
    }

    /**
     * Sizes a decimal number.
     *
     * @param digits all digits, 0 for as many as the database can keep
     * @param fraction the digits behind the point
     * @return this
     */
    public ColumnDefinition precision(int digits, int fraction) {
        this.precision = digits;
        this.scale = fraction;
        return this;
    }

    /**
     * Sizes a time.
     *
     * @param digits the digits behind the seconds; -1 for microseconds, as far as the database has them
     * @return this
     */
    public ColumnDefinition secondPrecision(int digits) {
        this.secondPrecision = digits;
        return this;
    }

    /**
     * Says the type of the column in the words of the database, with constraints as the database takes them there. Only the statement that creates
     * the table uses it: values are written and read as the Java type tells.
     *
     * @param sql as {@code varchar(20) default 'none'}, or null for what follows from the Java type
     * @return this
     */
    public ColumnDefinition definition(@Nullable String sql) {
        this.definition = sql;
        return this;
    }

    /**
     * Refuses null.
     *
     * @return this
     */
    public ColumnDefinition notNull() {
        this.nullable = false;
        return this;
    }

    /**
     * Makes the column part of the primary key, which also refuses null.
     *
     * @return this
     */
    public ColumnDefinition primaryKey() {
        this.primaryKey = true;
        return notNull();
    }

    /**
     * Lets the database give the value: an identity column.
     *
     * @return this
     */
    public ColumnDefinition generated() {
        this.generated = true;
        return this;
    }

    /**
     * Allows each value once.
     *
     * @return this
     */
    public ColumnDefinition unique() {
        this.unique = true;
        return this;
    }

    /**
     * Keeps text or bytes without a limit.
     *
     * @return this
     */
    public ColumnDefinition large() {
        this.large = true;
        return this;
    }

    /**
     * Keeps an enum by its position instead of its name.
     *
     * @return this
     */
    public ColumnDefinition ordinal() {
        this.ordinal = true;
        return this;
    }

    /**
     * Lets the database give a value where an insert has none.
     *
     * @param sql an expression of the database, as {@code CURRENT_TIMESTAMP} or {@code 'open'}
     * @return this
     */
    public ColumnDefinition serverDefault(String sql) {
        this.serverDefault = sql;
        return this;
    }

    /**
     * Has the database compute the value from other columns.
     *
     * @param sql an expression of the database over columns of the table
     * @return this
     */
    public ColumnDefinition generatedAs(String sql) {
        this.generatedAs = sql;
        return this;
    }

    /**
     * Keeps the values as those of another type, with the sizes given here.
     *
     * @param stored type of the values in the database
     * @param between that type and the Java type
     * @return this
     */
    public ColumnDefinition converted(Class<?> stored, Converter<?, ?> between) {
        this.storedType = stored;
        this.converter = between;
        return this;
    }

    /**
     * Sets the database type outright, as for a type of the user's own with a jOOQ converter.
     *
     * @param type replaces the one that follows from the Java type
     * @return this
     */
    public ColumnDefinition dataType(DataType<?> type) {
        this.dataType = type;
        return this;
    }
}
