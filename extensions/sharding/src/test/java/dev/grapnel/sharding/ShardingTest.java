package dev.grapnel.sharding;

import static dev.grapnel.sharding.World.CITIES;
import static dev.grapnel.sharding.World.COUNTRY;
import static dev.grapnel.sharding.World.KIND;
import static dev.grapnel.sharding.World.NAME;
import static dev.grapnel.sharding.World.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.core.store.StoreTransaction;
import dev.grapnel.events.Events;
import dev.grapnel.sharding.World.City;
import dev.grapnel.sharding.World.Country;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects of three continents are in three databases of PostgreSQL. */
@DisplayName("Objects over three databases")
class ShardingTest {
    private static final List<String> CONTINENTS = List.of("europe", "asia", "africa");
    private static final Map<String, Engine> ENGINES = new LinkedHashMap<>();

    private final Map<String, StatementRecorder> recorders = new LinkedHashMap<>();
    private Registry registry;
    private Sharding sharding;
    private SessionFactory sessions;
    private Session session;

    @BeforeAll
    static void makeDatabases() throws SQLException {
        String url = TestDatabases.POSTGRESQL.newUrl();
        for (String continent : CONTINENTS) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + continent + " template template0 lc_collate 'C' lc_ctype 'C'");
            }
            String own =
                    url.replaceFirst("/postgres\\?", "/" + continent + "?").replaceFirst("&currentSchema=\\w+", "");
            ENGINES.put(continent, Engine.create(own));
        }
    }

    @AfterAll
    static void closeDatabases() {
        ENGINES.values().forEach(Engine::close);
    }

    @BeforeEach
    void open() {
        registry = Registry.of(World.ALL);
        ENGINES.forEach((name, engine) -> {
            Schema.of(registry).createAll(engine);
            recorders.put(name, StatementRecorder.on(engine));
        });
        sharding = Sharding.over(ENGINES, (mapper, object) -> continentOf(object));
        use(sharding);
        session.addAll(List.of(
                new Country("ch", "europe").with(new City(1, "Bern", 140), new City(2, "Zug", 30)),
                new Country("jp", "asia").with(new City(3, "Kyoto", 1_400), new City(4, "Nara", null)),
                new Country("ke", "africa").with(new City(1, "Nairobi", 4_400))));
        session.commit();
        session.close();
        clear();
    }

    private void use(Sharding used) {
        if (session != null) {
            session.close();
        }
        sessions = used.open(registry);
        session = sessions.open();
    }

    private void clear() {
        recorders.values().forEach(StatementRecorder::clear);
    }

    @AfterEach
    void close() {
        session.close();
        recorders.values().forEach(StatementRecorder::close);
        ENGINES.values().forEach(ShardingTest::clear);
        registry.dispose();
    }

    private static void clear(Engine engine) {
        StoreTransaction transaction = engine.begin();
        DSLContext jooq = transaction.connection().unwrap(DSLContext.class);
        jooq.execute("drop schema public cascade");
        jooq.execute("create schema public");
        transaction.commit();
        transaction.close();
    }

    private static String continentOf(Object object) {
        return object instanceof City city
                ? Objects.requireNonNull(city.country).continent
                : ((Country) object).continent;
    }

    private int sent(String continent) {
        return recorders.get(continent).count();
    }

    private static List<String> names(List<City> cities) {
        return cities.stream().map(city -> city.name).toList();
    }

    private City city(String continent, int id) {
        return Objects.requireNonNull(session.byKey(City.class)
                .option(ExecutionOption.IDENTITY_TOKEN, continent)
                .get(id));
    }

    // ---- writing ----

    @Test
    @Tag("S-57")
    void areWrittenByOneFlushEachWhereItBelongs() {
        Country swiss = session.getOne(Country.class, "ch");
        Country japan = session.getOne(Country.class, "jp");
        City basel = new City(9, "Basel", 170);
        City osaka = new City(9, "Osaka", 2_700);
        assertThat(swiss.cities.size() + japan.cities.size()).isEqualTo(4);
        swiss.cities.add(basel);
        japan.cities.add(osaka);
        clear();

        session.flush();

        recorders.get("europe").assertStatements("INSERT city");
        recorders.get("asia").assertStatements("INSERT city");
        recorders.get("africa").assertNone();
        assertThat(Instance.of(basel).key().token()).isEqualTo("europe");
        assertThat(session.contains(osaka)).isTrue();
    }

    @Test
    void areRolledBackEverywhere() {
        session.query(City.class).list().forEach(city -> city.kind = "gone");
        session.flush();

        session.rollback();

        assertThat(session.query(City.class).where(KIND.eq("gone")).count()).isZero();
    }

    // ---- by key ----

    @Test
    @Tag("G-1")
    void areFoundByTheirKeysInTheFirstShardThatHasThem() {
        assertThat(session.getOne(City.class, 3).name).isEqualTo("Kyoto");
        assertThat(session.getOne(City.class, 1).name).isEqualTo("Bern");
        assertThat(session.get(City.class, 77)).isNull();

        assertThat(city("africa", 1).name).isEqualTo("Nairobi");
    }

    @Test
    void areLookedForInTheNamedOrder() {
        use(sharding.keys((mapper, key) -> key.part(0).equals(1) ? List.of("africa", "europe") : List.of("asia")));

        assertThat(session.getOne(City.class, 1).name).isEqualTo("Nairobi");
        assertThat(session.get(City.class, 2)).isNull();

        assertThat(sent("europe")).isZero();
    }

    @Test
    void areTakenFromMemoryWhateverShardComesFirst() {
        City nairobi = city("africa", 1);
        clear();

        assertThat(session.get(City.class, 1)).isSameAs(nairobi);

        assertThat(CONTINENTS)
                .allSatisfy(continent -> assertThat(sent(continent)).isZero());
    }

    @Test
    void tellWhichShardAKeyIsSoughtIn() {
        List<String> sought = new ArrayList<>();
        Events.on(sessions).doOrmExecute(state -> sought.add(String.valueOf(((SelectState) state).identityKey())));

        session.get(City.class, 3);

        assertThat(sought).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void areFoundByTheirKeysWithOptions() {
        Country japan = Objects.requireNonNull(
                session.byKey(Country.class).load(LoadStrategy.JOINED, CITIES).get("jp"));

        assertThat(names(japan.cities)).containsExactly("Kyoto", "Nara");
        assertThat(sent("africa")).isZero();
    }

    @Test
    void areMergedIntoTheShardThatHasThem() {
        City kyoto = session.merge(new City(3, "Kioto", 1_400));

        session.flush();

        assertThat(Instance.of(kyoto).key().token()).isEqualTo("asia");
        recorders.get("asia").assertStatements("SELECT city", "UPDATE city");
    }

    @Test
    void bringWhatHangsOnThemFromTheirShard() {
        City nairobi = city("africa", 1);
        clear();

        assertThat(Objects.requireNonNull(nairobi.country).cities).containsExactly(nairobi);

        assertThat(sent("africa")).isEqualTo(2);
        assertThat(sent("europe") + sent("asia")).isZero();
    }

    // ---- queries ----

    @Nested
    @DisplayName("and asked for by a query")
    class Queried {
        @Test
        void comeFromAllShards() {
            assertThat(names(session.query(City.class).list()))
                    .containsExactlyInAnyOrder("Bern", "Zug", "Kyoto", "Nara", "Nairobi");
        }

        @Test
        void comeFromTheShardsThatTheStatementIsSentTo() {
            use(sharding.statements(statement ->
                    statement.options().get(ExecutionOption.POPULATE_EXISTING) == null ? CONTINENTS : List.of("asia")));

            assertThat(names(session.query(City.class)
                            .option(ExecutionOption.POPULATE_EXISTING, true)
                            .list()))
                    .containsExactly("Kyoto", "Nara");
        }

        @Test
        void comeFromTheShardThatTheQueryNames() {
            assertThat(names(session.query(City.class)
                            .option(ExecutionOption.IDENTITY_TOKEN, "africa")
                            .list()))
                    .containsExactly("Nairobi");
            assertThat(sent("asia")).isZero();
        }

        @Test
        void comeInOrderWithNullsWhereTheDatabaseHasThem() {
            assertThat(names(session.query(City.class)
                            .orderBy(PEOPLE.desc(), NAME)
                            .list()))
                    .containsExactly("Nara", "Nairobi", "Kyoto", "Bern", "Zug");
            assertThat(names(session.query(City.class).orderBy(PEOPLE).list()))
                    .containsExactly("Zug", "Bern", "Kyoto", "Nairobi", "Nara");
            assertThat(names(session.query(City.class)
                            .orderBy(PEOPLE.asc().nullsFirst())
                            .list()))
                    .containsExactly("Nara", "Zug", "Bern", "Kyoto", "Nairobi");
            assertThat(names(session.query(City.class)
                            .orderBy(DSL.length(NAME), NAME.desc())
                            .list()))
                    .containsExactly("Zug", "Nara", "Bern", "Kyoto", "Nairobi");
        }

        @Test
        void comeWithinTheLimitOfAllShardsTogether() {
            assertThat(names(session.query(City.class).orderBy(NAME).limit(2).list()))
                    .containsExactly("Bern", "Kyoto");
            assertThat(names(session.query(City.class)
                            .orderBy(NAME)
                            .offset(1)
                            .limit(3)
                            .list()))
                    .containsExactly("Kyoto", "Nairobi", "Nara");
            assertThat(names(session.query(City.class).orderBy(NAME).offset(4).list()))
                    .containsExactly("Zug");
            assertThat(session.query(City.class).orderBy(NAME.desc()).first().map(city -> city.name))
                    .contains("Zug");
        }

        @ParameterizedTest
        @EnumSource(names = {"JOINED", "SELECTIN", "SUBQUERY", "SELECT"})
        void bringTheirCollections(LoadStrategy strategy) {
            List<Country> countries = session.query(Country.class)
                    .load(strategy, CITIES)
                    .orderBy(dev.grapnel.sql.attribute.ColumnAttribute.of(Country.class, "code", String.class)
                            .desc())
                    .limit(2)
                    .list();

            assertThat(countries).extracting(country -> country.code).containsExactly("ke", "jp");
            assertThat(names(countries.get(0).cities)).containsExactly("Nairobi");
            assertThat(names(countries.get(1).cities)).containsExactly("Kyoto", "Nara");
        }

        @Test
        void areCounted() {
            assertThat(session.query(City.class).count()).isEqualTo(5);
            assertThat(session.query(City.class).limit(4).count()).isEqualTo(4);
            assertThat(session.query(City.class).offset(4).count()).isOne();
            assertThat(session.query(City.class).where(PEOPLE.gt(1_000)).count())
                    .isEqualTo(2);
            assertThat(session.legacyQuery(City.class).count()).isEqualTo(5);
            assertThat(session.query(City.class).where(NAME.eq("Nara")).exists())
                    .isTrue();
            assertThat(session.query(City.class).where(NAME.eq("Rome")).exists())
                    .isFalse();
        }

        @Test
        void giveValuesInOrder() {
            assertThat(session.query(City.class)
                            .orderBy(PEOPLE.desc().nullsLast())
                            .limit(3)
                            .values(NAME))
                    .containsExactly("Nairobi", "Kyoto", "Bern");
            assertThat(session.query(City.class).distinct().values(KIND)).containsExactly("town");
        }

        @Test
        void giveObjectsSideBySide() {
            Aliased<Country> country = Aliased.of(Country.class, "c");

            List<Record> rows = session.query(City.class)
                    .join(COUNTRY, country)
                    .orderBy(NAME)
                    .limit(2)
                    .select(NAME, country)
                    .list();

            assertThat(rows).extracting(row -> row.get(NAME)).containsExactly("Bern", "Kyoto");
            assertThat(rows).extracting(row -> row.get(country).code).containsExactly("ch", "jp");
        }

        @Test
        void haveTheirGroupsPutTogether() {
            List<Record> rows = session.query(City.class)
                    .groupBy(KIND)
                    .select(KIND, DSL.count(), DSL.sum(PEOPLE), DSL.min(PEOPLE), DSL.max(NAME))
                    .list();

            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).intoList().toString()).isEqualTo("[town, 5, 5970, 30, Zug]");
        }

        @Test
        void areChosenBySubqueriesOfEachShard() {
            assertThat(names(session.query(City.class)
                            .where(NAME.in(session.query(City.class)
                                    .where(PEOPLE.gt(1_000))
                                    .subquery(NAME)))
                            .orderBy(NAME)
                            .list()))
                    .containsExactly("Kyoto", "Nairobi");
        }

        @Test
        void areStreamed() {
            try (Stream<City> all = session.query(City.class).stream(1)) {
                assertThat(all.map(city -> city.name))
                        .containsExactlyInAnyOrder("Bern", "Zug", "Kyoto", "Nara", "Nairobi");
            }
        }

        @Test
        void comeBySqlOfTheProgram() {
            assertThat(names(session.query(City.class)
                            .fromSql("select * from \"City\" where \"people\" > ?", 100)
                            .list()))
                    .containsExactly("Bern", "Kyoto", "Nairobi");
        }

        @Test
        void obeyListenersOnceForAllAndOnceForEachShard() {
            List<String> told = new ArrayList<>();
            Events.on(sessions).doOrmExecute(state -> {
                told.add(String.valueOf(state.options().get(ExecutionOption.IDENTITY_TOKEN)));
                ((SelectState) state)
                        .addCriterion(City.class, city -> NAME.inTable(city).ne("Zug"));
            });

            assertThat(names(session.query(City.class).orderBy(NAME).list()))
                    .containsExactly("Bern", "Kyoto", "Nairobi", "Nara");
            assertThat(told).containsExactlyElementsOf(CONTINENTS);
        }

        @Test
        void areRefusedWhatCannotBeMerged() {
            String what = " in several databases: no result can be made of those that each of them gives for City. ";
            assertThatThrownBy(() ->
                            session.query(City.class).select(DSL.avg(PEOPLE)).list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Cannot group rows, or compute over them," + what);
            assertThatThrownBy(() ->
                            session.query(City.class).values(DSL.sum(PEOPLE).plus(1)))
                    .hasMessageContaining("Cannot group rows, or compute over them," + what);
            assertThatThrownBy(() -> session.query(City.class).orderBy(NAME).page(2))
                    .hasMessageContaining("Cannot read pages" + what + "Ask one database, or use limit and offset.");
            assertThatThrownBy(() -> session.query(City.class).orderBy(NAME).stream())
                    .hasMessageContaining("Cannot stream objects in order or within a range" + what);
            assertThatThrownBy(() -> session.query(City.class).offset(1).exists())
                    .hasMessageContaining("Cannot ask whether there is an object behind an offset" + what);
        }

        @Test
        void needAShard() {
            use(sharding.statements(statement -> List.of()));

            assertThatThrownBy(() -> session.query(City.class).list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Cannot send a statement of kind SELECT for City to a shard: the function for"
                            + " statements names no shard. Name at least one of [europe, asia, africa], or say it with"
                            + " option(ExecutionOption.IDENTITY_TOKEN, …).");
        }
    }

    // ---- set-based statements ----

    @Test
    void areUpdatedByStatementInEachShard() {
        City bern = session.getOne(City.class, 1);

        int rows = session.update(City.class)
                .set(KIND, "city")
                .where(PEOPLE.gt(100))
                .execute();

        assertThat(rows).isEqualTo(3);
        assertThat(bern.kind).isEqualTo("city");
        assertThat(session.query(City.class).where(KIND.eq("city")).count()).isEqualTo(3);
    }

    @Test
    void areDeletedByStatementInEachShard() {
        City zug = session.getOne(City.class, 2);

        List<City> gone = session.deleteFrom(City.class).where(PEOPLE.lt(200)).executeReturning();

        assertThat(names(gone)).containsExactlyInAnyOrder("Bern", "Zug");
        assertThat(Instance.of(zug).lifecycle()).isEqualTo(LifecycleState.DELETED);
        assertThat(session.query(City.class).count()).isEqualTo(3);
    }

    @Test
    void areInsertedByStatementWhereTheirRowsBelong() {
        List<Map<String, Object>> rows = List.of(
                Map.of("id", 21, "name", "Lagos"), Map.of("id", 22, "name", "Rome"), Map.of("id", 23, "name", "Accra"));
        assertThatThrownBy(() -> session.insertInto(City.class).values(rows).execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot send a statement of kind INSERT for City to a shard: nothing says where its rows"
                                + " belong. Say it with Sharding.rows().");
        use(sharding.rows((mapper, row) -> row.get("id").equals(22) ? "europe" : "africa"));

        List<City> made = session.insertInto(City.class).values(rows).executeReturning();

        assertThat(names(made)).containsExactly("Lagos", "Rome", "Accra");
        assertThat(made)
                .extracting(city -> Instance.of(city).key().token())
                .containsExactly("africa", "europe", "africa");
        assertThat(session.insertInto(City.class)
                        .values(List.of(Map.of("id", 31), Map.of("id", 32)))
                        .execute())
                .isEqualTo(2);
    }
}
