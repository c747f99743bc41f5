package dev.grapnel.sql.schema;

import dev.grapnel.core.error.MappingException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    /** Those that were asked for. */
    private static final Map<Class<?>, DataType<?>> KNOWN = new ConcurrentHashMap<>();
    /** Those whose column type depends on what the mapping says about sizes. */
    private static final Set<Class<?>> SIZED = Set.of(String.class, byte[].class, BigDecimal.class);

    private ColumnTypes() {}

    /** Each is made when it is first met: most programs use few of them, and conversions have code that takes time to link. */
    private static @Nullable DataType<?> plain(Class<?> type) {
        DataType<?> known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        PlainType plain = PlainType.of(type);
        DataType<?> made = plain == null ? null : make(plain);
        DataType<?> first = made == null ? null : KNOWN.putIfAbsent(type, made);
        return first == null ? made : first;
    }

    private static @Nullable DataType<?> make(PlainType type) {
        DataType<?> number = number(type);
        DataType<?> found = number == null ? time(type) : number;
        return found == null ? text(type) : found;
    }

    private static @Nullable DataType<?> number(PlainType type) {
        return switch (type) {
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case BYTE -> SQLDataType.TINYINT;
            case SHORT -> SQLDataType.SMALLINT;
            case INTEGER -> SQLDataType.INTEGER;
            case LONG -> SQLDataType.BIGINT;
            case FLOAT -> SQLDataType.REAL;
            case DOUBLE -> SQLDataType.DOUBLE;
            case BIG_INTEGER -> SQLDataType.DECIMAL_INTEGER.precision(38);
            default -> null;
        };
    }

    @SuppressWarnings("JavaUtilDate") // classes written before java.time are mapped as they are
    private static @Nullable DataType<?> time(PlainType type) {
        return switch (type) {
            case LOCAL_DATE -> SQLDataType.LOCALDATE;
            case LOCAL_TIME -> SQLDataType.LOCALTIME(6);
            case LOCAL_DATE_TIME -> SQLDataType.LOCALDATETIME(6);
            case OFFSET_TIME -> SQLDataType.OFFSETTIME(6);
            case OFFSET_DATE_TIME -> SQLDataType.OFFSETDATETIME(6);
            case INSTANT -> SQLDataType.INSTANT(6);
            case ZONED_DATE_TIME ->
                as(
                        SQLDataType.OFFSETDATETIME(6),
                        ZonedDateTime.class,
                        OffsetDateTime::toZonedDateTime,
                        ZonedDateTime::toOffsetDateTime);
            case SQL_DATE -> SQLDataType.DATE;
            case SQL_TIME -> SQLDataType.TIME;
            case SQL_TIMESTAMP -> SQLDataType.TIMESTAMP(6);
            case UTIL_DATE ->
                as(
                        SQLDataType.TIMESTAMP(6),
                        java.util.Date.class,
                        at -> new java.util.Date(at.getTime()),
                        at -> new java.sql.Timestamp(at.getTime()));
            case YEAR -> as(SQLDataType.INTEGER, Year.class, Year::of, Year::getValue);
            case DURATION -> as(SQLDataType.BIGINT, Duration.class, Duration::ofNanos, Duration::toNanos);
            default -> null;
        };
    }

    private static @Nullable DataType<?> text(PlainType type) {
        return switch (type) {
            case CHARACTER -> as(SQLDataType.CHAR(1), Character.class, ColumnTypes::first, String::valueOf);
            case YEAR_MONTH -> text(YearMonth.class, 16, YearMonth::parse, YearMonth::toString);
            case MONTH_DAY -> text(MonthDay.class, 16, MonthDay::parse, MonthDay::toString);
            case PERIOD -> text(Period.class, 64, Period::parse, Period::toString);
            case ZONE_ID -> text(ZoneId.class, 64, ZoneId::of, ZoneId::getId);
            case ZONE_OFFSET -> text(ZoneOffset.class, 16, ZoneOffset::of, ZoneOffset::getId);
            case LOCALE -> text(Locale.class, 64, Locale::forLanguageTag, Locale::toLanguageTag);
            case CURRENCY -> text(Currency.class, 3, Currency::getInstance, Currency::getCurrencyCode);
            case URI -> text(URI.class, 2048, URI::create, URI::toString);
            case UUID -> SQLDataType.UUID;
            default -> null;
        };
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

    /**
     * Whether a column can hold values of a class, so that there is a type to {@link #find}. Does not start jOOQ, which takes long.
     *
     * @param javaType any class
     * @return false for classes that need a converter
     */
    public static boolean isKnown(Class<?> javaType) {
        return isArray(javaType)
                ? isKnown(javaType.getComponentType())
                : javaType.isEnum() || SIZED.contains(javaType) || PlainType.of(javaType) != null;
    }

    private static Class<?> keptType(ColumnDefinition definition) {
        return definition.storedType == null || definition.converter == null
                ? definition.javaType
                : definition.storedType;
    }

    /** Refuses a definition whose values no column can hold. */
    static void requireKnown(ColumnDefinition definition, String table) {
        if (definition.dataType == null && !isKnown(keptType(definition))) {
            throw new MappingException("Cannot map column '" + definition.name + "' of table '" + table
                    + "': no column type is known for values of " + definition.javaType.getName()
                    + ". Use a type that a column can hold, give the attribute a converter to one (@Convert), map it as a"
                    + " relationship or an embedded value, or mark it @Transient.");
        }
    }

    /** Whether values of a class are kept as arrays of the database: not bytes and letters, which are one value. */
    public static boolean isArray(Class<?> javaType) {
        return ArrayTypes.isArray(javaType);
    }

    /** Whether values of a type are kept as others, which may be of the same class. */
    public static boolean isConverted(DataType<?> type) {
        // The class that converts nothing has no public name. No constant: who only asks for known types waits for
        // nothing of jOOQ.
        return type.getConverter().getClass()
                != SQLDataType.VARCHAR.getConverter().getClass();
    }

    /** What the database keeps for a type: of a collection that is kept as an array, the array. */
    public static DataType<?> stored(DataType<?> type) {
        return KeptAsArray.stored(type);
    }

    /** Whether only the mapping of an attribute tells its column type: an enum is kept by name or position, an array with elements of some size. */
    public static boolean isUpToMapping(Class<?> javaType) {
        return javaType.isEnum() || isArray(javaType);
    }

    /** The column type of a definition that {@link #requireKnown} has let pass. */
    static DataType<?> dataTypeOf(ColumnDefinition definition) {
        DataType<?> type = Objects.requireNonNull(
                definition.dataType != null ? definition.dataType : converted(definition), definition.name);
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
        return type.isEnum() ? ofEnum(type.asSubclass(Enum.class), definition) : timed(plain(type), definition);
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

    private static <U> DataType<U> text(
            Class<U> type, int length, Function<String, U> read, Function<U, String> write) {
        return as(SQLDataType.VARCHAR(length), type, read, write);
    }

    private static <T, U> DataType<U> as(DataType<T> base, Class<U> type, Function<T, U> read, Function<U, T> write) {
        return base.asConvertedDataType(Converter.ofNullable(base.getType(), type, read, write));
    }
}
