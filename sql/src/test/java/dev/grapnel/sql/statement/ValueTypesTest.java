package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.SchemaChange;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.schema.Tables;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ValueTypesTest {
    private final Engine engine;
    private final StatementCache cache;
    private final Table table = new Table("sample");
    private final Column id = table.add(ColumnDefinition.of("id", int.class).primaryKey());

    ValueTypesTest(TestDatabase database) {
        engine = database.open();
        cache = new StatementCache(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    static Stream<Object> values() {
        return Stream.of(
                true,
                (byte) 7,
                (short) -300,
                42,
                Long.MAX_VALUE,
                1.5f,
                2.25d,
                'ß',
                "text",
                new BigDecimal("12.345"),
                new BigInteger("123456789012"),
                UUID.fromString("0e37df36-f698-11e6-8dd4-cb9ced3df976"),
                LocalDate.of(2024, 2, 29),
                LocalTime.of(23, 59, 58),
                LocalTime.of(1, 2),
                LocalDateTime.of(2024, 2, 29, 1, 2, 3),
                LocalDateTime.of(2024, 2, 29, 0, 0),
                LocalDateTime.of(2024, 2, 29, 1, 2, 3, 123_456_000),
                OffsetDateTime.of(2024, 2, 29, 1, 2, 3, 0, ZoneOffset.UTC),
                Instant.parse("2024-02-29T01:02:03.5Z"),
                Instant.parse("2024-02-29T01:02:00Z"),
                OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(2)),
                ZonedDateTime.of(2024, 2, 29, 1, 2, 3, 0, ZoneOffset.UTC),
                Year.of(1999),
                Duration.ofMillis(1234),
                YearMonth.of(2024, 2),
                MonthDay.of(2, 29),
                Period.ofDays(3),
                ZoneOffset.ofHours(-3),
                Locale.GERMANY,
                Currency.getInstance("EUR"),
                URI.create("https://example.org/x"),
                DayOfWeek.MONDAY,
                java.sql.Date.valueOf("2024-02-29"),
                java.sql.Time.valueOf("01:02:03"),
                java.sql.Timestamp.valueOf("2024-02-29 01:02:03.5"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueComesBackAsItWas(Object value) {
        assertRoundTrip(ColumnDefinition.of("v", typeOf(value)), value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void nullComesBackAsNull(Object value) {
        Column column = create(ColumnDefinition.of("v", typeOf(value)));
        try (JdbcTransaction transaction = engine.begin()) {
            StatementRunner runner = StatementRunner.on(transaction);
            runner.insert(
                    cache.insert(table, List.of(id, column), List.of()), List.<Object[]>of(new Object[] {1, null}));
            assertThat(read(runner, column)).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void jooqFindsWhatWasWritten(Object value) {
        Column column = create(ColumnDefinition.of("v", typeOf(value)));
        try (JdbcTransaction transaction = engine.begin()) {
            StatementRunner runner = StatementRunner.on(transaction);
            runner.insert(
                    cache.insert(table, List.of(id, column), List.of()), List.<Object[]>of(new Object[] {1, value}));
            DSLContext jooq = transaction.connection().jooq();
            if (value instanceof Float) {
                return;
            }
            assertThat(jooq.fetchCount(table.asJooq(), column.field().eq(value)))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatJooqWroteIsRead(Object value) {
        Column column = create(ColumnDefinition.of("v", typeOf(value)));
        try (JdbcTransaction transaction = engine.begin()) {
            transaction
                    .connection()
                    .jooq()
                    .insertInto(table.asJooq(), id.field(), column.field())
                    .values(1, value)
                    .execute();
            assertSame(read(StatementRunner.on(transaction), column), value);
        }
    }

    @Test
    void bytesComeBack() {
        assertRoundTrip(ColumnDefinition.of("v", byte[].class), new byte[] {0, 1, -1});
    }

    @Test
    void largeValuesComeBack() {
        assertRoundTrip(ColumnDefinition.of("v", String.class).large(), "x".repeat(100_000));
    }

    @Test
    void largeBytesComeBack() {
        assertRoundTrip(ColumnDefinition.of("v", byte[].class).large(), new byte[100_000]);
    }

    @Test
    void anEnumMayBeKeptByPosition() {
        assertRoundTrip(ColumnDefinition.of("v", DayOfWeek.class).ordinal(), DayOfWeek.FRIDAY);
    }

    @Test
    void aDecimalWithSizesComesBackWithItsScale() {
        assertRoundTrip(ColumnDefinition.of("v", BigDecimal.class).precision(10, 2), new BigDecimal("12.34"));
    }

    @Test
    void aUtilDateComesBack() {
        assertRoundTrip(ColumnDefinition.of("v", java.util.Date.class), new java.util.Date(1_700_000_000_123L));
    }

    @Test
    void aZoneComesBack() {
        assertRoundTrip(ColumnDefinition.of("v", ZoneId.class), ZoneId.of("Europe/Berlin"));
    }

    private void assertRoundTrip(ColumnDefinition definition, Object value) {
        Column column = create(definition);
        try (JdbcTransaction transaction = engine.begin()) {
            StatementRunner runner = StatementRunner.on(transaction);
            runner.insert(
                    cache.insert(table, List.of(id, column), List.of()), List.<Object[]>of(new Object[] {1, value}));
            assertSame(read(runner, column), value);
        }
    }

    private static void assertSame(Object read, Object value) {
        if (value instanceof OffsetTime time) {
            // PostgreSQL and H2 keep the offset; a text does, too.
            assertThat(read).isEqualTo(time);
        } else if (value instanceof BigDecimal decimal) {
            assertThat((BigDecimal) read).isEqualByComparingTo(decimal);
        } else {
            assertThat(read).isEqualTo(value);
        }
    }

    private static Class<?> typeOf(Object value) {
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    }

    private Column create(ColumnDefinition definition) {
        Column column = table.add(definition);
        new SchemaChange(engine, Tables.of(List.of(table))).createAll();
        return column;
    }

    private Object read(StatementRunner runner, Column column) {
        try (Rows rows = runner.query(cache.select(table, List.of(column), List.of(id)), 1)) {
            assertThat(rows.next()).isTrue();
            return rows.read(cache.types().reader(column), 1);
        }
    }
}
