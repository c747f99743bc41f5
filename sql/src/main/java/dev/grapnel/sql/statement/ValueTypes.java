package dev.grapnel.sql.statement;

import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.JooqContexts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.BindContext;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How values go to one kind of database and come back. Thread-safe.
 *
 * <p>Types of the JDK go straight through JDBC, in the form in which jOOQ would write them, so that statements of both find the same rows.
 * Anything else, as JSON, arrays or a type with a jOOQ binding of its own, goes through jOOQ.
 */
public final class ValueTypes {
    private static final String JOOQ = "org.jooq.impl.";

    private final DSLContext jooq;
    private final Map<Class<?>, ValueType> types = new HashMap<>();

    /**
     * The ways of one kind of database.
     *
     * @param dialect of the database
     */
    public ValueTypes(Dialect dialect) {
        this.jooq = JooqContexts.rendering(dialect.jooq());
        numbers();
        others();
        if (dialect.keepsTimesAsText()) {
            types.putAll(TextTimes.TYPES);
        } else {
            times();
        }
        if (dialect.keepsInstantsInUtc()) {
            types.putAll(UtcTimes.TYPES);
        }
    }

    private void numbers() {
        types.put(Boolean.class, ValueType.of(PreparedStatement::setBoolean, PrimitiveReaders::readBoolean));
        types.put(Byte.class, ValueType.of(PreparedStatement::setByte, PrimitiveReaders::readByte));
        types.put(Short.class, ValueType.of(PreparedStatement::setShort, PrimitiveReaders::readShort));
        types.put(Integer.class, ValueType.of(PreparedStatement::setInt, PrimitiveReaders::readInt));
        types.put(Long.class, ValueType.of(PreparedStatement::setLong, PrimitiveReaders::readLong));
        types.put(Float.class, ValueType.of(PreparedStatement::setFloat, PrimitiveReaders::readFloat));
        types.put(Double.class, ValueType.of(PreparedStatement::setDouble, PrimitiveReaders::readDouble));
        ValueType decimal = ValueType.of(PreparedStatement::setBigDecimal, ResultSet::getBigDecimal);
        types.put(BigDecimal.class, decimal);
        types.put(BigInteger.class, decimal.as(BigDecimal::toBigInteger, BigDecimal::new));
    }

    private void others() {
        types.put(String.class, ValueType.of(PreparedStatement::setString, ResultSet::getString));
        types.put(byte[].class, ValueType.of(PreparedStatement::setBytes, ResultSet::getBytes));
    }

    private void times() {
        types.put(UUID.class, ValueType.ofObject(UUID.class));
        types.put(LocalDate.class, ValueType.ofObject(LocalDate.class));
        types.put(LocalTime.class, ValueType.ofObject(LocalTime.class));
        types.put(LocalDateTime.class, ValueType.ofObject(LocalDateTime.class));
        types.put(OffsetTime.class, ValueType.ofObject(OffsetTime.class));
        ValueType withOffset = ValueType.ofObject(OffsetDateTime.class);
        types.put(OffsetDateTime.class, withOffset);
        types.put(
                Instant.class,
                withOffset.as(OffsetDateTime::toInstant, (Instant instant) -> instant.atOffset(ZoneOffset.UTC)));
        types.put(Date.class, ValueType.<Date>of(PreparedStatement::setDate, ResultSet::getDate));
        types.put(Time.class, ValueType.<Time>of(PreparedStatement::setTime, ResultSet::getTime));
        types.put(Timestamp.class, ValueType.<Timestamp>of(PreparedStatement::setTimestamp, ResultSet::getTimestamp));
    }

    /**
     * Puts values of a column into parameters.
     *
     * @param column any
     * @return its binder
     */
    public Binder binder(Column column) {
        return binder(column.dataType());
    }

    /**
     * Puts values of a type into parameters.
     *
     * @param type in jOOQ's words
     * @return its binder
     */
    public Binder binder(DataType<?> type) {
        ValueType known = find(type);
        return known == null ? throughJooq(type) : known.binder();
    }

    /**
     * Reads values of a column.
     *
     * @param column any
     * @return its reader
     */
    public ColumnReader reader(Column column) {
        return reader(column.dataType());
    }

    /**
     * Reads values of a type.
     *
     * @param type in jOOQ's words
     * @return its reader
     */
    public ColumnReader reader(DataType<?> type) {
        ValueType known = find(type);
        if (known != null) {
            return known.reader();
        }
        return isOfJooq(type)
                ? (rows, position) -> type.convert(rows.getObject(position))
                : BoundRead.reader(jooq, type);
    }

    /**
     * Whether values of a column come as JDBC gives them for a class, so that a getter for it may be used.
     *
     * @param type of the column
     * @param wanted a class that JDBC has a getter for
     */
    public static boolean isPlain(DataType<?> type, Class<?> wanted) {
        return isOfJooq(type)
                && type.getConverter().fromType() == wanted
                && type.getConverter().toType() == wanted;
    }

    private static boolean isOfJooq(DataType<?> type) {
        return type.getBinding().getClass().getName().startsWith(JOOQ);
    }

    /**
     * Reads values of several types.
     *
     * @param selected the types
     * @return a reader for each
     */
    public ColumnReader[] readers(List<DataType<?>> selected) {
        ColumnReader[] readers = new ColumnReader[selected.size()];
        for (int at = 0; at < readers.length; at++) {
            readers[at] = reader(selected.get(at));
        }
        return readers;
    }

    private @Nullable ValueType find(DataType<?> type) {
        if (!isOfJooq(type)) {
            return null;
        }
        Converter<?, ?> converter = type.getConverter();
        ValueType base = types.get(converter.fromType());
        return base == null || converter.fromType() == converter.toType() ? base : converted(base, converter);
    }

    private static <T, U> ValueType converted(ValueType base, Converter<T, U> converter) {
        return base.as((T stored) -> converter.from(stored), (U value) -> converter.to(value));
    }

    @SuppressWarnings(
            "removal") // jOOQ has no other way to bind a single value by its own rules, and keeps this one in the 3.19
    // line
    private Binder throughJooq(DataType<?> type) {
        Field<?> field = DSL.field("?", type);
        return (statement, index, value) -> {
            BindContext context = jooq.bindContext(statement);
            while (context.peekIndex() < index) {
                context.nextIndex();
            }
            context.bindValue(value, field);
        };
    }
}
