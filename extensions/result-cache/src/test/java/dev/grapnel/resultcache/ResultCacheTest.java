package dev.grapnel.resultcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.resultcache.Atlas.City;
import dev.grapnel.resultcache.Atlas.Country;
import dev.grapnel.resultcache.Atlas.Currency;
import dev.grapnel.resultcache.Atlas.Kingdom;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.LeakCheck;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TestDatabases.class,
        names = {"H2", "SQLITE_MEMORY", "POSTGRESQL"})
class ResultCacheTest {
    private static final CachedQuery ALL_COUNTRIES = CachedQuery.named("all countries");

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    @Parameter
    TestDatabases database;

    private final CacheManager manager = Caching.getCachingProvider().getCacheManager();
    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;
    private ResultCache cache;
    private Subscription subscription;
    private StatementRecorder statements;

    @BeforeEach
    void open() {
        engine = leaks.watch(database.open());
        registry = Registry.of(Atlas.ALL);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        // By value, which is the default: whatever is kept has to survive serialisation.
        cache = ResultCache.of(
                manager.createCache("grapnel", new MutableConfiguration<>()), Country.class, Currency.class);
        subscription = cache.on(sessions);
        Currency franc = new Currency("CHF");
        Country swiss = new Country("ch", "Switzerland", franc);
        swiss.since = LocalDate.of(1848, 9, 12);
        swiss.cities.add(new City("Bern"));
        sessions.inTransaction(
                session -> session.addAll(List.of(swiss, new Kingdom("no", "Norway", new Currency("NOK"), "Harald"))));
        statements = StatementRecorder.on(engine);
    }

    @AfterEach
    void close() {
        statements.close();
        registry.dispose();
        engine.close();
        manager.destroyCache("grapnel");
    }

    private <R> R in(Function<Session, R> work) {
        try (Session session = sessions.open()) {
            return work.apply(session);
        }
    }

    private boolean isFound(Class<?> type, Object key) {
        return in(session -> session.get(type, key) != null);
    }

    private String name(String code) {
        return in(session -> session.getOne(Country.class, code).name);
    }

    private List<String> names(CachedQuery query) {
        return in(session ->
                session.query(Country.class).orderBy(Atlas.CODE).option(ResultCache.QUERY, query).list().stream()
                        .map(country -> country.name)
                        .toList());
    }

    // ---- objects ----

    @Test
    void anObjectIsLoadedOnceForAllSessions() {
        assertThat(name("ch")).isEqualTo("Switzerland");
        statements.clear();

        assertThat(name("ch")).isEqualTo("Switzerland");
        statements.assertNone();
        assertThat(cache.hits()).isEqualTo(1);
        assertThat(cache.misses()).isEqualTo(1);
    }

    @Test
    void sessionsDoNotShareObjects() {
        Country one = in(session -> session.getOne(Country.class, "ch"));
        Country other = in(session -> session.getOne(Country.class, "ch"));

        assertThat(other).isNotSameAs(one);
        assertThat(other.since).isEqualTo(LocalDate.of(1848, 9, 12));
    }

    @Test
    void anObjectFromTheCacheIsLikeOneThatWasLoaded() {
        name("ch");
        List<Object> loaded = new ArrayList<>();
        try (Subscription load = InstanceEvents.on(Country.class).load(event -> loaded.add(event.target()));
                Session session = sessions.open()) {
            Country swiss = session.getOne(Country.class, "ch");

            assertThat(loaded).containsExactly(swiss);
            assertThat(session.contains(swiss)).isTrue();
            assertThat(session.dirty()).isEmpty();
            swiss.name = "Suisse";
            session.commit();
        }

        assertThat(name("ch")).isEqualTo("Suisse");
    }

    @Test
    void relationshipsOfAnObjectFromTheCacheLoadWhenTheyAreRead() {
        name("ch");

        in(session -> {
            Country swiss = session.getOne(Country.class, "ch");
            assertThat(swiss.cities).extracting(city -> city.name).containsExactly("Bern");
            return assertThat(swiss.currency.code).isEqualTo("CHF");
        });
    }

    @Test
    void theFirstReadOfAReferenceIsAnswered() {
        in(session -> session.query(City.class).one().country.name);
        statements.clear();

        String name = in(session -> session.query(City.class).one().country.name);
        assertThat(name).isEqualTo("Switzerland");
        statements.assertStatements("SELECT city");
    }

    @Test
    void anObjectOfASubclassIsFoundByItsSuperclassAndNotByASibling() {
        in(session -> session.getOne(Country.class, "no").name);
        name("ch");
        statements.clear();

        assertThat(isFound(Kingdom.class, "no")).isTrue();
        assertThat(isFound(Kingdom.class, "ch")).isFalse();
        statements.assertNone();
    }

    @Test
    void classesThatAreNotNamedAreLoadedEachTime() {
        in(session -> session.get(City.class, 1));
        in(session -> session.get(City.class, 1));

        assertThat(statements.count()).isEqualTo(2);
    }

    @Test
    void overwritingPassesByTheCache() {
        name("ch");
        statements.clear();

        in(session -> session.byKey(Country.class).populateExisting().get("ch"));

        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void aLockedRowIsReadFromTheDatabase() {
        if (database == TestDatabases.SQLITE_MEMORY) {
            return; // no locks of rows
        }
        name("ch");
        statements.clear();

        in(session -> session.byKey(Country.class).forUpdate().get("ch"));

        assertThat(statements.count()).isPositive();
    }

    // ---- what is written ----

    @Test
    void aFlushedChangeIsSeenAfterTheCommit() {
        name("ch");
        sessions.inTransaction(session -> session.getOne(Country.class, "ch").name = "Suisse");

        assertThat(name("ch")).isEqualTo("Suisse");
    }

    @Test
    void aRolledBackChangeIsNotKept() {
        try (Session session = sessions.open()) {
            session.getOne(Country.class, "ch").name = "Nowhere";
            session.flush();
            session.rollback();
        }

        assertThat(name("ch")).isEqualTo("Switzerland");
    }

    @Test
    void aDeletedObjectIsNotFound() {
        name("no");
        sessions.inTransaction(session -> session.delete(session.getOne(Country.class, "no")));

        assertThat(isFound(Country.class, "no")).isFalse();
    }

    @Test
    void aStatementThatWritesManyRowsGivesUpTheWholeRegion() {
        name("ch");
        sessions.inTransaction(
                session -> session.update(Country.class).set(Atlas.NAME, "x").execute());

        assertThat(name("ch")).isEqualTo("x");
    }

    @Test
    void aWriterReadsWhatItHasWritten() {
        name("ch");
        in(session -> {
            session.getOne(Country.class, "ch").name = "Suisse";
            session.flush();
            session.expungeAll();
            return assertThat(session.getOne(Country.class, "ch").name).isEqualTo("Suisse");
        });
        assertThat(name("ch")).isEqualTo("Switzerland");
    }

    @Test
    void whatATransactionReadBeforeAnotherOneWroteIsNotKept() {
        if (database == TestDatabases.SQLITE_MEMORY) {
            return; // one transaction at a time
        }
        try (Session early = sessions.open()) {
            assertThat(early.query(City.class).list()).hasSize(1);
            sessions.inTransaction(session -> session.getOne(Country.class, "no").name = "Norge");
            assertThat(early.getOne(Country.class, "no").name).isEqualTo("Norge");
        }
        statements.clear();

        assertThat(name("no")).isEqualTo("Norge");
        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void whatAnotherOneWritesInTheVeryMomentOfKeepingIsNotCoveredByTheOldValue() {
        if (database == TestDatabases.SQLITE_MEMORY) {
            return; // one transaction at a time
        }
        subscription.close();
        Runnable write = () -> sessions.inTransaction(session -> session.getOne(Country.class, "no").name = "Norge");
        cache = ResultCache.of(whenFirstPutInto(manager.getCache("grapnel"), write), Country.class);
        subscription = cache.on(sessions);

        assertThat(name("no")).isEqualTo("Norway");
        assertThat(name("no")).isEqualTo("Norge");
    }

    /** The same cache, which does something before it puts its first entry. */
    @SuppressWarnings("unchecked") // a proxy of that very interface
    private static Cache<Object, Object> whenFirstPutInto(Cache<Object, Object> store, Runnable action) {
        Deque<Runnable> once = new ArrayDeque<>(List.of(action));
        return (Cache<Object, Object>) Proxy.newProxyInstance(
                Cache.class.getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && !once.isEmpty()) {
                        once.remove().run();
                    }
                    return method.invoke(store, arguments);
                });
    }

    // ---- queries ----

    @Test
    void aQueryThatAsksForItIsSentOnce() {
        assertThat(names(ALL_COUNTRIES)).containsExactly("Switzerland", "Norway");
        statements.clear();

        assertThat(names(ALL_COUNTRIES)).containsExactly("Switzerland", "Norway");
        statements.assertNone();
    }

    @Test
    void aQueryThatDoesNotAskForItIsSentEachTime() {
        names(ALL_COUNTRIES);
        statements.clear();

        int size = in(session -> session.query(Country.class).list().size());
        assertThat(size).isEqualTo(2);
        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void aQueryOfAnotherNameIsAnotherQuery() {
        names(ALL_COUNTRIES);
        statements.clear();

        names(CachedQuery.named("others"));

        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void aNewObjectAltersTheResult() {
        names(ALL_COUNTRIES);
        sessions.inTransaction(session -> session.add(new Country("at", "Austria", null)));

        assertThat(names(ALL_COUNTRIES)).containsExactly("Austria", "Switzerland", "Norway");
    }

    @Test
    void aChangeOfAnotherClassThatIsReadAltersTheResult() {
        CachedQuery withCurrency = CachedQuery.named("with currency").reading(Currency.class);
        names(withCurrency);
        sessions.inTransaction(session -> session.add(new Currency("EUR")));
        statements.clear();

        names(withCurrency);

        assertThat(statements.count()).isEqualTo(1);
    }

    @Test
    void anObjectInMemoryStaysWhatItIs() {
        names(ALL_COUNTRIES);
        in(session -> {
            Country swiss = session.getOne(Country.class, "ch");
            List<Country> all = session.query(Country.class)
                    .orderBy(Atlas.CODE)
                    .option(ResultCache.QUERY, ALL_COUNTRIES)
                    .list();
            return assertThat(all.get(0)).isSameAs(swiss);
        });
    }

    @Test
    void aResultIsNotTakenWhileTheSessionHasChanges() {
        names(ALL_COUNTRIES);
        in(session -> {
            session.add(new Country("at", "Austria", null));
            return assertThat(session.query(Country.class)
                            .option(ResultCache.QUERY, ALL_COUNTRIES)
                            .list())
                    .hasSize(3);
        });
    }

    @Test
    void aNumberIsNotKept() {
        long count = in(session -> session.query(Country.class)
                .option(ResultCache.QUERY, ALL_COUNTRIES)
                .count());

        assertThat(count).isEqualTo(2);
        assertThat(names(ALL_COUNTRIES)).hasSize(2);
    }

    @Test
    void aStatementWithAConditionOfAnotherListenerIsNotKept() {
        Events.on(sessions).doOrmExecute(statement -> {
            if (statement instanceof SelectState select) {
                select.addCriterion(Country.class, country -> DSL.falseCondition());
            }
        });

        assertThat(isFound(Country.class, "ch")).isFalse();
        assertThat(isFound(Country.class, "ch")).isFalse();
        assertThat(statements.count()).isEqualTo(2);
    }

    // ---- wrong input ----

    @Test
    void aClassThatIsNotMappedIsRefused() {
        ResultCache wrong = ResultCache.of(manager.getCache("grapnel"), String.class);

        assertThatThrownBy(() -> wrong.on(sessions))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot keep objects of java.lang.String: no class of the registry is one.");
    }

    @Test
    void aQueryThatReadsAClassThatIsNotFollowedIsRefused() {
        assertThatThrownBy(() -> names(CachedQuery.named("cities").reading(City.class)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot keep the result of a query that reads City: changes of that class are not"
                                + " followed. Name it in ResultCache.of().");
    }

    @Test
    void closingTheSubscriptionEndsIt() {
        name("ch");
        subscription.close();
        statements.clear();

        name("ch");

        assertThat(statements.count()).isEqualTo(1);
    }
}
