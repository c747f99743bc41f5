package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One session over an orchard that flushes only when asked to, and its rules. */
abstract class OrchardTest {
    private Engine engine;
    Registry registry;
    Session session;

    @BeforeEach
    void open() {
        engine = TestDatabases.H2.open();
        registry = Registry.of(Orchard.ALL);
        Schema.of(registry).createAll(engine);
        session = SessionFactory.of(engine, registry, SessionOptions.DEFAULT.withAutoflush(false))
                .open();
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    final DependencyRule rule(Class<?> type, String attribute) {
        return FlushRules.of(registry.require(type)).own().stream()
                .filter(rule -> rule.name().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    static InstanceState state(Object object) {
        return ClassManager.requireState(object);
    }
}
