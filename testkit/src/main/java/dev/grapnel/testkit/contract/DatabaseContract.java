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

    @Nested
    final class Values extends ValuesContract {
        @Override
        protected Engine openEngine() {
            return DatabaseContract.this.openEngine();
        }
    }

    @Nested
    final class Keys extends KeysContract {
        @Override
        protected Engine openEngine() {
            return DatabaseContract.this.openEngine();
        }
    }

    @Nested
    final class Sequences extends SequencesContract {
        @Override
        protected Engine openEngine() {
            return DatabaseContract.this.openEngine();
        }
    }

    @Nested
    final class Inheritance extends InheritanceContract {
        @Override
        protected Engine openEngine() {
            return DatabaseContract.this.openEngine();
        }
    }

    @Nested
    final class Schemas extends SchemaContract {
        @Override
        protected Engine openEngine() {
            return DatabaseContract.this.openEngine();
        }
    }

    @Nested
    final class Statements extends StatementsContract {
        @Override
        protected Engine openEngine() {
            return DatabaseContract.this.openEngine();
        }
    }
}
