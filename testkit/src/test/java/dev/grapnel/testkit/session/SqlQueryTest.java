package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.session.OrmResult;
import dev.grapnel.events.Events;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Machine;
import dev.grapnel.testkit.session.Firm.Press;
import dev.grapnel.testkit.session.Firm.Smith;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
}
