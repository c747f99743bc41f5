package dev.grapnel.sql.array;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How values of one class go into an array: as the very type that the driver gives a single value of the class, so that the database does the same to both. Immutable.
 *
 * @param name of the type of an element, as the database calls it
 * @param inSql the type of an element
 * @param columns the types of columns that take such values without more ado
 * @param component the class of an element, as the driver takes it
 * @param element makes an element of a value; null if the array would not hold just that value
 */
record ArrayType(
        String name,
        DataType<?> inSql,
        Set<String> columns,
        Class<?> component,
        Function<Object, @Nullable Object> element) {

    private static final int NANOSECONDS = 9;
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final Set<String> TEXTS = Set.of("varchar", "text", "bpchar");

    private static final Map<Class<?>, ArrayType> OF_CLASSES = Map.ofEntries(
            Map.entry(Boolean.class, asItIs("bool", SQLDataType.BOOLEAN, Set.of("bool"), Boolean.class)),
            Map.entry(
                    Byte.class,
                    new ArrayType(
                            "int2", SQLDataType.SMALLINT, NUMBERS, Short.class, value -> ((Byte) value).shortValue())),
            Map.entry(Short.class, asItIs("int2", SQLDataType.SMALLINT, NUMBERS, Short.class)),
            Map.entry(Integer.class, asItIs("int4", SQLDataType.INTEGER, NUMBERS, Integer.class)),
            Map.entry(Long.class, asItIs("int8", SQLDataType.BIGINT, NUMBERS, Long.class)),
            Map.entry(Float.class, asItIs("float4", SQLDataType.REAL, NUMBERS, Float.class)),
            Map.entry(Double.class, asItIs("float8", SQLDataType.DOUBLE, NUMBERS, Double.class)),
            Map.entry(BigDecimal.class, asText("numeric", SQLDataType.NUMERIC, NUMBERS, Object::toString)),
            Map.entry(BigInteger.class, asText("numeric", SQLDataType.NUMERIC, NUMBERS, Object::toString)),
            Map.entry(String.class, asItIs("varchar", SQLDataType.VARCHAR, TEXTS, String.class)),
            Map.entry(byte[].class, asItIs("bytea", SQLDataType.BLOB, Set.of("bytea"), byte[].class)),
            Map.entry(UUID.class, asText("uuid", SQLDataType.UUID, Set.of("uuid"), Object::toString)),
            Map.entry(
                    LocalDate.class,
                    asText("date", SQLDataType.LOCALDATE, Set.of("date"), value -> TimeText.of((LocalDate) value))),
            Map.entry(
                    LocalTime.class,
                    asText("time", SQLDataType.LOCALTIME, Set.of("time"), value -> TimeText.of((LocalTime) value))),
            Map.entry(
                    LocalDateTime.class,
                    asText(
                            "timestamp",
                            SQLDataType.LOCALDATETIME,
                            Set.of("timestamp"),
                            value -> TimeText.of((LocalDateTime) value))),
            Map.entry(OffsetDateTime.class, pointInTime(value -> TimeText.of((OffsetDateTime) value))),
            Map.entry(Instant.class, pointInTime(value -> TimeText.of(((Instant) value).atOffset(ZoneOffset.UTC)))));

    /** In H2, whose arrays have values of their classes; as many digits of a second as there are, which the column rounds. */
    private static final Map<Class<?>, ArrayType> OF_VALUES = Map.ofEntries(
            value(Boolean.class, SQLDataType.BOOLEAN),
            value(Short.class, SQLDataType.SMALLINT),
            value(Integer.class, SQLDataType.INTEGER),
            value(Long.class, SQLDataType.BIGINT),
            value(Float.class, SQLDataType.REAL),
            value(Double.class, SQLDataType.DOUBLE),
            value(String.class, SQLDataType.VARCHAR),
            value(UUID.class, SQLDataType.UUID),
            value(LocalDate.class, SQLDataType.LOCALDATE),
            value(LocalTime.class, SQLDataType.LOCALTIME(NANOSECONDS)),
            value(LocalDateTime.class, SQLDataType.LOCALDATETIME(NANOSECONDS)),
            value(OffsetDateTime.class, SQLDataType.OFFSETDATETIME(NANOSECONDS)),
            Map.entry(
                    Instant.class,
                    new ArrayType(
                            "",
                            SQLDataType.OFFSETDATETIME(NANOSECONDS),
                            Set.of(),
                            OffsetDateTime.class,
                            value -> ((Instant) value).atOffset(ZoneOffset.UTC))));

    private static Map.Entry<Class<?>, ArrayType> value(Class<?> type, DataType<?> inSql) {
        return Map.entry(type, asItIs(inSql.getTypeName(), inSql, Set.of(), type));
    }

    private static ArrayType asItIs(String name, DataType<?> inSql, Set<String> columns, Class<?> type) {
        return new ArrayType(name, inSql, columns, type, value -> value);
    }

    private static ArrayType asText(
            String name, DataType<?> inSql, Set<String> columns, Function<Object, @Nullable Object> text) {
        return new ArrayType(name, inSql, columns, String.class, text);
    }

    private static ArrayType pointInTime(Function<Object, @Nullable Object> text) {
        return asText("timestamptz", SQLDataType.OFFSETDATETIME, Set.of("timestamptz"), text);
    }

    /** The type of an element for a column, which rounds times to the digits that the mapping tells, as a parameter for a single value does. */
    DataType<?> inSql(DataType<?> column) {
        return inSql.isTemporal() && !inSql.isDate() && !inSql.precisionDefined() && column.precisionDefined()
                ? inSql.precision(column.precision())
                : inSql;
    }

    /** The way of a class into an array of PostgreSQL, or null if it has none. */
    static @Nullable ArrayType of(Class<?> type) {
        return OF_CLASSES.get(type);
    }

    /** The way of a class into an array of H2, or null if it has none. */
    static @Nullable ArrayType ofValues(Class<?> type) {
        return OF_VALUES.get(type);
    }
}
