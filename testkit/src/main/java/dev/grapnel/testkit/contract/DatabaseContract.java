package dev.grapnel.testkit.contract;

import dev.grapnel.sql.connection.Engine;
import org.junit.jupiter.api.Nested;

/**
 * What every database has to do under Grapnel. Extend it to see whether one does.
 *
 * <pre>{@code
 * class OracleContractTest extends DatabaseContract {
 *     @Override
 *     protected Engine openEngine() {
 *         return Engine.create("jdbc:oracle:…", "scott", "tiger");
 *     }
 * }
 * }</pre>
 *
 * <p>Its tables begin with {@code contract_}; they are made for each test and dropped afterwards, and nothing else in the database is
 * touched. Its entity classes are enhanced by the contract itself.
 */
public abstract class DatabaseContract {

    /** For subclasses. */
    protected DatabaseContract() {}

    /**
     * Connects to the database; called before each test.
     *
     * @return an engine, which the contract closes after the test
     */
    protected abstract Engine openEngine();

    @Nested
    final class Rows extends StoreContract {
        @Override
        protected Engine openEngine() {
            return DatabaseContract.this.openEngine();
        }
    }
}
