package dev.grapnel.testkit.session;

import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.EventRecorder;
import dev.grapnel.testkit.LeakCheck;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;

/** An empty database with the tables of some classes, one open session, and recorders that record nothing yet. */
abstract class DatabaseTest {
    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    @Parameter
    TestDatabases database;

    private final Class<?>[] entities;
    Engine engine;
    Registry registry;
    SessionFactory sessions;
    Session session;
    EventRecorder events;
    StatementRecorder statements;

    DatabaseTest(Class<?>... entities) {
        this.entities = entities;
    }

    @BeforeEach
    void open() {
        engine = leaks.watch(database.open());
        registry = Registry.of(entities);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
        events = EventRecorder.start();
        statements = StatementRecorder.on(engine);
    }

    @AfterEach
    void close() {
        events.close();
        statements.close();
        session.close();
        registry.dispose();
        engine.close();
    }

    /** Ends the session and begins another, with options of its own. */
    void reopen(SessionOptions options) {
        session.close();
        sessions = SessionFactory.of(engine, registry, options);
        session = sessions.open();
    }

    /** Does something in a session of its own and commits. */
    void elsewhere(Consumer<Session> work) {
        sessions.inTransaction(work);
    }

    /** As the first command of a test: something is there already. Gives its key. */
    <K> K given(Function<Session, ?> make, Function<Object, K> key) {
        try (Session first = sessions.open()) {
            Object made = make.apply(first);
            first.add(made);
            first.commit();
            return key.apply(made);
        }
    }

    /** The database, past the library, in the transaction of the session. */
    DSLContext direct() {
        return session.connection().unwrap(DSLContext.class);
    }

    int rows(String table) {
        return direct().fetchCount(org.jooq.impl.DSL.table(table));
    }

    static LifecycleState lifecycle(Object object) {
        return Instance.of(object).lifecycle();
    }
}
