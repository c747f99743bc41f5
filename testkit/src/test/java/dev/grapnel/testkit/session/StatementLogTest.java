package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Library.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of statements; {@code FINE} is its debug level, {@code FINEST} its trace. */
class StatementLogTest {
    private static final Logger LOG =
            Logger.getLogger("dev.grapnel.sql.statement"); // held: loggers are collected otherwise

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            lines.add(new SimpleFormatter().formatMessage(logged));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    private final Registry registry = Registry.of(Library.ALL);

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.FINE);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
        LOG.setLevel(null);
        registry.dispose();
    }

    private void addTo(Engine engine, String... names) {
        try (engine) {
            Schema.of(registry).createAll(engine);
            lines.clear();
            try (Session session = SessionFactory.of(engine, registry).open()) {
                List.of(names).forEach(name -> session.add(new Author(name)));
                session.flush();
                session.query(Author.class).list();
            }
        }
    }

    @Test
    void parametersAreHidden() {
        addTo(TestDatabases.H2.open(), "Ada");

        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .matches("\\[insert into .*] with 2 parameters \\(hidden\\): 1 row, \\d+\\.\\d{3} ms"))
                .noneMatch(line -> line.contains("Ada"));
    }

    @Test
    void aQueryIsLoggedWithItsRows() {
        addTo(TestDatabases.H2.open(), "Ada", "Bob");

        assertThat(lines).last().asString().matches("\\[select .*] with no parameters: 2 rows, \\d+\\.\\d{3} ms");
    }

    @Test
    void parametersAreShownIfTheSettingsAllowIt() {
        addTo(TestDatabases.H2.open(EngineSettings.DEFAULT.showingParameters()), "Ada");

        assertThat(lines).anyMatch(line -> line.contains("with parameters [Ada, null]: 1 row"));
    }

    @Test
    void aFailureIsLoggedWithoutTheMessageThatQuotesParameters() {
        assertThatThrownBy(() -> addTo(TestDatabases.H2.open(), "Ada", "Ada")).isInstanceOf(IntegrityException.class);

        assertThat(lines)
                .anyMatch(line -> line.contains("failed with SQLState 23505 after "))
                .noneMatch(line -> line.contains("Ada"));
    }

    @Test
    void atLevelTraceALineStandsBeforeTheStatementIsSent() {
        LOG.setLevel(Level.FINEST);

        addTo(TestDatabases.H2.open(), "Ada");

        assertThat(lines).first().asString().matches("sending \\[insert into .*] with 2 parameters \\(hidden\\)");
    }

    @Test
    void nothingIsLoggedAboveDebug() {
        LOG.setLevel(Level.INFO);

        addTo(TestDatabases.H2.open(), "Ada");

        assertThat(lines).isEmpty();
    }
}
