package dev.grapnel.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.contract.DatabaseContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The contract with databases holds on")
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.TestDatabases#chosen")
class DatabaseContractTest extends DatabaseContract {
    @Parameter
    TestDatabases database;

    @Override
    protected Engine openEngine() {
        try {
            return database.open();
        } catch (IllegalStateException cannotStart) {
            abortUnlessNamed(cannotStart);
            throw cannotStart;
        }
    }

    /** The programs of MariaDB are not there for every machine: who did not ask for that database need not have it. */
    private void abortUnlessNamed(IllegalStateException cannotStart) {
        if (database == TestDatabases.MARIADB && System.getProperty("grapnel.databases") == null) {
            abort("The contract is not run on MariaDB. " + cannotStart.getMessage());
        }
    }
}
