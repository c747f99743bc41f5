package dev.grapnel.testkit.contract;

import dev.grapnel.enhancer.Enhancer;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.LeakCheck;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A part of the contract with databases: for each test it makes the tables of some entity classes and drops them afterwards; nothing else
 * in the database is touched. Extend {@link DatabaseContract} for all parts, or one of its parts.
 */
// JUnit asks for the methods of a contract before anything of it runs, and the JVM then loads the classes in their
// signatures, those of lambdas included. The entity classes must not be loaded before they are enhanced, so no method,
// no lambda and no field of a contract has one as a parameter or a type.
public abstract class ContractCase {
    /** Fails a test of the contract that leaves a transaction open. */
    @RegisterExtension
    protected final LeakCheck leaks = new LeakCheck();

    private @Nullable Engine engine;
    private @Nullable Registry registry;
    private @Nullable SessionFactory sessions;

    /** For the parts of the contract. */
    ContractCase() {}

    /**
     * Connects to the database; called before each test.
     *
     * @return an engine, which the contract closes after the test
     */
    protected abstract Engine openEngine();

    /** The classes whose tables a part needs. */
    abstract Class<?>[] entities();

    @BeforeAll
    static void enhanceEntities() {
        Enhancer.install("dev.grapnel.testkit.contract");
    }

    @BeforeEach
    final void makeTables() {
        engine = leaks.watch(openEngine());
        registry = Registry.of(entities());
        sessions = SessionFactory.of(engine, registry);
        schema().dropAll(engine);
        createTables(engine);
    }

    /** Makes the tables, which are not there. */
    void createTables(Engine engine) {
        schema().createAll(engine);
    }

    @AfterEach
    final void dropTables() {
        if (registry != null && engine != null) {
            schema().dropAll(engine);
        }
        if (registry != null) {
            registry.dispose();
        }
        if (engine != null) {
            engine.close();
        }
    }

    final Session open() {
        return Objects.requireNonNull(sessions).open();
    }

    final Engine engine() {
        return Objects.requireNonNull(engine);
    }

    final Schema schema() {
        return Schema.of(Objects.requireNonNull(registry));
    }
}
