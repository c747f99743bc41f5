package dev.grapnel.sql.schema;

import dev.grapnel.core.error.MappingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The column types of Java types.
 *
 * <p>Known are all primitive types and their boxes, {@code String}, {@code BigDecimal}, {@code BigInteger}, {@code UUID}, the values of
 * {@code java.time}, {@code byte[]}, {@code java.util.Date} and its children in {@code java.sql}, {@code Locale}, {@code Currency},
 * {@code URI}, enums by name or by position, and arrays of all of these except bytes and characters. A {@code ZonedDateTime} comes back with the offset instead of the region.
 *
 * <p>A {@code BigDecimal} without a precision keeps all its digits (on SQLite, which knows no exact decimals, about fifteen).
 */
public final class ColumnTypes {
    private static final Map<Class<?>, DataType<?>> PLAIN = new HashMap<>();

    static {
        numbers();
        times();
        texts();
        PLAIN.put(UUID.class, SQLDataType.UUID);
    }

    private ColumnTypes() {}

    private static void numbers() {
        both(boolean.class, Boolean.class, SQLDataType.BOOLEAN);
        both(byte.class, Byte.class, SQLDataType.TINYINT);
        both(short.class, Short.class, SQLDataType.SMALLINT);
        both(int.class, Integer.class, SQLDataType.INTEGER);
        both(long.class, Long.class, SQLDataType.BIGINT);
        both(float.class, Float.class, SQLDataType.REAL);
        both(double.class, Double.class, SQLDataType.DOUBLE);
        PLAIN.put(BigInteger.class, SQLDataType.DECIMAL_INTEGER.precision(38));
    }

    @SuppressWarnings("JavaUtilDate") // classes written before java.time are mapped as they are
    private static void times() {
        PLAIN.put(LocalDate.class, SQLDataType.LOCALDATE);
        PLAIN.put(LocalTime.class, SQLDataType.LOCALTIME(6));
        PLAIN.put(LocalDateTime.class, SQLDataType.LOCALDATETIME(6));
        PLAIN.put(OffsetTime.class, SQLDataType.OFFSETTIME(6));
        PLAIN.put(OffsetDateTime.class, SQLDataType.OFFSETDATETIME(6));
        PLAIN.put(Instant.class, SQLDataType.INSTANT(6));
        PLAIN.put(
                ZonedDateTime.class,
                as(
                        SQLDataType.OFFSETDATETIME(6),
                        ZonedDateTime.class,
                        OffsetDateTime::toZonedDateTime,
                        ZonedDateTime::toOffsetDateTime));
        PLAIN.put(java.sql.Date.class, SQLDataType.DATE);
        PLAIN.put(java.sql.Time.class, SQLDataType.TIME);
        PLAIN.put(java.sql.Timestamp.class, SQLDataType.TIMESTAMP(6));
        PLAIN.put(
                java.util.Date.class,
                as(
                        SQLDataType.TIMESTAMP(6),
                        java.util.Date.class,
                        at -> new java.util.Date(at.getTime()),
                        at -> new java.sql.Timestamp(at.getTime())));
        PLAIN.put(Year.class, as(SQLDataType.INTEGER, Year.class, Year::of, Year::getValue));
        PLAIN.put(Duration.class, as(SQLDataType.BIGINT, Duration.class, Duration::ofNanos, Duration::toNanos));
    }

    private static void texts() {
        both(
                char.class,
                Character.class,
                as(SQLDataType.CHAR(1), Character.class, ColumnTypes::first, String::valueOf));
        text(YearMonth.class, 16, YearMonth::parse, YearMonth::toString);
        text(MonthDay.class, 16, MonthDay::parse, MonthDay::toString);
        text(Period.class, 64, Period::parse, Period::toString);
        text(ZoneId.class, 64, ZoneId::of, ZoneId::getId);
        text(ZoneOffset.class, 16, ZoneOffset::of, ZoneOffset::getId);
        text(Locale.class, 64, Locale::forLanguageTag, Locale::toLanguageTag);
        text(Currency.class, 3, Currency::getInstance, Currency::getCurrencyCode);
        text(URI.class, 2048, URI::create, URI::toString);
    }

    /**
     * The column type of a Java type with the usual sizes.
     *
     * @param javaType primitive, box or one of the known classes
     * @return the type, or null if a value of the class cannot be kept in a column
     */
    public static @Nullable DataType<?> find(Class<?> javaType) {
        return sized(ColumnDefinition.of("", javaType));
    }

    /** Whether values of a class are kept as arrays of the database: not bytes and letters, which are one value. */
    public static boolean isArray(Class<?> javaType) {
        return ArrayTypes.isArray(javaType);
    }

    /** What the database keeps for a type: of a collection that is kept as an array, the array. */
    public static DataType<?> stored(DataType<?> type) {
        return KeptAsArray.stored(type);
    }

    /** Whether only the mapping of an attribute tells its column type: an enum is kept by name or position, an array with elements of some size. */
    public static boolean isUpToMapping(Class<?> javaType) {
        return javaType.isEnum() || isArray(javaType);
    }

    /** The column type of a definition. */
    static DataType<?> dataTypeOf(ColumnDefinition definition, String table) {
        DataType<?> type = definition.dataType != null ? definition.dataType : converted(definition);
        if (type == null) {
            throw new MappingException("Cannot map column '" + definition.name + "' of table '" + table
                    + "': no column type is known for values of " + definition.javaType.getName()
                    + ". Use a type that a column can hold, give the attribute a converter to one (@Convert), map it as a"
                    + " relationship or an embedded value, or mark it @Transient.");
        }
        return definition.nullable ? type.null_() : type.notNull();
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the converter is one of the stored type
    private static @Nullable DataType<?> converted(ColumnDefinition definition) {
        Class<?> stored = definition.storedType;
        if (stored == null || definition.converter == null) {
            return sized(definition);
        }
        ColumnDefinition base = ColumnDefinition.of(definition.name, stored)
                .length(definition.length)
                .precision(definition.precision, definition.scale)
                .secondPrecision(definition.secondPrecision);
        DataType type = sized(definition.large ? base.large() : base);
        if (type != null && isArray(type.getType())) {
            return KeptAsArray.of(type, definition.converter);
        }
        return type == null ? null : type.asConvertedDataType((Converter) definition.converter);
    }

    private static @Nullable DataType<?> sized(ColumnDefinition definition) {
        Class<?> type = definition.javaType;
        if (type == String.class) {
            return definition.large ? SQLDataType.CLOB : SQLDataType.VARCHAR(definition.length);
        }
        if (type == byte[].class) {
            return definition.large ? SQLDataType.BLOB : SQLDataType.VARBINARY(definition.length);
        }
        if (type == BigDecimal.class) {
            return definition.precision == 0
                    ? SQLDataType.NUMERIC
                    : SQLDataType.NUMERIC(definition.precision, definition.scale);
        }
        if (ArrayTypes.isArray(type)) {
            return ArrayTypes.of(definition, ColumnTypes::sized);
        }
        return type.isEnum() ? ofEnum(type.asSubclass(Enum.class), definition) : timed(PLAIN.get(type), definition);
    }

    private static @Nullable DataType<?> timed(@Nullable DataType<?> type, ColumnDefinition definition) {
        return type != null && type.isTemporal() && !type.isDate() && definition.secondPrecision >= 0
                ? type.precision(definition.secondPrecision)
                : type;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the class is known to be an enum
    private static DataType<?> ofEnum(Class<? extends Enum> type, ColumnDefinition definition) {
        Enum[] constants = type.getEnumConstants();
        if (definition.ordinal) {
            return as(SQLDataType.INTEGER, (Class<Enum>) type, position -> constants[position], Enum::ordinal);
        }
        return as(
                SQLDataType.VARCHAR(definition.length),
                (Class<Enum>) type,
                name -> Enum.valueOf(type, name),
                Enum::name);
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static <T> void both(Class<T> primitive, Class<T> box, DataType<T> type) {
        PLAIN.put(primitive, type);
        PLAIN.put(box, type);
    }

    private static <U> void text(Class<U> type, int length, Function<String, U> read, Function<U, String> write) {
        PLAIN.put(type, as(SQLDataType.VARCHAR(length), type, read, write));
    }

    private static <T, U> DataType<U> as(DataType<T> base, Class<U> type, Function<T, U> read, Function<U, T> write) {
        return base.asConvertedDataType(Converter.ofNullable(base.getType(), type, read, write));
    }
}
