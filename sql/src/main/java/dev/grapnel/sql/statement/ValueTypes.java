package dev.grapnel.sql.statement;

import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnTypes;
import dev.grapnel.sql.schema.JooqContexts;
import java.math.BigDecimal;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<Class<?>, ValueType> types = new ConcurrentHashMap<>();
    private final boolean timesAsText;

    /**
     * The ways of one kind of database.
     *
     * @param dialect of the database
     */
    public ValueTypes(Dialect dialect) {
        this.jooq = JooqContexts.rendering(dialect.jooq());
        this.timesAsText = dialect.keepsTimesAsText();
        if (timesAsText) {
            types.putAll(TextTimes.TYPES);
        }
        if (dialect.keepsInstantsInUtc()) {
            types.putAll(UtcTimes.TYPES);
        }
    }

    /** Each type is made when it is first met: most programs use few of them, and each has code that takes time to link. */
    private @Nullable ValueType base(Class<?> type) {
        ValueType known = types.get(type);
        if (known == null) {
            known = make(type);
            if (known != null) {
                types.put(type, known);
            }
        }
        return known;
    }

    private @Nullable ValueType make(Class<?> type) {
        ValueType plain = plain(type.getName());
        return plain != null || timesAsText ? plain : time(type.getName());
    }

    private static @Nullable ValueType plain(String type) {
        return switch (type) {
            case "java.lang.String" -> ValueType.of(PreparedStatement::setString, ResultSet::getString);
            case "java.lang.Boolean" -> ValueType.of(PreparedStatement::setBoolean, PrimitiveReaders::readBoolean);
            case "java.lang.Byte" -> ValueType.of(PreparedStatement::setByte, PrimitiveReaders::readByte);
            case "java.lang.Short" -> ValueType.of(PreparedStatement::setShort, PrimitiveReaders::readShort);
            case "java.lang.Integer" -> ValueType.of(PreparedStatement::setInt, PrimitiveReaders::readInt);
            case "java.lang.Long" -> ValueType.of(PreparedStatement::setLong, PrimitiveReaders::readLong);
            case "java.lang.Float" -> ValueType.of(PreparedStatement::setFloat, PrimitiveReaders::readFloat);
            case "java.lang.Double" -> ValueType.of(PreparedStatement::setDouble, PrimitiveReaders::readDouble);
            case "java.math.BigDecimal" -> decimal();
            case "java.math.BigInteger" -> decimal().as(BigDecimal::toBigInteger, BigDecimal::new);
            case "[B" -> ValueType.of(PreparedStatement::setBytes, ResultSet::getBytes);
            default -> null;
        };
    }

    private static ValueType decimal() {
        return ValueType.of(PreparedStatement::setBigDecimal, ResultSet::getBigDecimal);
    }

    private static @Nullable ValueType time(String type) {
        return switch (type) {
            case "java.util.UUID" -> ValueType.ofObject(UUID.class);
            case "java.time.LocalDate" -> ValueType.ofObject(LocalDate.class);
            case "java.time.LocalTime" -> ValueType.ofObject(LocalTime.class);
            case "java.time.LocalDateTime" -> ValueType.ofObject(LocalDateTime.class);
            case "java.time.OffsetTime" -> ValueType.ofObject(OffsetTime.class);
            case "java.time.OffsetDateTime" -> ValueType.ofObject(OffsetDateTime.class);
            case "java.time.Instant" ->
                ValueType.ofObject(OffsetDateTime.class)
                        .as(OffsetDateTime::toInstant, (Instant instant) -> instant.atOffset(ZoneOffset.UTC));
            case "java.sql.Date" -> ValueType.<Date>of(PreparedStatement::setDate, ResultSet::getDate);
            case "java.sql.Time" -> ValueType.<Time>of(PreparedStatement::setTime, ResultSet::getTime);
            case "java.sql.Timestamp" ->
                ValueType.<Timestamp>of(PreparedStatement::setTimestamp, ResultSet::getTimestamp);
            default -> null;
        };
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
        return isOfJooq(type) && type.getType() == wanted && !ColumnTypes.isConverted(type);
    }

    /** Whether no binding of the user's own stands between the driver and the values of a type. */
    static boolean isOfJooq(DataType<?> type) {
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
        ValueType base = base(converter.fromType());
        return base == null || !ColumnTypes.isConverted(type) ? base : converted(base, converter);
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
