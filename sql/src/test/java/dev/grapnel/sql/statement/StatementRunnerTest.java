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
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.connection.StatementOutcome;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.sql.schema.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StatementRunnerTest {
    private final TestDatabase database;
    private final Engine engine;
    private final Table person = new Table("person");
    private final Column id =
            person.add(ColumnDefinition.of("id", long.class).primaryKey().generated());
    private final Column name =
            person.add(ColumnDefinition.of("name", String.class).unique());
    private final Column status =
            person.add(ColumnDefinition.of("status", String.class).notNull().serverDefault("'new'"));
    private final StatementCache cache;
    private JdbcTransaction transaction;
    private StatementRunner runner;

    StatementRunnerTest(TestDatabase database) {
        this.database = database;
        this.engine = database.open();
        this.cache = new StatementCache(engine);
    }

    @BeforeEach
    void begin() {
        new SchemaChange(engine, Tables.of(List.of(person))).createAll();
        transaction = engine.begin();
        runner = StatementRunner.on(transaction);
    }

    @AfterEach
    void close() {
        transaction.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1_100, 5_001})
    void generatedKeysComeInTheOrderOfTheRows(int count) {
        InsertText insert = cache.insert(person, List.of(name), List.of(id));

        List<Object[]> keys = runner.insert(insert, names(count));

        assertThat(keys).hasSize(count);
        PreparedText byKey = cache.select(person, List.of(name), List.of(id));
        for (int row : IntStream.of(0, count / 2, count / 3, count - 1).toArray()) {
            assertThat(single(byKey, name, keys.get(row)[0])).isEqualTo("name " + row);
        }
        assertThat(keys).extracting(key -> (Long) key[0]).isSorted();
    }

    @Test
    void everyRowGetsItsOwnKey() {
        InsertText insert = cache.insert(person, List.of(name), List.of(id));

        List<Object[]> keys = runner.insert(insert, names(777));

        try (Rows rows = runner.query(cache.select(person, List.of(id, name), List.of()))) {
            ColumnReader reader = cache.types().reader(id);
            int seen = 0;
            while (rows.next()) {
                String text = (String) rows.read(cache.types().reader(name), 2);
                assertThat(rows.read(reader, 1)).isEqualTo(keys.get(Integer.parseInt(text.substring(5)))[0]);
                seen++;
            }
            assertThat(seen).isEqualTo(777);
        }
    }

    @Test
    void serverDefaultsComeBackWithTheKeys() {
        InsertText insert = cache.insert(person, List.of(name), List.of(status, id));

        List<Object[]> generated = runner.insert(insert, names(3));

        assertThat(generated).extracting(row -> row[0]).containsExactly("new", "new", "new");
        assertThat(generated).extracting(row -> row[1]).containsExactly(1L, 2L, 3L);
    }

    @Test
    void serverDefaultsComeBackWithoutCountedKeys() {
        InsertText insert = cache.insert(person, List.of(id, name), List.of(status));

        List<Object[]> generated = runner.insert(insert, List.of(new Object[] {5L, "a"}, new Object[] {4L, "b"}));

        assertThat(generated).extracting(row -> row[0]).containsExactly("new", "new");
    }

    @Test
    void aRowOfNothingButDefaultsIsInserted() {
        InsertText insert = cache.insert(person, List.of(), List.of(id));

        List<Object[]> keys = runner.insert(insert, List.of(new Object[0], new Object[0]));

        assertThat(keys).extracting(row -> row[0]).containsExactly(1L, 2L);
    }

    @Test
    void anInsertThatReadsNothingBackIsABatch() {
        InsertText insert = cache.insert(person, List.of(id, name), List.of());

        List<Object[]> nothing = runner.insert(insert, List.of(new Object[] {1L, "a"}, new Object[] {2L, "b"}));

        assertThat(nothing).hasSize(2).allMatch(row -> row.length == 0);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aBatchOfUpdatesTellsWhichRowsItFound() {
        runner.insert(cache.insert(person, List.of(name), List.of()), names(3));
        PreparedText update = cache.update(person, List.of(status), List.of(id));

        int[] counts = runner.executeBatch(
                update, List.of(new Object[] {"x", 1L}, new Object[] {"y", 99L}, new Object[] {"z", 3L}));

        assertThat(counts).containsExactly(1, 0, 1);
        PreparedText byKey = cache.select(person, List.of(status), List.of(id));
        assertThat(single(byKey, status, 1L)).isEqualTo("x");
        assertThat(single(byKey, status, 3L)).isEqualTo("z");
    }

    @Test
    void nullIsWritten() {
        runner.insert(cache.insert(person, List.of(name), List.of()), names(1));

        runner.execute(cache.update(person, List.of(name), List.of(id)), null, 1L);

        assertThat(single(cache.select(person, List.of(name), List.of(id)), name, 1L))
                .isNull();
    }

    @Test
    void aDeleteTellsHowManyRowsItRemoved() {
        runner.insert(cache.insert(person, List.of(name), List.of()), names(2));
        PreparedText delete = cache.delete(person, List.of(id));

        assertThat(runner.execute(delete, 1L)).isEqualTo(1);
        assertThat(runner.execute(delete, 1L)).isZero();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aQueryMayRunAgainWhileItsRowsAreRead() {
        runner.insert(cache.insert(person, List.of(name), List.of()), names(3));
        PreparedText all = cache.select(person, List.of(id), List.of());
        ColumnReader reader = cache.types().reader(id);

        int pairs = 0;
        try (Rows outer = runner.query(all)) {
            while (outer.next()) {
                try (Rows inner = runner.query(all)) {
                    while (inner.next()) {
                        assertThat(inner.read(reader, 1)).isNotNull();
                        pairs++;
                    }
                }
            }
        }

        assertThat(pairs).isEqualTo(9);
    }

    @Test
    void rowsMayComeInPortions() {
        runner.insert(cache.insert(person, List.of(name), List.of()), names(500));

        int seen = 0;
        try (Rows rows = runner.stream(cache.select(person, List.of(id), List.of()), 50)) {
            while (rows.next()) {
                seen++;
            }
        }

        assertThat(seen).isEqualTo(500);
    }

    @Test
    void aQueryOfAnyShapeMixesPlaceholdersAndConstants() {
        runner.insert(cache.insert(person, List.of(name), List.of()), names(10));
        PreparedText text = cache.render(
                "some",
                () -> cache.context()
                        .select(name.field())
                        .from(person.asJooq())
                        .where(status.field().eq("new"))
                        .and(id.field().between(Placeholders.of(id, 1), Placeholders.of(id, 0)))
                        .or(id.field().eq(Placeholders.of(id, 0)))
                        .orderBy(id.field())
                        .limit(2));

        try (Rows rows = runner.query(text, 9L, 4L)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.read(cache.types().reader(name), 1)).isEqualTo("name 3");
        }
    }

    @Test
    void aHurtConstraintIsAnIntegrityErrorThatHidesParameters() {
        PreparedText insert = cache.insert(person, List.of(name), List.of()).single();
        runner.execute(insert, "ed");

        assertThatThrownBy(() -> runner.execute(insert, "ed"))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("Cannot run statement [insert into ")
                .hasMessageContaining("1 parameter (hidden)");
    }

    @Test
    void aHurtConstraintInABatchIsAnIntegrityError() {
        PreparedText insert = cache.insert(person, List.of(name), List.of()).single();

        assertThatThrownBy(() -> runner.executeBatch(insert, List.of(new Object[] {"ed"}, new Object[] {"ed"})))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("2 rows of 1 parameter (hidden)");
    }

    @Test
    void parametersAreShownIfTheSettingsAllowIt() {
        try (Engine open = database.open(EngineSettings.DEFAULT.showingParameters());
                JdbcTransaction other = open.begin()) {
            PreparedText update = new StatementCache(open).update(person, List.of(name), List.of(id));

            assertThatThrownBy(() -> StatementRunner.on(other).execute(update, "ed", 1L))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("parameters [ed, 1]");
        }
    }

    @Test
    void aMissingTableIsADatabaseError() {
        Table nowhere = new Table("nowhere");
        Column any = nowhere.add(ColumnDefinition.of("any", int.class));

        assertThatThrownBy(() -> runner.query(cache.select(nowhere, List.of(any), List.of())))
                .isInstanceOf(DatabaseException.class)
                .isNotInstanceOf(IntegrityException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void listenersSeeWhatRunsAndHowOften() {
        List<StatementOutcome> seen = new ArrayList<>();
        Events.on(engine).afterStatement(seen::add);

        runner.insert(cache.insert(person, List.of(name), List.of(id)), names(7));
        runner.execute(cache.delete(person, List.of(id)), 1L);
        runner.query(cache.select(person, List.of(name), List.of(id)), 2L).close();

        assertThat(seen.stream()
                        .filter(one -> one.kind() == StatementKind.INSERT)
                        .mapToInt(StatementOutcome::parameterSets)
                        .sum())
                .isEqualTo(7);
        assertThat(seen.stream()
                        .filter(one -> one.kind() == StatementKind.INSERT)
                        .mapToLong(StatementOutcome::rowCount)
                        .sum())
                .isEqualTo(7);
        assertThat(seen.get(seen.size() - 2).kind()).isEqualTo(StatementKind.DELETE);
        assertThat(seen.get(seen.size() - 2).statement().parameters()).containsExactly(List.of(1L));
        assertThat(seen.get(seen.size() - 1).kind()).isEqualTo(StatementKind.SELECT);
        assertThat(seen.get(seen.size() - 1).rowCount()).isEqualTo(-1);
    }

    @Test
    void listenersSeeFailures() {
        List<StatementOutcome> seen = new ArrayList<>();
        Events.on(engine).afterStatement(seen::add);
        PreparedText insert = cache.insert(person, List.of(id), List.of()).single();
        runner.execute(insert, 1L);

        assertThatThrownBy(() -> runner.execute(insert, 1L)).isInstanceOf(IntegrityException.class);

        assertThat(seen).last().extracting(StatementOutcome::failure).isInstanceOf(IntegrityException.class);
    }

    @Test
    void aListenerMayRefuseAStatement() {
        Events.on(engine).beforeStatement(event -> {
            throw new IllegalStateException("read only");
        });

        assertThatThrownBy(() -> runner.execute(cache.delete(person, List.of(id)), 1L))
                .hasMessage("read only");
    }

    @Test
    void theConnectionKnowsItsRunner() {
        assertThat(transaction.connection().unwrap(StatementRunner.class)).isSameAs(runner);
    }

    @Test
    void aShapeIsRenderedOnce() {
        PreparedText first = cache.update(person, List.of(name), List.of(id));
        PreparedText second = cache.update(person, List.of(name), List.of(id));

        assertThat(second).isSameAs(first);
        assertThat(cache.misses()).isEqualTo(1);
        assertThat(cache.hits()).isEqualTo(1);
        assertThat(cache.size()).isEqualTo(1);
    }

    private static List<Object[]> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> new Object[] {"name " + row})
                .toList();
    }

    private Object single(PreparedText text, Column column, Object key) {
        try (Rows rows = runner.query(text, key)) {
            assertThat(rows.next()).isTrue();
            return rows.read(cache.types().reader(column), 1);
        }
    }

    private int count() {
        return transaction.connection().jooq().fetchCount(person.asJooq());
    }
}
