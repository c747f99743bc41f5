package dev.grapnel.sql.schema;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes of values that one column type fits, whatever the mapping says about its size. Knows no jOOQ, which takes long to start. */
enum PlainType {
    BOOLEAN("boolean", "java.lang.Boolean"),
    BYTE("byte", "java.lang.Byte"),
    SHORT("short", "java.lang.Short"),
    INTEGER("int", "java.lang.Integer"),
    LONG("long", "java.lang.Long"),
    FLOAT("float", "java.lang.Float"),
    DOUBLE("double", "java.lang.Double"),
    BIG_INTEGER("java.math.BigInteger"),
    LOCAL_DATE("java.time.LocalDate"),
    LOCAL_TIME("java.time.LocalTime"),
    LOCAL_DATE_TIME("java.time.LocalDateTime"),
    OFFSET_TIME("java.time.OffsetTime"),
    OFFSET_DATE_TIME("java.time.OffsetDateTime"),
    INSTANT("java.time.Instant"),
    ZONED_DATE_TIME("java.time.ZonedDateTime"),
    SQL_DATE("java.sql.Date"),
    SQL_TIME("java.sql.Time"),
    SQL_TIMESTAMP("java.sql.Timestamp"),
    UTIL_DATE("java.util.Date"),
    YEAR("java.time.Year"),
    DURATION("java.time.Duration"),
    CHARACTER("char", "java.lang.Character"),
    YEAR_MONTH("java.time.YearMonth"),
    MONTH_DAY("java.time.MonthDay"),
    PERIOD("java.time.Period"),
    ZONE_ID("java.time.ZoneId"),
    ZONE_OFFSET("java.time.ZoneOffset"),
    LOCALE("java.util.Locale"),
    CURRENCY("java.util.Currency"),
    URI("java.net.URI"),
    UUID("java.util.UUID");

    private static final Map<String, PlainType> BY_NAME = byName();

    private final String type;
    private final String box;

    PlainType(String type) {
        this(type, type);
    }

    /** By name, since most programs use few of these classes. */
    PlainType(String type, String box) {
        this.type = type;
        this.box = box;
    }

    private static Map<String, PlainType> byName() {
        Map<String, PlainType> byName = new HashMap<>();
        for (PlainType plain : values()) {
            byName.put(plain.type, plain);
            byName.put(plain.box, plain);
        }
        return byName;
    }

    /** The names of its classes: of the primitive type and of its box. */
    Set<String> names() {
        return new LinkedHashSet<>(List.of(type, box));
    }

    static @Nullable PlainType of(Class<?> type) {
        return BY_NAME.get(type.getName());
    }
}
