package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Chronicle.Scribe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a writing process again and again, each time a random while after its first commit, and looks at what is in the database. Takes a few
 * minutes, so it runs with {@code -Pfull} only. {@code -Dgrapnel.seed=…} repeats a run.
 */
@EnabledIfSystemProperty(named = "grapnel.full", matches = "true")
@DisplayName("After a crash")
class CrashTest {
    private static final int KILLS = Integer.getInteger("grapnel.kills", 110);
    /** As many as there are processors to start them on. */
    private static final int AHEAD = 2;

    private static final int LONGEST_RUN_MILLIS = 150;
    private static final long MOST_WAIT_MILLIS = 30_000;

    private static final String HALF_ENTRIES =
            "select count(*) from chronicle_entry e where e.total <> (select count(*) from chronicle_line l where l.entry_serial = e.serial)";
    private static final String WRONG_COUNTS =
            "select count(*) from scribe s where s.written <> (select count(*) from chronicle_entry e where e.scribe_id = s.id)";

    private final long seed = Long.getLong("grapnel.seed", System.nanoTime());
    private final Random random = new Random(seed);
    /** What the present process has acknowledged, and what all before it have. */
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();

    private String url;
    private int scribes;

    @ParameterizedTest
    @EnumSource(
            value = TestDatabases.class,
            names = {"POSTGRESQL", "SQLITE_FILE"})
    void noAcknowledgedCommitIsLostAndNoneIsHalfWritten(TestDatabases database) throws Exception {
        boolean server = database == TestDatabases.POSTGRESQL;
        url = database.newUrl() + (server ? "&ApplicationName=chronicle" : "");
        scribes = server ? 3 : 1; // SQLite has one writer at a time
        createChronicle();

        Deque<ChronicleProcess> ready = new ArrayDeque<>();
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                while (ready.size() <= Math.min(AHEAD, KILLS - kill)) {
                    ready.add(ChronicleProcess.start(url, scribes, acknowledged));
                }
                runAndKill(ready.remove());
                if (server) {
                    awaitEndOfServerProcesses();
                }
                assertWhole("seed " + seed + ", kill " + kill);
            }
        } finally {
            for (ChronicleProcess process : ready) {
                process.kill();
            }
        }

        System.out.println(KILLS + " kills on " + database + ", " + acknowledged.size() + " commits acknowledged");
    }

    private void createChronicle() {
        Registry registry = Registry.of(Chronicle.ALL);
        try (Engine engine = Engine.create(url)) {
            Schema.of(registry).createAll(engine);
            SessionFactory.of(engine, registry).inTransaction(session -> {
                for (int id = 1; id <= scribes; id++) {
                    session.add(new Scribe(id));
                }
            });
        } finally {
            registry.dispose();
        }
    }

    private void runAndKill(ChronicleProcess process) throws IOException, InterruptedException {
        process.begin();
        Thread.sleep(random.nextInt(LONGEST_RUN_MILLIS));
        process.kill();
    }

    /** The server goes on with what it was told last; until it is through, the next process would be in its way. */
    private void awaitEndOfServerProcesses() throws SQLException, InterruptedException {
        long end = System.currentTimeMillis() + MOST_WAIT_MILLIS;
        String others =
                "select count(*) from pg_stat_activity where application_name = 'chronicle' and pid <> pg_backend_pid()";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            while (number(statement, others) > 0 && System.currentTimeMillis() < end) {
                Thread.sleep(5);
            }
        }
    }

    private void assertWhole(String when) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, HALF_ENTRIES))
                    .as("half entries, %s", when)
                    .isZero();
            assertThat(number(statement, WRONG_COUNTS))
                    .as("wrong counts, %s", when)
                    .isZero();
            assertThat(serials(statement)).as("acknowledged commits, %s", when).containsAll(List.copyOf(acknowledged));
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Set<Long> serials(Statement statement) throws SQLException {
        Set<Long> serials = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("select serial from chronicle_entry")) {
            while (rows.next()) {
                serials.add(rows.getLong(1));
            }
        }
        return serials;
    }
}
