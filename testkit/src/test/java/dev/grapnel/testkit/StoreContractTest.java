package dev.grapnel.testkit;

import dev.grapnel.sql.connection.Engine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The contract of stores holds on")
class StoreContractTest {

    @Nested
    class H2 extends StoreContract {
        @Override
        protected Engine openEngine() {
            return TestDatabases.H2.open();
        }
    }

    @Nested
    class SqliteInMemory extends StoreContract {
        @Override
        protected Engine openEngine() {
            return TestDatabases.SQLITE_MEMORY.open();
        }
    }

    @Nested
    class SqliteInAFile extends StoreContract {
        @Override
        protected Engine openEngine() {
            return TestDatabases.SQLITE_FILE.open();
        }
    }

    @Nested
    class PostgreSql extends StoreContract {
        @Override
        protected Engine openEngine() {
            return TestDatabases.POSTGRESQL.open();
        }
    }
}
