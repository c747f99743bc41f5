package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.events.Events;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Machine;
import dev.grapnel.testkit.session.Firm.Press;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects from statements that the program wrote itself. */
@EveryDatabase
@DisplayName("Objects of SQL on")
class SqlQueryTest extends FirmTest {

    @Test
    void columnsAreMatchedByName() {
        List<Company> found = companies()
                .fromSql("select name, 1 as other, id from company where name <> ? order by name desc", "Bolt")
                .list();

        assertThat(found).extracting(company -> company.name).containsExactly("Cog", "Anvil");
        assertThat(found.get(1).workers).hasSize(3);
    }

    @Test
    @Tag("G-1")
    void objectsAreThoseOfTheSession() {
        Company bolt = companies().where(COMPANY_NAME.eq("Bolt")).one();

        assertThat(companies()
                        .fromSql("select * from company where name = ?", "Bolt")
                        .one())
                .isSameAs(bolt);
    }

    @Test
    void missingColumnsAreLoadedWhenTheyAreRead() {
        Company anvil = companies()
                .fromSql("select id from company where name = ?", "Anvil")
                .one();
        statements.clear();

        assertThat(anvil.name).isEqualTo("Anvil");
        statements.assertStatements("SELECT company");
    }

    @Test
    void objectsMayBeOfSubclasses() {
        assertThat(session.query(Machine.class)
                        .fromSql("select * from machine where label = 'P1'")
                        .one())
                .isInstanceOfSatisfying(
                        Press.class, press -> assertThat(press.tons).isEqualTo(7));
        assertThat(session.query(Smith.class)
                        .fromSql("select s.metal, w.* from worker w join smith s on s.id = w.id where w.name = ?", "Bo")
                        .one()
                        .metal)
                .isEqualTo("gold");
    }

    @Test
    void statementsOfJooqGiveObjectsToo() {
        List<Company> found = companies()
                .from(DSL.select(DSL.field(DSL.name("id")), DSL.field(DSL.name("name")))
                        .from(DSL.name("company"))
                        .where(DSL.field(DSL.name("name"), String.class).like("C%")))
                .list();

        assertThat(found).extracting(company -> company.name).containsExactly("Cog");
    }

    @Test
    void resultWithoutAKeyIsRefused() {
        assertThatThrownBy(() -> companies().fromSql("select name from company").list())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot make objects of Company of this statement: its result has no column id, which"
                                + " is part of its primary key; it has [name]. Select that column, by that name.");
        assertThatThrownBy(() -> session.query(Machine.class)
                        .fromSql("select id, label from machine")
                        .list())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("which tells the class of a row; it has [id, label].");
    }

    @Test
    void oneOfNoneTellsTheStatement() {
        assertThat(companies().fromSql("select * from company where id < 0").oneOrNull())
                .isNull();
        assertThatThrownBy(() -> companies()
                        .fromSql("select * from company where id < 0")
                        .one())
                .isInstanceOf(ObjectNotFoundException.class)
                .hasMessageContaining("Expected one Company where select * from company where id < 0 and found none.");
    }

    @Test
    @Tag("S-50")
    void pendingChangesAreFlushedAndListenersTold() {
        session.add(new Company("New"));
        int[] told = {0};
        Events.on(session).doOrmExecute(e -> told[0]++);

        assertThat(companies().fromSql("select * from company").list()).hasSize(4);
        assertThat(told[0]).isOne();
    }

    @Test
    void listenersMayAnswer() {
        Company made = new Company("made");
        Events.on(session).replaceOnOrmExecute(e -> OrmResult.ofObjects(List.of(made)));

        assertThat(companies().fromSql("select * from company").list()).containsExactly(made);
    }

    @Test
    void sameTextIsRenderedOnce() {
        assertThat(companies()
                        .fromSql("select * from company where name = ?", "Bolt")
                        .list())
                .hasSize(1);
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();

        assertThat(companies()
                        .fromSql("select * from company where name = ?", "x")
                        .list())
                .isEmpty();

        assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                .isEqualTo(before);
    }

    // ---- how objects are loaded ----

    @ParameterizedTest
    @EnumSource(names = {"JOINED", "SELECTIN", "SUBQUERY", "IMMEDIATE"})
    void relationshipsComeAsTheQueryAsks(LoadStrategy strategy) {
        Company anvil = companies()
                .fromSql("select * from company where name = ?", "Anvil")
                .load(strategy, WORKERS)
                .one();
        statements.clear();

        assertThat(anvil.workers).hasSize(3);
        statements.assertNone();
    }

    @Test
    void criterionHoldsForLaterLoadsAndNotForTheStatement() {
        LoadOptions nobody = LoadOptions.NONE
                .where(new LoadOptions.Criterion(Company.class, company -> DSL.falseCondition()))
                .where(new LoadOptions.Criterion(Worker.class, worker -> DSL.falseCondition()));

        Company anvil = companies()
                .fromSql("select * from company where name = ?", "Anvil")
                .options(nobody)
                .one();

        assertThat(anvil.workers).isEmpty();
    }

    @Test
    void firstReadsOneRow() {
        assertThat(companies()
                        .fromSql("select * from company order by name desc")
                        .first()
                        .map(company -> company.name))
                .contains("Cog");
        assertThat(companies().fromSql("select * from company where id < 0").first())
                .isEmpty();
    }

    @Test
    @Tag("G-26")
    void streamGivesObjectsAPortionAtATime() {
        try (Stream<Company> all = companies().fromSql("select * from company order by name").stream(1)) {
            assertThat(all.map(company -> company.name)).containsExactly("Anvil", "Bolt", "Cog");
        }
        assertThatThrownBy(() -> companies().fromSql("select * from company").stream(0))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot stream objects of Company in portions of 0.");
    }

    @Test
    void streamOfAResultWithoutAKeyHoldsNoRows() {
        assertThatThrownBy(() ->
                        companies().fromSql("select name from company").stream().count())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("its result has no column id");
        assertThat(companies().fromSql("select * from company").list()).hasSize(3);
    }
}
