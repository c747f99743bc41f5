package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.session.Instance;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries that bring the columns of subclasses in their own statement. */
@EveryDatabase
@DisplayName("Queries that join subclasses on")
class JoinedSubclassTest extends FirmTest {
    private static final LoadOptions SMITHS = LoadOptions.NONE.joinSubclasses(Smith.class);

    private static boolean isWhole(Worker worker) {
        return !Instance.of(worker).unloaded().contains("metal");
    }

    @Test
    @Tag("G-23")
    void bringTheirColumnsUnderAnotherNameAlongAJoinedRelationship() {
        List<Company> all = companies()
                .options(LoadOptions.NONE
                        .load(LoadStrategy.JOINED, "workers")
                        .along(WORKERS, workers -> workers.joinSubclasses(Smith.class)))
                .orderBy(COMPANY_NAME)
                .list();

        assertThat(all.get(0).workers)
                .hasSize(3)
                .filteredOn(Smith.class::isInstance)
                .hasSize(2)
                .allMatch(JoinedSubclassTest::isWhole)
                .extracting(worker -> ((Smith) worker).metal)
                .containsExactlyInAnyOrder("iron", "gold");
    }

    @Test
    void countAndLimitObjectsOfAllClasses() {
        assertThat(workers().options(SMITHS).count()).isEqualTo(4);
        assertThat(names(workers().options(SMITHS).limit(3))).containsExactly("Ada", "Bo", "Cy");
    }

    @Test
    void mayAskForColumnsOfTheSubclass() {
        assertThat(names(workers().options(SMITHS).where(METAL.eq("gold")))).containsExactly("Bo");
    }

    @Test
    void areRenderedOnce() {
        workers().options(SMITHS).list();
        long rendered = sessions.statements().misses() + sessions.statements().renderedOnce();

        workers().options(LoadOptions.NONE.joinSubclasses(Smith.class)).list();

        assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                .isEqualTo(rendered);
    }
}
