package dev.grapnel.sql.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetTime;
import java.util.Objects;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** The types with which columns are created, where jOOQ's choice for a database would lose something or is unknown there. */
final class StoredTypes {
    private static final DataType<BigDecimal> H2_DECIMAL =
            new DefaultDataType<>(SQLDialect.H2, BigDecimal.class, "decfloat");
    /** All the digits that MariaDB has, with as many behind the point as it allows. */
    private static final DataType<BigDecimal> WIDEST_DECIMAL = SQLDataType.NUMERIC(65, 30);

    private static final int MOST_DIGITS_OF_SECONDS = 6;
    private static final DataType<String> TEXT = SQLDataType.VARCHAR(40);

    private StoredTypes() {}

    /**
     * The type of a column on one kind of database.
     *
     * @param column of the mapping
     * @param dialect of the database
     * @return the type, as nullable as the column
     */
    static DataType<?> of(Column column, SQLDialect dialect) {
        DataType<?> type = KeptAsArray.stored(column.dataType());
        DataType<?> stored = switch (dialect.family()) {
            case H2, POSTGRES, YUGABYTEDB, HSQLDB ->
                isDecimals(type)
                        ? ofDecimals(Objects.requireNonNull(type.getArrayComponentDataType()), dialect)
                        : dialect.family() == SQLDialect.H2 && isUnlimitedDecimal(type) ? H2_DECIMAL : type;
            case SQLITE -> isTimeWithOffset(type) ? TEXT : type;
            case MARIADB, MYSQL -> ofMariaDb(type);
            default -> type;
        };
        return stored == column.dataType()
                ? stored
                : stored.nullability(column.dataType().nullability());
    }

    private static boolean isDecimals(DataType<?> type) {
        DataType<?> element = type.getArrayComponentDataType();
        return element != null && element.isNumeric() && (element.isDecimal() || element.getType() == BigInteger.class);
    }

    /** jOOQ leaves the digits of elements out, and H2 then takes whole numbers. */
    private static DataType<?> ofDecimals(DataType<?> element, SQLDialect dialect) {
        String digits = element.precisionDefined() && element.precision() > 0
                ? "numeric(" + element.precision() + ", " + element.scale() + ")"
                : dialect.family() == SQLDialect.H2 ? "decfloat" : "numeric";
        boolean brackets = dialect.family() == SQLDialect.POSTGRES || dialect.family() == SQLDialect.YUGABYTEDB;
        return new DefaultDataType<>(dialect, Object.class, digits + (brackets ? "[]" : " array"));
    }

    private static DataType<?> ofMariaDb(DataType<?> type) {
        Class<?> stored = type.getFromType();
        if (isUnlimitedDecimal(type)) {
            return WIDEST_DECIMAL;
        }
        if (stored == OffsetTime.class) {
            return TEXT;
        }
        return type.isTimestamp() || stored == Instant.class || isTimeWithOffset(type) ? dateTime(type) : type;
    }

    /** Unlike a timestamp there, it does not end in 2038 and does not change with the time zone of the connection. */
    private static DataType<?> dateTime(DataType<?> type) {
        int digits = type.precisionDefined() ? type.precision() : MOST_DIGITS_OF_SECONDS;
        return new DefaultDataType<>(SQLDialect.MARIADB, Object.class, "datetime(" + digits + ")");
    }

    /** H2 takes a decimal without sizes for a whole number, and MariaDB for one of ten digits. */
    private static boolean isUnlimitedDecimal(DataType<?> type) {
        return type.isDecimal() && !type.precisionDefined();
    }

    private static boolean isTimeWithOffset(DataType<?> type) {
        return type.isTemporal() && type.getCastTypeName().contains("with time zone");
    }
}
