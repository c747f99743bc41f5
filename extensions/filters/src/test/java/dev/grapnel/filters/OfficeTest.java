package dev.grapnel.filters;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.LeakCheck;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of an office in an empty database of each kind, and one open session. */
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TestDatabases.class,
        names = {"H2", "SQLITE_MEMORY", "POSTGRESQL"})
abstract class OfficeTest {
    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    @Parameter
    TestDatabases database;

    Engine engine;
    Registry registry;
    SessionFactory sessions;
    Session session;
    StatementRecorder statements;

    @BeforeEach
    void openOffice() {
        engine = leaks.watch(database.open());
        registry = Registry.of(classes());
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
        statements = StatementRecorder.on(engine);
    }

    @AfterEach
    void closeOffice() {
        statements.close();
        session.close();
        registry.dispose();
        engine.close();
    }

    Class<?>[] classes() {
        return Office.ALL;
    }

    /** How many rows there really are. */
    int rows(String table) {
        return session.connection().unwrap(DSLContext.class).fetchCount(DSL.table(DSL.name(table)));
    }
}
