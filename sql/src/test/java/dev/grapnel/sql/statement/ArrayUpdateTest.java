package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.events.Events;
import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.SchemaChange;
import dev.grapnel.sql.connection.StatementOutcome;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.schema.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Updates and deletes of many rows on PostgreSQL")
class ArrayUpdateTest {
    private static final int MANY = 40;

    private final String url = TestDatabase.POSTGRESQL.newUrl();
    private final Engine engine = Engine.create(url);
    private final Table table = new Table("thing");
    private final Column id = table.add(ColumnDefinition.of("id", long.class).primaryKey());
    private final Column name = table.add(ColumnDefinition.of("name", String.class));
    private final List<StatementOutcome> outcomes = new ArrayList<>();

    @BeforeEach
    void fill() {
        new SchemaChange(engine, Tables.of(List.of(table))).createAll();
        try (JdbcTransaction transaction = engine.begin()) {
            transaction
                    .connection()
                    .jooq()
                    .execute("insert into thing select x, 'old' from generate_series(1, " + MANY + ") x");
            transaction.commit();
        }
        Events.on(engine).afterStatement(outcomes::add);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static List<Object[]> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new Object[] {"new " + row, (long) row})
                .toList();
    }

    private int[] update(Engine by, List<Object[]> rows) {
        try (JdbcTransaction transaction = by.begin()) {
            UpdateText update = new StatementCache(by).updates(table, List.of(name), List.of(id));
            int[] counts = StatementRunner.on(transaction).update(update, rows);
            transaction.commit();
            return counts;
        }
    }

    private List<String> names() {
        try (JdbcTransaction transaction = engine.begin()) {
            DSLContext jooq = transaction.connection().jooq();
            return jooq.fetch("select name from thing order by id").getValues(0, String.class);
        }
    }

    @Test
    void goAsOneArrayForEachColumn() {
        int[] counts = update(engine, rows(MANY));

        assertThat(counts).hasSize(MANY).containsOnly(1);
        assertThat(names())
                .isEqualTo(IntStream.rangeClosed(1, MANY)
                        .mapToObj(row -> "new " + row)
                        .toList());
        assertThat(outcomes).first().satisfies(sent -> {
            assertThat(sent.statement().text()).contains("unnest");
            assertThat(sent.statement().parameters()).hasSize(MANY);
            assertThat(sent.rowCount()).isEqualTo(MANY);
        });
    }

    @Test
    void goOneByOneIfThereAreFew() {
        assertThat(update(engine, rows(7))).hasSize(7).containsOnly(1);

        assertThat(outcomes.get(0).statement().text()).doesNotContain("unnest");
    }

    @Test
    void goOneByOneIfTheProgramSaysSo() {
        try (Engine plain = Engine.create(url, EngineSettings.DEFAULT.withoutRowsAsArrays())) {
            Events.on(plain).afterStatement(outcomes::add);

            assertThat(update(plain, rows(MANY))).containsOnly(1);

            assertThat(outcomes.get(0).statement().text()).doesNotContain("unnest");
            assertThat(new StatementCache(plain).deleteByKeys(table, List.of(id)))
                    .isNull();
        }
    }

    @Test
    void sayThatNotAllWereMet() {
        assertThat(update(engine, rows(MANY + 1))).hasSize(MANY + 1).containsOnly(StatementRunner.NOT_ALL_MET);
    }

    @Test
    void goIntoATableThatIsNamedAsTheRowsOfArraysAre() {
        Table given = new Table("given");
        Column key = given.add(ColumnDefinition.of("id", long.class).primaryKey());
        Column value = given.add(ColumnDefinition.of("given0", String.class));
        execute("create table given(id bigint primary key, given0 varchar)");
        execute("insert into given select x, 'old' from generate_series(1, " + MANY + ") x");

        int[] counts;
        try (JdbcTransaction transaction = engine.begin()) {
            counts = StatementRunner.on(transaction)
                    .update(new StatementCache(engine).updates(given, List.of(value), List.of(key)), rows(MANY));
        }

        assertThat(counts).hasSize(MANY).containsOnly(1);
        assertThat(outcomes)
                .anySatisfy(sent -> assertThat(sent.statement().text()).contains("unnest"));
    }

    private void execute(String sql) {
        try (JdbcTransaction transaction = engine.begin()) {
            transaction.connection().jooq().execute(sql);
            transaction.commit();
        }
    }

    @Test
    @Tag("U-19")
    void compareTimesInTheDigitsOfTheirColumnsAsSingleOnesDo() {
        Table clock = new Table("clock");
        Column key = clock.add(ColumnDefinition.of("id", int.class).primaryKey());
        Column version = clock.add(ColumnDefinition.of("version", Instant.class).secondPrecision(3));
        execute("create table clock(id int primary key, version timestamptz(6))");
        Instant seen = Instant.parse("2024-02-29T01:02:03.123456Z");
        execute("insert into clock select x, timestamptz '2024-02-29 01:02:03.123Z' from generate_series(1, " + MANY
                + ") x");
        List<Object[]> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {seen.plusSeconds(1), row, seen})
                .toList();

        try (JdbcTransaction transaction = engine.begin()) {
            UpdateText update = new StatementCache(engine).updates(clock, List.of(version), List.of(key, version));

            assertThat(StatementRunner.on(transaction).update(update, rows)).containsOnly(1);
            assertThat(transaction
                            .connection()
                            .jooq()
                            .fetchValue("select distinct extract(microseconds from version) from clock"))
                    .hasToString("4123000");
        }
        assertThat(outcomes)
                .anySatisfy(sent -> assertThat(sent.statement().text()).contains("unnest"));
    }

    @Test
    @Tag("U-19")
    void tellWhichOneWasNotFoundByItsVersion() {
        List<Object[]> rows = IntStream.rangeClosed(1, MANY)
                .mapToObj(row -> new Object[] {"new", (long) row, row == 7 ? "other" : "old"})
                .toList();

        try (JdbcTransaction transaction = engine.begin()) {
            UpdateText update = new StatementCache(engine).updates(table, List.of(name), List.of(id, name));
            int[] counts = StatementRunner.on(transaction).update(update, rows);

            assertThat(counts[6]).isZero();
            assertThat(counts).hasSize(MANY).containsOnly(0, 1);
        }
        assertThat(outcomes).extracting(StatementOutcome::rowCount).containsExactly(MANY - 1L);
    }

    @Test
    void areTakenByKeysInOneArray() {
        KeysDelete delete = new StatementCache(engine).deleteByKeys(table, List.of(id));
        List<Object[]> keys = IntStream.rangeClosed(11, MANY)
                .mapToObj(row -> new Object[] {(long) row})
                .toList();

        try (JdbcTransaction transaction = engine.begin()) {
            int[] counts = StatementRunner.on(transaction).executeBatch(delete.text(), delete.parameters(keys));
            transaction.commit();

            assertThat(counts).containsExactly(MANY - 10);
        }
        assertThat(names()).hasSize(10);
    }

    @Test
    void areNotTakenByKeysOfSeveralColumns() {
        assertThat(new StatementCache(engine).deleteByKeys(table, List.of(id, name)))
                .isNull();
    }
}
