package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values, and objects of several classes side by side. */
@EveryDatabase
@DisplayName("Tuples on")
class TupleTest extends FirmTest {
    record Staffing(String company, int workers) {}

    record Pair(Worker worker, Company company, String name) {}

    record Named(String name, String loud) {}

    record Numbered(int number) {}

    private static final Aliased<Worker> WORKER = Aliased.own(Worker.class);
    private static final Aliased<Company> FIRM = Aliased.of(Company.class, "firm");
    private static final Field<Integer> NUMBER_OF_WORKERS = DSL.count(WORKER_ID).as("workers");

    @Test
    void valuesOfOneFieldComeInOrder() {
        assertThat(workers().orderBy(WORKER_NAME.desc()).values(WORKER_NAME)).containsExactly("Dee", "Cy", "Bo", "Ada");
        assertThat(session.persistentObjects()).isEmpty();
    }

    @Test
    void recordsTakeValuesByPosition() {
        List<Staffing> staffings = companies()
                .leftJoin(WORKERS)
                .groupBy(COMPANY_NAME)
                .orderBy(COMPANY_NAME)
                .select(COMPANY_NAME, NUMBER_OF_WORKERS)
                .list(Staffing.class);

        assertThat(staffings)
                .containsExactly(new Staffing("Anvil", 3), new Staffing("Bolt", 1), new Staffing("Cog", 0));
    }

    @Test
    @Tag("G-1")
    void objectsOfSeveralClassesComeSideBySide() {
        List<Record> rows = workers()
                .join(COMPANY, FIRM)
                .orderBy(WORKER_NAME)
                .select(WORKER, FIRM, WORKER_NAME)
                .list();

        assertThat(rows).extracting(row -> row.get(WORKER_NAME)).containsExactly("Ada", "Bo", "Cy", "Dee");
        Worker ada = rows.get(0).get(WORKER);
        assertThat(ada).isInstanceOf(Smith.class);
        assertThat(rows.get(0).get(FIRM).name).isEqualTo("Anvil");
        assertThat(rows.get(1).get(FIRM)).isSameAs(rows.get(0).get(FIRM));
        assertThat(statements.count(StatementKind.SELECT)).isOne();
        assertThat(ada.company).isSameAs(rows.get(0).get(FIRM));
    }

    @Test
    void objectsFitIntoRecordsToo() {
        List<Pair> pairs = workers()
                .join(COMPANY, FIRM)
                .where(WORKER_NAME.eq("Dee"))
                .select(WORKER, FIRM, FIRM.get(COMPANY_NAME))
                .list(Pair.class);

        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.worker().name).isEqualTo("Dee");
            assertThat(pair.company().name).isEqualTo(pair.name()).isEqualTo("Bolt");
        });
    }

    @Test
    void objectThatAnOuterJoinDoesNotFindIsNull() {
        Aliased<Worker> boss = Aliased.of(Worker.class, "boss");

        List<Record> rows = workers()
                .leftJoin(BOSS, boss)
                .orderBy(WORKER_NAME)
                .select(WORKER, boss)
                .list();

        assertThat(rows)
                .extracting(row -> row.get(boss) == null ? null : row.get(boss).name)
                .containsExactly(null, "Ada", "Ada", null);
    }

    @Test
    void collectionsOfTheObjectsDoNotMultiplyTheRows() {
        List<Record> rows = companies()
                .load(LoadStrategy.JOINED, WORKERS)
                .orderBy(COMPANY_NAME)
                .select(Aliased.own(Company.class), COMPANY_NAME)
                .list();

        assertThat(rows).extracting(row -> row.get(COMPANY_NAME)).containsExactly("Anvil", "Bolt", "Cog");
        assertThat(rows.get(0).get(Aliased.own(Company.class)).workers).hasSize(3);
        assertThat(statements.count(StatementKind.SELECT)).isEqualTo(2);
    }

    @Test
    void classStandsForItsKeyWithinFunctions() {
        assertThat(companies().leftJoin(WORKERS).values(DSL.countDistinct(Aliased.own(Company.class))))
                .containsExactly(3);
    }

    @Test
    void classThatIsNotJoinedIsRefused() {
        assertThatThrownBy(() -> workers().select(FIRM).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Cannot select objects of Company as firm: the query neither asks for them nor joins"
                                + " them under that name. Join them before, with Aliased.of(Company.class, \"firm\").");
    }

    @Test
    void recordWithOtherPartsIsRefused() {
        assertThatThrownBy(() -> workers().select(WORKER_NAME).list(Named.class))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot make Named of rows: it has 2 parts, and 1 fields are selected. Select one"
                        + " for each, in their order: [name, loud].");
        assertThatThrownBy(() -> workers().select(WORKER_NAME, WORKER_ID).list(Named.class))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot make Named of rows: its part loud is of type String, and what is selected in"
                                + " its place is of type Integer. Give the part that type, or cast the field.");
    }

    @Test
    void nullForAPrimitivePartIsRefused() {
        assertThatThrownBy(() -> workers()
                        .leftJoin(LOCKER)
                        .where(WORKER_NAME.eq("Bo"))
                        .select(NUMBER)
                        .list(Numbered.class))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot make Numbered of a row: its part number is of type int, and the value is"
                        + " null. Give the part the type Integer, or select no such rows.");
    }

    @Test
    void areRenderedOnce() {
        Runnable work = () -> workers()
                .join(COMPANY, FIRM)
                .where(FIRM.get(COMPANY_NAME).eq("Bolt"))
                .select(WORKER, FIRM, WORKER_NAME)
                .list();
        work.run();
        long before = sessions.statements().misses() + sessions.statements().renderedOnce();

        work.run();

        assertThat(sessions.statements().misses() + sessions.statements().renderedOnce())
                .isEqualTo(before);
    }
}
