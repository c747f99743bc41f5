package dev.grapnel.testkit.domain;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A model on an empty database. */
public abstract class ModelTest {
    @Parameter
    TestDatabases database;

    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;
    /** What is sent to the database, except for creating the tables. */
    protected StatementRecorder statements;

    /** Where each model is tried. */
    static Stream<TestDatabases> databases() {
        return Stream.of(TestDatabases.H2, TestDatabases.POSTGRESQL);
    }

    /** Maps the classes of the model. */
    protected abstract Registry map();

    @BeforeEach
    void open() {
        engine = database.open();
        statements = StatementRecorder.on(engine);
        registry = map();
        Schema.of(registry).createAll(engine);
        statements.clear();
        sessions = SessionFactory.of(engine, registry);
    }

    @AfterEach
    void close() {
        statements.close();
        registry.dispose();
        engine.close();
    }

    /** Does something in a transaction of its own. */
    protected final <R> R inSession(Function<Session, R> work) {
        try (Session session = sessions.open()) {
            R result = work.apply(session);
            session.commit();
            return result;
        }
    }
}
