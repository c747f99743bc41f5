package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.events.Events;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Machine;
import dev.grapnel.testkit.session.Firm.Press;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import org.jooq.Condition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions about related objects. */
@EveryDatabase
@DisplayName("Conditions about related objects on")
class RelatedConditionTest extends FirmTest {

    @Test
    @Tag("G-20")
    void anyAsksForAnElementOfACollection() {
        assertThat(companies(companies().where(WORKERS.any(WORKER_NAME.eq("Bo")))))
                .containsExactly("Anvil");
        assertThat(companies(companies().where(WORKERS.any()))).containsExactly("Anvil", "Bolt");
        assertThat(companies(
                        companies().where(WORKERS.any(WORKER_NAME.like("D%")).not())))
                .containsExactly("Anvil", "Cog");
    }

    @Test
    void allConditionsOfAnyHoldForTheSameElement() {
        Condition both = MACHINES.any(LABEL.eq("P1"), LABEL.eq("L1"));

        assertThat(workers().where(both).exists()).isFalse();
    }

    @Test
    void hasAsksForTheReferredObject() {
        assertThat(names(workers().where(COMPANY.has(COMPANY_NAME.eq("Bolt"))))).containsExactly("Dee");
        assertThat(names(workers().where(LOCKER.has(NUMBER.gt(10))))).containsExactly("Ada");
    }

    @Test
    void attributesMeanTheRelatedObjectAlsoIfItIsOfTheSameClass() {
        assertThat(names(workers().where(BOSS.has(WORKER_NAME.eq("Ada"))))).containsExactly("Bo", "Cy");
        assertThat(names(workers().where(WORKER_NAME.ne("Cy"), BOSS.has(WORKER_NAME.eq("Ada")))))
                .containsExactly("Bo");
    }

    @Test
    void questionsMayBeWithinQuestions() {
        assertThat(companies(companies().where(WORKERS.any(MACHINES.any(LABEL.eq("L1"))))))
                .containsExactly("Anvil");
        assertThat(names(workers().where(BOSS.has(BOSS.has(WORKER_NAME.eq("Ada"))))))
                .isEmpty();
        assertThat(names(workers().where(BOSS.has(BOSS.isNull(), MACHINES.isNotEmpty()))))
                .containsExactly("Bo", "Cy");
        assertThat(names(workers().where(COMPANY.has(WORKERS.any(WORKER_NAME.eq("Ada"))))))
                .containsExactly("Ada", "Bo", "Cy");
    }

    @Test
    void containsAndEqNameAnObject() {
        Worker ada = worker("Ada");

        assertThat(companies(companies().where(WORKERS.contains(ada)))).containsExactly("Anvil");
        assertThat(names(workers().where(BOSS.eq(ada)))).containsExactly("Bo", "Cy");
        assertThat(names(workers().where(BOSS.ne(ada)))).containsExactly("Ada", "Dee");
        assertThat(names(workers().where(LOCKER.eq(ada.locker)))).containsExactly("Ada");
    }

    @Test
    void nullTestsAskForNoObject() {
        assertThat(names(workers().where(BOSS.isNull()))).containsExactly("Ada", "Dee");
        assertThat(names(workers().where(BOSS.isNotNull()))).containsExactly("Bo", "Cy");
        assertThat(names(workers().where(LOCKER.isNull()))).containsExactly("Bo", "Cy", "Dee");
        assertThat(names(workers().where(LOCKER.isNotNull()))).containsExactly("Ada");
        assertThat(companies(companies().where(WORKERS.isEmpty()))).containsExactly("Cog");
    }

    @Test
    @Tag("G-21")
    void keyOfAnObjectIsReadWhenTheStatementRuns() {
        Worker eve = new Worker("Eve");
        Condition bossIsEve = BOSS.eq(eve);
        Worker ada = worker("Ada");
        ada.boss = eve;
        session.add(eve);

        assertThat(names(workers().where(bossIsEve))).containsExactly("Ada");
        assertThat(names(workers().where(bossIsEve.not()))).containsExactly("Bo", "Cy");
    }

    @Test
    @Tag("G-21")
    void objectWithoutAKeyIsEqualToNothingAndAWarningSaysSo() {
        try (Warnings warnings = Warnings.listen()) {
            assertThat(names(workers().where(BOSS.eq(new Worker("new"))))).isEmpty();
            assertThat(companies(companies().where(WORKERS.contains(new Worker("new")))))
                    .isEmpty();

            assertThat(warnings.messages()).anyMatch(text -> text.startsWith("Worker.boss is compared with"));
        }
    }

    @Test
    @Tag("G-16")
    void ofTypeAsksForObjectsOfASubclass() {
        assertThat(companies(companies().where(WORKERS.ofType(Smith.class).any(METAL.eq("gold")))))
                .containsExactly("Anvil");
        assertThat(names(workers().where(MACHINES.ofType(Press.class).any()))).containsExactly("Ada");
        assertThat(names(workers().where(MACHINES.ofType(Press.class).any(TONS.lt(5)))))
                .isEmpty();
    }

    @Test
    void ofTypeOfAClassThatIsNoSubclassIsRefused() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // past the compiler, which would refuse it
        CollectionAttribute<Company, ?> wrong = ((CollectionAttribute) WORKERS).ofType(Machine.class);

        assertThatThrownBy(() -> companies().where(wrong.any()).list())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot take Company.workers as a relationship to Machine: it is mapped to Worker."
                                + " Name that class or one of its subclasses.");
    }

    @Test
    void andNarrowsARelationship() {
        CollectionAttribute<Company, Worker> smiths = WORKERS.and(WORKER_NAME.ne("Dee"));

        assertThat(companies(companies().where(smiths.any()))).containsExactly("Anvil");
    }

    @Test
    void aliasTellsTheRelatedObjectsApart() {
        Aliased<Worker> other = Aliased.of(Worker.class, "other");
        Condition namesakeOfBoss = WORKERS.ofType(other)
                .any(
                        other.get(BOSS).has(WORKER_NAME.eq("Ada")),
                        other.get(WORKER_NAME).eq("Cy"));

        assertThat(companies(companies().where(namesakeOfBoss))).containsExactly("Anvil");
    }

    @Test
    void setBasedStatementsTakeThemToo() {
        int rows = session.update(Worker.class)
                .set(WORKER_NAME, "x")
                .where(COMPANY.has(COMPANY_NAME.eq("Bolt")))
                .execute();

        assertThat(rows).isOne();
        assertThat(names(workers().where(WORKER_NAME.eq("x")))).hasSize(1);
    }

    @Test
    @Tag("G-16")
    void criteriaHoldForRelatedObjectsToo() {
        Events.on(session)
                .doOrmExecute(e -> ((SelectState) e)
                        .addCriterion(
                                Machine.class, table -> LABEL.inTable(table).ne("L1")));

        assertThat(names(workers().where(MACHINES.isNotEmpty()))).containsExactly("Ada");
    }

    @Test
    void areRenderedOnce() {
        Worker ada = worker("Ada");
        Worker bo = worker("Bo");
        assertThat(names(workers().where(BOSS.eq(ada), COMPANY.has(WORKERS.contains(ada)))))
                .hasSize(2);
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();

        assertThat(names(workers().where(BOSS.eq(bo), COMPANY.has(WORKERS.contains(bo)))))
                .isEmpty();

        assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                .isEqualTo(before);
    }
}
