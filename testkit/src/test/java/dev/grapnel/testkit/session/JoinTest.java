package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Press;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries over several classes. */
@EveryDatabase
@DisplayName("Joins on")
class JoinTest extends FirmTest {

    @Test
    void conditionsAndOrderMayBeThoseOfAJoinedClass() {
        List<Worker> found = workers()
                .join(COMPANY)
                .where(COMPANY_NAME.ne("Cog"))
                .orderBy(COMPANY_NAME.desc(), WORKER_NAME)
                .list();

        assertThat(found).extracting(worker -> worker.name).containsExactly("Dee", "Ada", "Bo", "Cy");
    }

    @Test
    void objectsWithSeveralRowsAreGivenOnce() {
        Query<Company> joined = companies().join(WORKERS);

        assertThat(companies(joined)).containsExactly("Anvil", "Bolt");
        assertThat(joined.count()).isEqualTo(2);
        assertThat(joined.exists()).isTrue();
    }

    @Test
    void innerJoinLeavesOutAndOuterJoinKeeps() {
        assertThat(companies(companies().leftJoin(WORKERS).where(WORKER_ID.isNull())))
                .containsExactly("Cog");
        assertThat(companies(companies().leftJoin(WORKERS))).containsExactly("Anvil", "Bolt", "Cog");
    }

    @Test
    void limitOfJoinedRowsCountsRows() {
        Query<Company> first = companies().join(WORKERS).orderBy(WORKER_NAME).limit(3);

        assertThat(first.list()).hasSize(1);
        assertThat(first.count()).isOne();
    }

    @Test
    void limitWithAnEagerCollectionKeepsTheOrder() {
        List<Company> found = companies()
                .join(WORKERS)
                .load(LoadStrategy.JOINED, WORKERS)
                .orderBy(WORKER_NAME.desc())
                .limit(2)
                .list();

        assertThat(found).extracting(company -> company.name).containsExactly("Bolt", "Anvil");
        assertThat(found.get(1).workers).hasSize(3);
    }

    @Test
    void classIsJoinedToItselfUnderAnotherName() {
        Aliased<Worker> boss = Aliased.of(Worker.class, "boss");

        assertThat(names(workers().join(BOSS, boss).where(boss.get(WORKER_NAME).eq("Ada"))))
                .containsExactly("Bo", "Cy");
        assertThat(names(
                        workers().leftJoin(BOSS, boss).where(boss.get(WORKER_ID).isNull())))
                .containsExactly("Ada", "Dee");
    }

    @Test
    void joinGoesOnFromAJoinedClass() {
        Aliased<Worker> boss = Aliased.of(Worker.class, "boss");
        Aliased<Company> firm = Aliased.of(Company.class, "firm");

        assertThat(names(workers()
                        .join(BOSS, boss)
                        .join(boss.get(COMPANY), firm)
                        .join(boss.get(MACHINES))
                        .where(firm.get(COMPANY_NAME).eq("Anvil"), LABEL.eq("P1"))))
                .containsExactly("Bo", "Cy");
    }

    @Test
    void subclassesAreJoinedWithAllTheirTables() {
        assertThat(companies(companies().join(WORKERS.ofType(Smith.class)).where(METAL.eq("gold"))))
                .containsExactly("Anvil");
        Aliased<Smith> smith = Aliased.of(Smith.class, "s");
        assertThat(companies(companies()
                        .leftJoin(WORKERS, smith)
                        .where(smith.get(METAL).isNull())))
                .containsExactly("Cog");
    }

    @Test
    void subclassesInOneTableAreJoinedAlone() {
        assertThat(names(workers().join(MACHINES.ofType(Press.class)).where(TONS.gt(5))))
                .containsExactly("Ada");
        assertThat(names(workers().join(MACHINES.ofType(Press.class)))).containsExactly("Ada");
    }

    @Test
    void conditionOfARelationshipStandsInTheJoin() {
        Query<Company> smiths = companies().leftJoin(WORKERS.and(WORKER_NAME.eq("Dee")));

        assertThat(companies(smiths)).containsExactly("Anvil", "Bolt", "Cog");
        assertThat(companies(smiths.where(WORKER_ID.isNotNull()))).containsExactly("Bolt");
    }

    @Test
    void anyClassIsJoinedByACondition() {
        Aliased<Worker> namesake = Aliased.of(Worker.class, "namesake");

        assertThat(names(workers().join(namesake, namesake.get(WORKER_NAME).gt(WORKER_NAME))))
                .containsExactly("Ada", "Bo", "Cy");
    }

    @Test
    void tablesThatAreNotMappedAreJoinedByACondition() {
        assertThat(names(workers()
                        .join(
                                DSL.table(DSL.name("company")).as("c"),
                                DSL.field(DSL.name("c", "name")).eq("Bolt"))))
                .hasSize(4);
    }

    @Test
    void sameTableTwiceIsRefused() {
        assertThatThrownBy(() -> workers().join(BOSS).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot join Worker.boss: the statement has \"worker\" already. Join it under"
                        + " another name: Aliased.of(Worker.class, \"another\").");
    }

    @Test
    void joinFromAClassThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> companies().join(MACHINES).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot join Worker.machines: the statement has no table [\"worker\"] to join it"
                        + " to, only [\"company\"]. Query Worker, or join it before.");
    }

    @Test
    @Tag("G-16")
    void criteriaStandInTheJoin() {
        Events.on(session)
                .doOrmExecute(e -> ((SelectState) e)
                        .addCriterion(
                                Worker.class,
                                table -> WORKER_NAME.inTable(table).ne("Dee")));

        assertThat(companies(companies().join(WORKERS))).containsExactly("Anvil");
        assertThat(companies(companies().leftJoin(WORKERS))).containsExactly("Anvil", "Bolt", "Cog");
    }

    @Test
    @Tag("G-16")
    void criteriaOfAttributesStandInTheJoinAndInQuestions() {
        LoadOptions.Criterion noDee = LoadOptions.Criterion.on(WORKER_NAME, name -> name.ne("Dee"));
        Events.on(session).doOrmExecute(e -> ((SelectState) e).addCriterion(noDee));

        assertThat(companies(companies().join(WORKERS.ofType(Smith.class)))).containsExactly("Anvil");
        assertThat(companies(companies().where(WORKERS.ofType(Smith.class).any())))
                .containsExactly("Anvil");
    }

    @Test
    void areRenderedOnce() {
        Aliased<Worker> boss = Aliased.of(Worker.class, "boss");
        assertThat(names(workers().join(BOSS, boss).where(boss.get(WORKER_NAME).eq("Ada"))))
                .hasSize(2);
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();

        assertThat(names(workers().join(BOSS, boss).where(boss.get(WORKER_NAME).eq("Bo"))))
                .isEmpty();

        assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                .isEqualTo(before);
    }
}
