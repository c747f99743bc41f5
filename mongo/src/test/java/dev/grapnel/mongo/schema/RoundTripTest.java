package dev.grapnel.mongo.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A value that a field takes")
class RoundTripTest {
    private static final LocalDate LONG_AGO = LocalDate.of(1583, 2, 28);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Schema.oneOf(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), DayOfWeek.FRIDAY),
                Arguments.of(Schema.oneOf(new BigDecimal("1.50"), Instant.EPOCH), new BigDecimal("1.50")),
                Arguments.of(Schema.oneOf(new BigDecimal("1.50"), Instant.EPOCH), Instant.EPOCH),
                Arguments.of(Schema.value(LONG_AGO), LONG_AGO),
                Arguments.of(Schema.number(), 1.5),
                Arguments.of(Schema.number(), 1L << 40),
                Arguments.of(Schema.decimal(), new BigDecimal("1E+6111")),
                Arguments.of(Schema.decimal(), new BigDecimal("-0.00")),
                Arguments.of(Schema.of(LocalDate.class), LONG_AGO),
                Arguments.of(Schema.of(LocalDateTime.class), LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_000_000)),
                Arguments.of(Schema.dateTime(), Instant.ofEpochMilli(Long.MIN_VALUE)),
                Arguments.of(Schema.of(Date.class), new Date(Long.MAX_VALUE)),
                Arguments.of(Schema.of(UUID.class), new UUID(1, 2)),
                Arguments.of(Schema.of(DayOfWeek.class), DayOfWeek.SUNDAY));
    }

    @ParameterizedTest
    @MethodSource("values")
    @Tag("ODM-V1")
    void comesBackFromTheStoreAsItWas(FieldSchema schema, Object value) {
        Object stored = schema.stored(schema.check(value, Checking.ASSIGNED));

        assertThat(schema.check(stored, Checking.LOADED)).isEqualTo(value);
    }

    static Stream<Arguments> outside() {
        return Stream.of(
                Arguments.of(
                        Schema.dateTime(),
                        Instant.MAX,
                        "is too far away: documents have points in time from -292275055"),
                Arguments.of(Schema.of(LocalDate.class), LocalDate.MIN, "is too far away"),
                Arguments.of(Schema.of(LocalDateTime.class), LocalDateTime.MAX, "is too far away"),
                Arguments.of(
                        Schema.decimal(),
                        new BigDecimal("1E+7000"),
                        "1E+7000 does not fit: documents have decimal numbers of 34 digits with exponents from -6176 to 6111"),
                Arguments.of(
                        Schema.decimal(MathContext.UNLIMITED),
                        new BigDecimal("0.12345678901234567890123456789012345"),
                        "does not fit"),
                Arguments.of(Schema.decimal(), Double.NaN, "expected a decimal number, got NaN of java.lang.Double"),
                Arguments.of(Schema.decimal(), Decimal128.POSITIVE_INFINITY, "expected a decimal number, got Infinity"),
                Arguments.of(
                        Schema.number(),
                        BigInteger.TEN,
                        "expected a number of at most 64 bits, got 10 of java.math.BigInteger"),
                Arguments.of(Schema.number(), BigDecimal.TEN, "expected a number of at most 64 bits"),
                Arguments.of(
                        Schema.map(Schema.integer()),
                        Collections.singletonMap(null, 1),
                        "a key is null, and the keys of sub-documents are text"));
    }

    @ParameterizedTest
    @MethodSource("outside")
    @Tag("ODM-V1")
    void isNoneThatTheStoreCouldNotHold(FieldSchema schema, Object value, String problem) {
        assertThatThrownBy(() -> schema.check(value, Checking.ASSIGNED))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(problem);
    }

    @Test
    @Tag("ODM-V1")
    void isReadFromAZeroBelowZeroToo() {
        Object read = Schema.decimal().check(Decimal128.NEGATIVE_ZERO, Checking.LOADED);

        assertThat((BigDecimal) Objects.requireNonNull(read)).isZero();
    }
}
