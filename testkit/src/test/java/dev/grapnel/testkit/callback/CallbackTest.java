package dev.grapnel.testkit.callback;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.LeakCheck;
import dev.grapnel.testkit.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An empty database of H2, one open session, and no call so far. */
abstract class CallbackTest {
    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    private final Class<?>[] entities;
    Engine engine;
    Registry registry;
    SessionFactory sessions;
    Session session;

    CallbackTest(Class<?>... entities) {
        this.entities = entities;
    }

    @BeforeEach
    void open() {
        engine = leaks.watch(TestDatabases.H2.open());
        registry = Registry.of(entities);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
        Calls.take();
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    /** Something that is in the database, and no call so far. */
    void given(Object... objects) {
        sessions.inTransaction(other -> other.addAll(java.util.List.of(objects)));
        Calls.take();
    }
}
