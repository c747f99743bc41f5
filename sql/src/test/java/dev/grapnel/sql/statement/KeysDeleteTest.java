package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Deletes by many keys at once")
class KeysDeleteTest {
    private final Table table = new Table("thing");

    private static int delete(Engine engine, KeysDelete delete, List<Object[]> keys) {
        try (JdbcTransaction transaction = engine.begin()) {
            int[] counts = StatementRunner.on(transaction).executeBatch(delete.text(), delete.parameters(keys));
            transaction.commit();
            assertThat(counts).hasSize(1);
            return counts[0];
        }
    }

    private static boolean isTaken(Engine engine, KeysDelete delete) {
        try (JdbcTransaction transaction = engine.begin()) {
            return delete.isTaken(StatementRunner.on(transaction));
        }
    }

    private static void execute(Engine engine, String sql, Object... values) {
        try (JdbcTransaction transaction = engine.begin()) {
            transaction.connection().jooq().execute(sql, values);
            transaction.commit();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2"})
    void takeKeysThatAreLongerThanTheMappingSaysWhole(TestDatabase database) {
        Column id = table.add(ColumnDefinition.of("id", String.class).length(3).primaryKey());
        try (Engine engine = database.open()) {
            execute(engine, "create table thing(id varchar(20) primary key)");
            List<Object[]> keys = new ArrayList<>();
            for (int number = 0; number < 10; number++) {
                execute(engine, "insert into thing values (?)", "key" + number);
                keys.add(new Object[] {"key" + number});
            }
            execute(engine, "insert into thing values ('key')");

            int count = delete(engine, new StatementCache(engine).deleteByKeys(table, List.of(id)), keys);

            assertThat(count).isEqualTo(10);
            try (JdbcTransaction transaction = engine.begin()) {
                assertThat(transaction.connection().jooq().fetchValue("select id from thing"))
                        .isEqualTo("key");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"varchar(9)", "char(9)", "varchar_ignorecase(9)"})
    void meetOnH2TheRowsThatDeletesOneByOneDo(String type) {
        Column id = table.add(ColumnDefinition.of("id", String.class).primaryKey());
        List<Object[]> keys = Stream.of("a", "B", "a ", " a", "c", "a")
                .map(key -> new Object[] {key})
                .toList();
        List<Object> left = new ArrayList<>();
        for (boolean together : List.of(true, false)) {
            try (Engine engine = TestDatabase.H2.open()) {
                execute(engine, "create table thing(id " + type + " primary key)");
                execute(engine, "insert into thing values ('a'), ('b'), ('C'), (' a'), ('d')");
                StatementCache texts = new StatementCache(engine);
                try (JdbcTransaction transaction = engine.begin()) {
                    StatementRunner runner = StatementRunner.on(transaction);
                    KeysDelete delete = texts.deleteByKeys(table, List.of(id));
                    if (together) {
                        runner.executeBatch(delete.text(), delete.parameters(keys));
                    } else {
                        runner.executeBatch(texts.delete(table, List.of(id)), keys);
                    }
                    left.add(transaction.connection().jooq().fetchValues("select id from thing order by id"));
                }
            }
        }

        assertThat(left.get(0)).isEqualTo(left.get(1)).asInstanceOf(LIST).hasSizeBetween(1, 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2"})
    void meetRowsOfATableThatIsNamedAsTheKeysAre(TestDatabase database) {
        Table given = new Table("given");
        Column id = given.add(ColumnDefinition.of("given0", int.class).primaryKey());
        try (Engine engine = database.open()) {
            execute(engine, "create table given(given0 int primary key)");
            execute(engine, "insert into given values (1), (2), (3)");
            KeysDelete delete = new StatementCache(engine).deleteByKeys(given, List.of(id));

            assertThat(delete(engine, delete, List.of(new Object[] {1}, new Object[] {3}, new Object[] {4})))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"uuid, false", "char(5), true"})
    void areTakenWhereTheColumnIsOfATypeOfTheKeys(String type, boolean taken) {
        Column id = table.add(ColumnDefinition.of("id", String.class).primaryKey());
        try (Engine engine = Engine.create(TestDatabase.POSTGRESQL.newUrl() + "&stringtype=unspecified")) {
            execute(engine, "create table thing(id " + type + " primary key)");
            KeysDelete delete = new StatementCache(engine).deleteByKeys(table, List.of(id));

            assertThat(isTaken(engine, delete)).isEqualTo(taken);
        }
    }

    @Test
    void areTakenOnceTheTableIsThere() {
        Column id = table.add(ColumnDefinition.of("id", int.class).primaryKey());
        try (Engine engine = TestDatabase.POSTGRESQL.open()) {
            KeysDelete delete = new StatementCache(engine).deleteByKeys(table, List.of(id));

            assertThat(isTaken(engine, delete)).isFalse();
            execute(engine, "create table thing(id int primary key)");
            assertThat(isTaken(engine, delete)).isTrue();
        }
    }

    @Test
    void areShownWithTheFirstOfTheirKeys() {
        Column id = table.add(ColumnDefinition.of("id", int.class).primaryKey());
        List<Object[]> keys = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            keys.add(new Object[] {number});
        }
        try (Engine engine = TestDatabase.H2.open(EngineSettings.DEFAULT.showingParameters())) {
            KeysDelete delete = new StatementCache(engine).deleteByKeys(table, List.of(id));

            assertThatThrownBy(() -> delete(engine, delete, keys))
                    .hasMessageContaining("with parameters [[1, 2, 3 and 7 more]]: Table \"thing\" not found");
        }
    }

    @Test
    void takeNoMoreKeysThanABatchHasRows() {
        Column id = table.add(ColumnDefinition.of("id", int.class).primaryKey());
        try (Engine engine = TestDatabase.H2.open(EngineSettings.DEFAULT.withBatchSize(5))) {
            assertThat(new StatementCache(engine).deleteByKeys(table, List.of(id)))
                    .extracting(KeysDelete::most)
                    .isEqualTo(5);
        }
    }
}
