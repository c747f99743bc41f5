package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.session.Instance;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Relationships that are asked for right after their owners, in results of one class and of several. */
@EveryDatabase
@DisplayName("Immediate loading on")
class ImmediateLoadTest extends FirmTest {
    private static final LoadOptions COMPANY_AT_ONCE = LoadOptions.NONE.load(LoadStrategy.IMMEDIATE, "company");

    private List<Worker> allWorkers(LoadOptions options) {
        return workers().options(options).orderBy(WORKER_NAME).list();
    }

    private static boolean hasCompany(Worker worker) {
        return !Instance.of(worker).unloaded().contains("company");
    }

    @Test
    void bringsTheReferencesOfObjectsOfOneClass() {
        List<Smith> smiths = session.query(Smith.class)
                .options(COMPANY_AT_ONCE)
                .orderBy(METAL)
                .list();

        assertThat(smiths).hasSize(3).allMatch(ImmediateLoadTest::hasCompany);
        statements.assertStatements("SELECT worker", "SELECT company", "SELECT company");
    }

    @Test
    void leavesReferencesAmongObjectsOfSeveralClassesToTheirFirstRead() {
        List<Worker> all = allWorkers(COMPANY_AT_ONCE);

        assertThat(all).hasSize(4).noneMatch(ImmediateLoadTest::hasCompany);
        statements.assertStatements("SELECT worker");
        assertThat(all.get(0).company.name).isEqualTo("Anvil");
    }

    @Test
    void findsReferencesAmongObjectsOfSeveralClassesInMemory() {
        companies().list();
        statements.clear();

        assertThat(allWorkers(COMPANY_AT_ONCE)).hasSize(4).allMatch(ImmediateLoadTest::hasCompany);
        statements.assertStatements("SELECT worker");
    }

    @Test
    void bringsCollectionsOfObjectsOfSeveralClasses() {
        allWorkers(LoadOptions.NONE.load(LoadStrategy.IMMEDIATE, "machines"));

        statements.assertStatements(
                "SELECT worker", "SELECT machine", "SELECT machine", "SELECT machine", "SELECT machine");
    }
}
