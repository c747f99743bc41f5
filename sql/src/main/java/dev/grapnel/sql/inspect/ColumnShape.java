package dev.grapnel.sql.inspect;

import dev.grapnel.sql.schema.ColumnTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a column's type: the kind of its values and their sizes, whatever the database calls it.
 *
 * @param kind of the values
 * @param size bytes of a number, length of text or bytes, or all digits of a decimal; 0 if it is not limited or not known
 * @param scale digits behind the point of a decimal
 * @param name of the type in the words of the database
 * @param element of an array, or null
 */
record ColumnShape(
        Kind kind,
        int size,
        int scale,
        String name,
        @Nullable ColumnShape element) {
    /** From here on text and bytes are as good as unlimited: the smallest large object of a database has so many. */
    private static final int LARGE = 65_535;

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(Boolean.class, Kind.BOOLEAN),
            Map.entry(BigInteger.class, Kind.DECIMAL),
            Map.entry(BigDecimal.class, Kind.DECIMAL),
            Map.entry(String.class, Kind.TEXT),
            Map.entry(byte[].class, Kind.BYTES),
            Map.entry(LocalDate.class, Kind.DATE),
            Map.entry(java.sql.Date.class, Kind.DATE),
            Map.entry(LocalTime.class, Kind.TIME),
            Map.entry(java.sql.Time.class, Kind.TIME),
            Map.entry(LocalDateTime.class, Kind.DATE_TIME),
            Map.entry(java.sql.Timestamp.class, Kind.DATE_TIME),
            Map.entry(OffsetTime.class, Kind.TIME_WITH_OFFSET),
            Map.entry(OffsetDateTime.class, Kind.INSTANT),
            Map.entry(Instant.class, Kind.INSTANT),
            Map.entry(UUID.class, Kind.UUID),
            Map.entry(JSON.class, Kind.JSON),
            Map.entry(JSONB.class, Kind.JSON));

    private static final Map<Class<?>, Integer> BYTES_OF_INTEGERS =
            Map.of(Byte.class, 1, Short.class, 2, Integer.class, 4, Long.class, 8);

    private static final Map<Class<?>, Integer> BYTES_OF_FLOATS = Map.of(Float.class, 4, Double.class, 8);

    /** Kinds of values. */
    enum Kind {
        BOOLEAN,
        INTEGER,
        FLOAT,
        DECIMAL,
        TEXT,
        BYTES,
        DATE,
        TIME,
        DATE_TIME,
        TIME_WITH_OFFSET,
        INSTANT,
        UUID,
        JSON,
        ARRAY,
        /** Anything else: told by the name. */
        OTHER;

        boolean isNumeric() {
            return this == BOOLEAN || this == INTEGER || this == FLOAT || this == DECIMAL;
        }

        boolean isTemporal() {
            return this == DATE || this == TIME || this == DATE_TIME || this == TIME_WITH_OFFSET || this == INSTANT;
        }
    }

    private ColumnShape(Kind kind, int size, int scale, String name) {
        this(kind, size, scale, name, null);
    }

    /** The shape of a type, mapped or live. */
    static ColumnShape of(DataType<?> type) {
        DataType<?> ofElement = ColumnTypes.stored(type).getArrayComponentDataType();
        if (ofElement != null) {
            ColumnShape element = of(ofElement);
            return new ColumnShape(Kind.ARRAY, 0, 0, element + "[]", element);
        }
        Class<?> stored = type.getFromType();
        String name = type.getTypeName().toLowerCase(Locale.ROOT);
        if (BYTES_OF_INTEGERS.containsKey(stored)) {
            return new ColumnShape(Kind.INTEGER, BYTES_OF_INTEGERS.get(stored), 0, name);
        }
        if (BYTES_OF_FLOATS.containsKey(stored)) {
            return new ColumnShape(Kind.FLOAT, BYTES_OF_FLOATS.get(stored), 0, name);
        }
        Kind kind = KINDS.getOrDefault(stored, Kind.OTHER);
        return switch (kind) {
            case TEXT, BYTES -> new ColumnShape(kind, limited(type.length()), 0, name);
            case DECIMAL -> new ColumnShape(kind, type.precision(), type.scale(), name);
            default -> new ColumnShape(kind, 0, 0, name);
        };
    }

    /** The same without lengths and digits, which databases do not tell of the elements of an array. */
    ColumnShape unsized() {
        return kind == Kind.INTEGER || kind == Kind.FLOAT ? this : new ColumnShape(kind, 0, 0, name, element);
    }

    private static int limited(int length) {
        return length >= LARGE ? 0 : length;
    }

    @Override
    public String toString() {
        if (size == 0 || kind == Kind.INTEGER || kind == Kind.FLOAT) {
            return name;
        }
        return kind == Kind.DECIMAL ? name + "(" + size + ", " + scale + ")" : name + "(" + size + ")";
    }
}
