package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    @CsvSource({"uuid, false", "char(5), true"})
    void areTakenWhereTheColumnIsOfATypeOfTheKeys(String type, boolean taken) {
        Column id = table.add(ColumnDefinition.of("id", String.class).primaryKey());
        try (Engine engine = Engine.create(TestDatabase.POSTGRESQL.newUrl() + "&stringtype=unspecified")) {
            execute(engine, "create table thing(id " + type + " primary key)");
            KeysDelete delete = new StatementCache(engine).deleteByKeys(table, List.of(id));

            try (JdbcTransaction transaction = engine.begin()) {
                assertThat(delete.isTaken(StatementRunner.on(transaction))).isEqualTo(taken);
            }
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
