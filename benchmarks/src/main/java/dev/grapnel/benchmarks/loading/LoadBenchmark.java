package dev.grapnel.benchmarks.loading;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.enhancer.Enhancer;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.TestDatabases;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Loads what is in the database, each time in a session, or by JDBC, in a transaction of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@NullUnmarked // what JMH sets up
public class LoadBenchmark {
    static {
        // Before the classes are loaded, which is when something is first done with them.
        Enhancer.install("dev.grapnel.benchmarks.loading");
    }

    private static final int PRODUCTS = 10_000;
    private static final int GRAPHS = 1_000;
    private static final int PURCHASES = 3;
    private static final int LINES = 4;

    /** The kind of database. */
    @Param({"H2", "POSTGRESQL"})
    public TestDatabases database;

    private Engine engine;
    private SessionFactory sessions;
    private HikariDataSource source;
    private ByHand byHand;
    private int key;

    /** Makes a database and fills it. */
    @Setup
    public void fill() {
        String url = url();
        engine = Engine.create(url);
        Registry registry = Registry.of(Product.class, Customer.class, Purchase.class, Line.class);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        sessions.inTransaction(session -> {
            for (int id = 1; id <= PRODUCTS; id++) {
                session.add(new Product(
                        id,
                        "product " + id,
                        "maker " + id % 100,
                        BigDecimal.valueOf(id, 2),
                        id % 1_000,
                        LocalDate.of(2020, 1, 1).plusDays(id % 2_000)));
            }
            for (int id = 1; id <= GRAPHS; id++) {
                session.add(graph(id));
            }
        });
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setAutoCommit(false);
        source = new HikariDataSource(config);
        byHand = new ByHand(source);
    }

    /** H2 would give the rows of the run before if a statement runs again and nothing was written: here each run is to read. */
    private String url() {
        String url = database.newUrl();
        return database == TestDatabases.H2 ? url + ";OPTIMIZE_REUSE_RESULTS=FALSE" : url;
    }

    private static Customer graph(int id) {
        Customer customer = new Customer(id, "customer " + id);
        for (int at = 0; at < PURCHASES; at++) {
            Purchase purchase = new Purchase(id * PURCHASES + at, customer, "number " + at);
            customer.purchases.add(purchase);
            for (int line = 0; line < LINES; line++) {
                purchase.lines.add(new Line(purchase.id * LINES + line, purchase, "line " + line, line));
            }
        }
        return customer;
    }

    /** Closes the database. */
    @TearDown
    public void close() {
        source.close();
        engine.close();
    }

    private int nextKey() {
        key = key % PRODUCTS + 1;
        return key;
    }

    // ---- JDBC ----

    /** Ten thousand rows. */
    @Benchmark
    public Object jdbcAll() throws SQLException {
        return checked(byHand.products(), PRODUCTS);
    }

    /** One row by its key. */
    @Benchmark
    public Object jdbcGet() throws SQLException {
        return byHand.product(nextKey());
    }

    /** A thousand graphs of 1, 3 and 12 objects, in one statement. */
    @Benchmark
    public Object jdbcJoined() throws SQLException {
        return checked(byHand.joined(), GRAPHS);
    }

    /** The same, in a statement for each level and 500 parents. */
    @Benchmark
    public Object jdbcSelectIn() throws SQLException {
        return checked(byHand.selectIn(), GRAPHS);
    }

    /** The same, in a statement for each level, without keys. */
    @Benchmark
    public Object jdbcLevels() throws SQLException {
        return checked(byHand.byLevels(), GRAPHS);
    }

    // ---- sessions ----

    /** Ten thousand managed objects. */
    @Benchmark
    public Object all() {
        try (Session session = sessions.open()) {
            return checked(session.query(Product.class).list(), PRODUCTS);
        }
    }

    /** One object by its key. */
    @Benchmark
    public Object get() {
        try (Session session = sessions.open()) {
            return session.get(Product.class, nextKey());
        }
    }

    /** A thousand graphs, joined. */
    @Benchmark
    public Object joined() {
        return graphs(LoadStrategy.JOINED);
    }

    /** A thousand graphs, by a statement for each level and 500 parents. */
    @Benchmark
    public Object selectIn() {
        return graphs(LoadStrategy.SELECTIN);
    }

    private Object graphs(LoadStrategy strategy) {
        LoadOptions options = LoadOptions.NONE.load(strategy, "purchases").load(strategy, "purchases", "lines");
        try (Session session = sessions.open()) {
            return checked(session.query(Customer.class).options(options).list(), GRAPHS);
        }
    }

    private static <T> List<T> checked(List<T> loaded, int count) {
        if (loaded.size() != count) {
            throw new IllegalStateException("loaded " + loaded.size() + " objects instead of " + count);
        }
        return loaded;
    }
}
