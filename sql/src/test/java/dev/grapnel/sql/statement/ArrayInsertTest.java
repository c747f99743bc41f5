package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayInsertTest {
    private static final int MANY = 40;

    private final String url = TestDatabase.POSTGRESQL.newUrl();
    private final Engine engine = Engine.create(url);
    private final Table table = new Table("thing");
    private final Column id = table.add(ColumnDefinition.of("id", int.class).primaryKey());
    private final List<StatementOutcome> outcomes = new ArrayList<>();

    @BeforeEach
    void listen() {
        Events.on(engine).afterStatement(outcomes::add);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Column column(ColumnDefinition definition) {
        Column column = table.add(definition);
        new SchemaChange(engine, Tables.of(List.of(table))).createAll();
        outcomes.clear();
        return column;
    }

    private void execute(String sql) {
        try (JdbcTransaction transaction = engine.begin()) {
            transaction.connection().jooq().execute(sql);
            transaction.commit();
        }
        outcomes.clear();
    }

    private static List<Object[]> rows(int count, Object value) {
        return IntStream.range(0, count)
                .mapToObj(row -> new Object[] {row, value})
                .toList();
    }

    private void insert(Engine by, List<Object[]> rows, Column column) {
        insert(new StatementCache(by), by, rows, column);
    }

    private void insert(StatementCache texts, Engine by, List<Object[]> rows, Column column) {
        try (JdbcTransaction transaction = by.begin()) {
            StatementRunner.on(transaction).insert(texts.insert(table, List.of(id, column), List.of()), rows);
            transaction.commit();
        }
    }

    private List<String> stored() {
        try (JdbcTransaction transaction = engine.begin()) {
            DSLContext jooq = transaction.connection().jooq();
            return jooq.fetch("select cast(v as text) from thing order by id").getValues(0, String.class);
        }
    }

    private List<String> sent() {
        return outcomes.stream()
                .map(outcome -> outcome.statement().text().contains("unnest") ? "arrays" : "batch")
                .toList();
    }

    // ---- what is sent ----

    @Test
    void manyRowsAreOneExecutionOfOneTextWithAParameterForEachColumn() {
        Column v = column(ColumnDefinition.of("v", String.class));

        insert(engine, rows(MANY, "a"), v);

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).statement().text())
                .isEqualTo(
                        "insert into \"thing\" (\"id\", \"v\") select * from unnest(cast(? as int[]), cast(? as varchar[]))");
        assertThat(stored()).hasSize(MANY).containsOnly("a");
    }

    @Test
    void listenersSeeTheRowsAndHowManyWereWritten() {
        Column v = column(ColumnDefinition.of("v", String.class));

        insert(engine, rows(MANY, "a"), v);

        StatementOutcome outcome = outcomes.get(0);
        assertThat(outcome.rowCount()).isEqualTo(MANY);
        assertThat(outcome.parameterSets()).isEqualTo(MANY);
        assertThat(outcome.statement().parameters()).hasSize(MANY).contains(List.of(3, "a"));
    }

    @Test
    void aListenerMayReplaceTheText() {
        Column v = column(ColumnDefinition.of("v", String.class));
        Events.on(engine).replaceText(event -> "/* job 7 */ " + event.text());

        insert(engine, rows(MANY, "a"), v);

        assertThat(outcomes.get(0).statement().text()).startsWith("/* job 7 */ insert into");
        assertThat(stored()).hasSize(MANY);
    }

    @Test
    void eachBatchIsAnExecutionAndTheFewRowsThatAreLeftAreNone() {
        Column v = column(ColumnDefinition.of("v", String.class));
        try (Engine small = Engine.create(url, EngineSettings.DEFAULT.withBatchSize(20))) {
            Events.on(small).afterStatement(outcomes::add);

            insert(small, rows(45, "a"), v);
        }

        assertThat(outcomes).extracting(StatementOutcome::parameterSets).containsExactly(20, 20, 5);
        assertThat(sent()).containsExactly("arrays", "arrays", "batch");
        assertThat(stored()).hasSize(45);
    }

    @Test
    void fewRowsAreABatch() {
        Column v = column(ColumnDefinition.of("v", String.class));

        insert(engine, rows(7, "a"), v);

        assertThat(sent()).containsExactly("batch");
    }

    @Test
    void itCanBeSwitchedOff() {
        Column v = column(ColumnDefinition.of("v", String.class));
        try (Engine plain = Engine.create(url, EngineSettings.DEFAULT.withoutRowsAsArrays())) {
            Events.on(plain).afterStatement(outcomes::add);

            insert(plain, rows(MANY, "a"), v);
        }

        assertThat(sent()).containsExactly("batch");
        assertThat(stored()).hasSize(MANY);
    }

    @Test
    void anInsertThatReadsSomethingBackIsNotSentSo() {
        Column v = column(ColumnDefinition.of("v", String.class));
        try (JdbcTransaction transaction = engine.begin()) {
            StatementRunner.on(transaction)
                    .insert(new StatementCache(engine).insert(table, List.of(id, v), List.of(v)), rows(MANY, "a"));
        }

        assertThat(sent()).doesNotContain("arrays");
    }

    // ---- values ----

    static Stream<Object> values() {
        return Stream.of(
                true,
                (byte) -7,
                Short.MIN_VALUE,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                1.1f,
                Float.NaN,
                1.1d,
                Double.NEGATIVE_INFINITY,
                'ß',
                "text",
                "",
                "null",
                "a\"b\\c,{d} 'e'\n\tü € 𝄞",
                new BigDecimal("12.345"),
                new BigDecimal("-1E+30"),
                new BigDecimal("1.50"),
                new BigInteger("-12345678901234567890"),
                new byte[] {0, 1, -1, 92},
                new byte[0],
                UUID.fromString("0e37df36-f698-11e6-8dd4-cb9ced3df976"),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1, 1, 1),
                LocalDate.of(9999, 12, 31),
                LocalTime.MIDNIGHT,
                LocalTime.of(1, 2, 3, 1_499),
                LocalTime.of(1, 2, 3, 1_500),
                LocalDateTime.of(2024, 2, 29, 1, 2),
                LocalDateTime.of(1582, 10, 10, 1, 2, 3, 999_999_499),
                LocalDateTime.of(2024, 2, 29, 1, 2, 3, 999_999_500),
                OffsetDateTime.of(2024, 2, 29, 1, 2, 3, 123_456_789, ZoneOffset.ofHoursMinutes(-3, -30)),
                OffsetDateTime.of(1800, 1, 1, 1, 2, 0, 0, ZoneOffset.UTC),
                Instant.parse("2024-02-29T01:02:03.5Z"),
                DayOfWeek.MONDAY);
    }

    private void assertBothStoreTheSame(ColumnDefinition definition, Object value, String way) {
        Column v = column(definition);
        List<Object[]> rows = new ArrayList<>(rows(MANY, value));
        rows.set(1, new Object[] {1, null});
        insert(engine, rows, v);
        assertThat(sent()).containsExactly(way);
        List<String> fromArrays = stored();
        execute("delete from thing");

        try (Engine plain = Engine.create(url, EngineSettings.DEFAULT.withoutRowsAsArrays())) {
            insert(plain, rows, v);
        }

        assertThat(fromArrays).isEqualTo(stored()).hasSize(MANY);
        assertThat(fromArrays.get(1)).isNull();
        assertThat(fromArrays.get(0)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsStoredAsABatchStoresIt(Object value) {
        Class<?> type = value instanceof DayOfWeek ? DayOfWeek.class : value.getClass();
        assertBothStoreTheSame(ColumnDefinition.of("v", type), value, "arrays");
    }

    static Stream<Object> writtenInAnotherWay() {
        return Stream.of(
                LocalDate.of(-43, 3, 15),
                LocalDate.of(10_000, 1, 1),
                LocalDate.MAX,
                LocalTime.MAX,
                LocalDateTime.of(0, 1, 1, 1, 1),
                LocalDateTime.MAX,
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999),
                OffsetDateTime.MAX,
                OffsetTime.of(1, 2, 3, 4_500, ZoneOffset.ofHours(2)),
                "long ".repeat(1_000_000),
                java.sql.Date.valueOf("2024-02-29"),
                java.sql.Timestamp.valueOf("2024-02-29 01:02:03.5"));
    }

    @ParameterizedTest
    @MethodSource("writtenInAnotherWay")
    void aValueThatAnArrayWouldNotHoldTheSameIsSentInABatch(Object value) {
        assertBothStoreTheSame(ColumnDefinition.of("v", value.getClass()).large(), value, "batch");
    }

    @Test
    void aDocumentIsSentInABatch() {
        assertBothStoreTheSame(
                ColumnDefinition.of("v", JSON.class).dataType(SQLDataType.JSON), JSON.json("{\"a\": 1}"), "batch");
    }

    @Test
    void nothingButNullsMayBeSentInArrays() {
        Column v = column(ColumnDefinition.of("v", LocalDateTime.class));

        insert(engine, rows(MANY, null), v);

        assertThat(sent()).containsExactly("arrays");
        assertThat(stored()).isEqualTo(Collections.nCopies(MANY, null));
    }

    @Test
    void numbersAreRoundedAsSingleOnesAre() {
        assertBothStoreTheSame(
                ColumnDefinition.of("v", BigDecimal.class).precision(10, 2), new BigDecimal("1.005"), "arrays");
    }

    // ---- columns ----

    @ParameterizedTest
    @ValueSource(strings = {"mood", "short", "jsonb", "name"})
    void aColumnOfATypeThatTellsMoreThanTheMappingIsWrittenInABatch(String type) {
        execute("create type mood as enum ('fine')");
        execute("create domain short as varchar(3)");
        Column v = column(ColumnDefinition.of("v", String.class).definition(type));

        insert(engine, rows(MANY, null), v);

        assertThat(sent()).containsExactly("batch");
        assertThat(stored()).hasSize(MANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bigint", "smallint", "numeric(5, 1)", "double precision"})
    void aNumberGoesIntoAColumnOfAnotherKindOfNumbers(String type) {
        assertBothStoreTheSame(ColumnDefinition.of("v", int.class).definition(type), 7, "arrays");
    }

    @Test
    void theDatabaseIsAskedOnceWhatItsColumnsAre() {
        Column v = column(ColumnDefinition.of("v", String.class).definition("text"));
        StatementCache texts = new StatementCache(engine);
        insert(texts, engine, rows(MANY, "a"), v);
        execute("truncate table thing");
        execute("create type mood as enum ('a')");
        execute("alter table thing alter v type mood using v::mood");

        assertThatThrownBy(() -> insert(texts, engine, rows(MANY, "a"), v)).hasMessageContaining("unnest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preferQueryMode=simple", "prepareThreshold=1", "binaryTransfer=false"})
    void whateverTheModeOfTheDriverRowsArriveAndTheTransactionLives(String mode) {
        Column v = column(ColumnDefinition.of("v", String.class));
        try (Engine other = Engine.create(url + '&' + mode)) {
            insert(other, rows(MANY, "a\"b\\c,{d} 'e' NULL"), v);
        }

        assertThat(stored()).hasSize(MANY).containsOnly("a\"b\\c,{d} 'e' NULL");
    }

    @Test
    void aListenerMayNameAnotherTable() {
        Column v = column(ColumnDefinition.of("v", String.class));
        execute("alter table thing rename to thing_of_seven");
        Events.on(engine).replaceText(event -> event.text().replace("\"thing\"", "\"thing_of_seven\""));

        insert(engine, rows(MANY, "a"), v);

        execute("alter table thing_of_seven rename to thing");
        assertThat(stored()).hasSize(MANY);
    }

    @Test
    void aValueThatIsConvertedToOneOfTheSameClassIsConverted() {
        assertBothStoreTheSame(
                ColumnDefinition.of("v", String.class)
                        .converted(
                                String.class, Converter.ofNullable(String.class, String.class, t -> t, t -> t + '!')),
                "a",
                "arrays");
        assertThat(stored()).contains("a!");
    }

    // ---- errors ----

    @Test
    void aHurtConstraintIsAnIntegrityErrorThatQuotesTheRowAsTheDatabaseDoes() {
        Column v = column(ColumnDefinition.of("v", String.class).unique());
        List<Object[]> rows = new ArrayList<>(rows(MANY, null));
        rows.get(5)[1] = "twice";
        rows.get(9)[1] = "twice";

        assertThatThrownBy(() -> insert(engine, rows, v))
                .isInstanceOf(IntegrityException.class)
                .hasMessageStartingWith("Cannot run statement [insert into \"thing\"")
                .hasMessageContaining("with 40 rows of 2 parameters (hidden): it would break a constraint")
                .hasMessageContaining("Key (v)=(twice) already exists");
    }

    @Test
    void aMissingTableFailsAsAStatementThatListenersHearOf() {
        Column v = table.add(ColumnDefinition.of("v", String.class));

        assertThatThrownBy(() -> insert(engine, rows(MANY, "a"), v))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith(
                        "Cannot run statement [insert into \"thing\" (\"id\", \"v\") values (?, ?)] with 40 rows")
                .hasMessageContaining("relation \"thing\" does not exist");
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).failure()).isInstanceOf(DatabaseException.class);
    }

    @Test
    void aValueOfAnotherClassFailsAsInABatch() {
        Column v = column(ColumnDefinition.of("v", Long.class));

        assertThatThrownBy(() -> insert(engine, rows(MANY, "no number"), v)).isInstanceOf(ClassCastException.class);
    }

    // ---- what the database does besides ----

    @Nested
    class WithTriggers {
        @Test
        void aTriggerForEachRowSeesEachRowInOrder() {
            Column v = column(ColumnDefinition.of("v", String.class));
            execute("create sequence seen");
            execute("create function mark() returns trigger language plpgsql as"
                    + " 'begin new.v := nextval(''seen''); return new; end'");
            execute("create trigger mark before insert on thing for each row execute function mark()");

            insert(engine, rows(MANY, "a"), v);

            assertThat(sent()).containsExactly("arrays");
            assertThat(stored())
                    .isEqualTo(IntStream.rangeClosed(1, MANY)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    @Test
    void rowsAreReadBackAsTheyWereGiven() {
        Column v = column(ColumnDefinition.of("v", String.class));
        List<Object[]> rows = IntStream.range(0, 3_000)
                .mapToObj(row -> new Object[] {row, "value " + row})
                .toList();

        insert(engine, rows, v);

        assertThat(sent()).containsExactly("arrays", "arrays", "arrays");
        assertThat(stored())
                .isEqualTo(rows.stream().map(row -> Arrays.asList(row).get(1)).toList());
    }
}
