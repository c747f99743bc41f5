package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.events.Events;
import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.StatementOutcome;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Updates of many rows on H2")
class MergedUpdateTest {
    private static final int MANY = 40;

    private final String url = TestDatabase.H2.newUrl();
    private final Engine engine = Engine.create(url);
    private final Engine plain = Engine.create(url, EngineSettings.DEFAULT.withoutRowsAsArrays());
    private final Table table = new Table("thing");
    private final Column id = table.add(ColumnDefinition.of("id", long.class).primaryKey());
    private final Column name = table.add(ColumnDefinition.of("name", String.class));
    private final Column price = table.add(ColumnDefinition.of("price", BigDecimal.class));
    private final List<StatementOutcome> outcomes = new ArrayList<>();

    @BeforeEach
    void fill() {
        execute("create table \"thing\"(id bigint primary key, name varchar(10), price numeric(10, 2))");
        execute("insert into thing select x, 'old', x from system_range(1, " + MANY + ")");
        Events.on(engine).afterStatement(outcomes::add);
    }

    @AfterEach
    void close() {
        engine.close();
        plain.close();
    }

    private void execute(String sql) {
        try (JdbcTransaction transaction = plain.begin()) {
            transaction.connection().jooq().execute(sql);
            transaction.commit();
        }
    }

    private static int[] update(Engine by, Table table, List<Column> changed, List<Column> where, List<Object[]> rows) {
        try (JdbcTransaction transaction = by.begin()) {
            UpdateText update = new StatementCache(by).updates(table, changed, where);
            int[] counts = StatementRunner.on(transaction).update(update, rows);
            transaction.commit();
            return counts;
        }
    }

    private int[] rename(List<Object[]> rows) {
        return update(engine, table, List.of(name), List.of(id), rows);
    }

    private static List<Object[]> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new Object[] {"new " + row, (long) row})
                .toList();
    }

    private List<String> names() {
        return all("select name from thing order by id").stream()
                .map(row -> row.get(0, String.class))
                .toList();
    }

    private List<Record> all(String sql) {
        try (JdbcTransaction transaction = plain.begin()) {
            return List.copyOf(transaction.connection().jooq().fetch(sql));
        }
    }

    private String text() {
        return outcomes.get(0).statement().text();
    }

    @Test
    void goInOneExecution() {
        assertThat(rename(rows(MANY))).hasSize(MANY).containsOnly(1);

        assertThat(names())
                .isEqualTo(IntStream.rangeClosed(1, MANY)
                        .mapToObj(row -> "new " + row)
                        .toList());
        assertThat(outcomes).singleElement().satisfies(sent -> {
            assertThat(sent.statement().text()).startsWith("merge into");
            assertThat(sent.statement().parameters()).hasSize(MANY);
            assertThat(sent.rowCount()).isEqualTo(MANY);
        });
    }

    @Test
    void goOneByOneIfThereAreFew() {
        assertThat(rename(rows(7))).hasSize(7).containsOnly(1);

        assertThat(text()).startsWith("update");
    }

    @Test
    @Tag("U-17")
    void sayThatNotAllWereMet() {
        assertThat(rename(rows(MANY + 1))).hasSize(MANY + 1).containsOnly(StatementRunner.NOT_ALL_MET);
        assertThat(text()).startsWith("merge into");
    }

    @Test
    @Tag("U-19")
    void goOneByOneWithAVersionSinceAMergeDoesNotTellWhichWasMissed() {
        List<Object[]> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {"new", (long) row, row == 7 ? "other" : "old"})
                .toList();

        int[] counts = update(engine, table, List.of(name), List.of(id, name), rows);

        assertThat(counts[6]).isZero();
        assertThat(text()).startsWith("update");
    }

    @Test
    void goOneByOneWithValuesThatArraysHaveInAnotherForm() {
        List<Object[]> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {new BigDecimal("0.125"), (long) row})
                .toList();

        assertThat(update(engine, table, List.of(price), List.of(id), rows)).containsOnly(1);
        assertThat(text()).startsWith("update");
    }

    @Test
    void areRefusedAsAWholeIfOneValueIsTooLong() {
        List<Object[]> rows = new ArrayList<>(rows(MANY));
        rows.set(30, new Object[] {"longer than ten", 31L});

        assertThatThrownBy(() -> rename(rows))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("too long");
        assertThat(names()).containsOnly("old");
    }

    @Test
    void areFoundByKeysOfSeveralColumns() {
        Table seat = new Table("seat");
        Column line = seat.add(ColumnDefinition.of("line", int.class).primaryKey());
        Column place = seat.add(ColumnDefinition.of("place", String.class).primaryKey());
        Column free = seat.add(ColumnDefinition.of("free", Boolean.class));
        execute("create table \"seat\"(line int, place varchar(3), free boolean, primary key(line, place))");
        execute("insert into seat select x / 10, x, true from system_range(1, " + MANY + ")");
        List<Object[]> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {row % 2 == 0 ? false : null, row / 10, String.valueOf(row)})
                .toList();

        assertThat(update(engine, seat, List.of(free), List.of(line, place), rows))
                .containsOnly(1);
        assertThat(text()).startsWith("merge into");
        assertThat(all("select count(*), count(free) from seat where free is not true"))
                .singleElement()
                .satisfies(row -> assertThat(row.intoList()).containsExactly((long) MANY, MANY / 2L));
    }

    @Test
    void goOneByOneWithBytesAndLongTexts() {
        Table page = new Table("page");
        Column key = page.add(ColumnDefinition.of("id", long.class).primaryKey());
        Column image = page.add(ColumnDefinition.of("image", byte[].class));
        Column text = page.add(ColumnDefinition.of("text", String.class));
        execute("create table \"page\"(id bigint primary key, image blob, text clob)");
        execute("insert into page(id) select x from system_range(1, " + MANY + ")");
        String longText = "x".repeat(2_000_000);
        List<Object[]> images = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {new byte[] {(byte) row}, (long) row})
                .toList();
        List<Object[]> texts = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {row == 1 ? longText : "short", (long) row})
                .toList();

        assertThat(update(engine, page, List.of(image), List.of(key), images)).containsOnly(1);
        assertThat(update(engine, page, List.of(text), List.of(key), texts)).containsOnly(1);

        assertThat(outcomes)
                .allSatisfy(sent -> assertThat(sent.statement().text()).startsWith("update"));
        assertThat(all("select char_length(text) from page where id = 1"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(0, Long.class)).isEqualTo(2_000_000));
    }

    @Test
    void mayGiveOtherKeys() {
        List<Object[]> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {row + 1_000L, (long) row})
                .toList();

        assertThat(update(engine, table, List.of(id), List.of(id), rows)).containsOnly(1);
        assertThat(text()).startsWith("merge into");
        assertThat(all("select count(*) from thing where id > 1000"))
                .singleElement()
                .satisfies(row -> assertThat(row.intoList()).containsExactly((long) MANY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void writeWhatABatchWrites(long seed) {
        String columns = "flag boolean, small smallint, whole int, big bigint, approx real, exact double precision,"
                + " word varchar, mood enum('sad', 'glad'), number numeric(12, 3), stamp uuid, born date, noon time(0),"
                + " seen timestamp(3), made timestamp with time zone, sent timestamp(9) with time zone, noted varchar";
        for (String each : List.of("merged", "batched")) {
            execute("create table \"" + each + "\"(id int primary key, " + columns + ")");
            execute("insert into " + each + "(id) select x from system_range(1, " + MANY + ")");
        }
        Random random = new Random(seed);
        List<Object[]> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> values(random, row))
                .toList();

        write(engine, "merged", rows);
        write(plain, "batched", rows);

        assertThat(text()).startsWith("merge into");
        // By the database, since jOOQ does not read years before Christ.
        assertThat(all("select id from (select * from merged except select * from batched)"))
                .as("seed %s", seed)
                .isEmpty();
        assertThat(all("select id from merged where made is not null")).isNotEmpty();
    }

    private static void write(Engine by, String name, List<Object[]> rows) {
        Table table = new Table(name);
        Column key = table.add(ColumnDefinition.of("id", int.class).primaryKey());
        List<Column> changed = List.of(
                table.add(ColumnDefinition.of("flag", Boolean.class)),
                table.add(ColumnDefinition.of("small", Short.class)),
                table.add(ColumnDefinition.of("whole", Integer.class)),
                table.add(ColumnDefinition.of("big", Long.class)),
                table.add(ColumnDefinition.of("approx", Float.class)),
                table.add(ColumnDefinition.of("exact", Double.class)),
                table.add(ColumnDefinition.of("word", String.class)),
                table.add(ColumnDefinition.of("mood", String.class)),
                table.add(ColumnDefinition.of("number", Double.class)),
                table.add(ColumnDefinition.of("stamp", UUID.class)),
                table.add(ColumnDefinition.of("born", LocalDate.class)),
                table.add(ColumnDefinition.of("noon", LocalTime.class)),
                table.add(ColumnDefinition.of("seen", LocalDateTime.class)),
                table.add(ColumnDefinition.of("made", Instant.class)),
                table.add(ColumnDefinition.of("sent", OffsetDateTime.class)),
                table.add(ColumnDefinition.of("noted", LocalDateTime.class)));
        assertThat(update(by, table, changed, List.of(key), rows)).containsOnly(1);
    }

    /** Often at the end of a day, which rounding leaves; at times before Christ or far away. */
    private static OffsetDateTime timeBy(Random random) {
        LocalTime time = random.nextInt(4) == 0
                ? LocalTime.MAX.minusNanos(random.nextInt(3_000))
                : LocalTime.ofNanoOfDay(random.nextLong(LocalTime.MAX.toNanoOfDay()));
        int year = random.nextInt(5) == 0 ? random.nextInt(40_000) - 20_000 : 1900 + random.nextInt(200);
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365))
                .atTime(time)
                .atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(50_000) - 25_000));
    }

    private static Object[] values(Random random, int row) {
        Object[] values = {
            random.nextBoolean(),
            (short) random.nextInt(),
            random.nextInt(),
            random.nextLong(),
            random.nextInt(9) == 0 ? Float.NaN : (Object) (float) random.nextGaussian(),
            random.nextInt(9) == 0 ? Double.NEGATIVE_INFINITY : (Object) random.nextGaussian(),
            random.nextInt(9) == 0 ? "" : "wört '" + random.nextInt() + "\" ? \u0001",
            random.nextBoolean() ? "sad" : "glad",
            random.nextInt(1_000_000) / 7.0,
            new UUID(random.nextLong(), random.nextLong()),
            timeBy(random).toLocalDate(),
            timeBy(random).toLocalTime(),
            timeBy(random).toLocalDateTime(),
            timeBy(random).toInstant(),
            timeBy(random),
            timeBy(random).toLocalDateTime(),
            row
        };
        for (int at = 0; at < values.length - 1; at++) {
            if (random.nextInt(7) == 0) {
                values[at] = null;
            }
        }
        return values;
    }
}
