package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Jobs.Color;
import dev.grapnel.testkit.session.Jobs.Job;
import dev.grapnel.testkit.session.Jobs.Money;
import dev.grapnel.testkit.session.Jobs.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values that converters keep as those of other types. */
@EveryDatabase
@DisplayName("Converters on")
class ConverterTest extends DatabaseTest {
    private static final ColumnAttribute<Job, Money> WAGE = ColumnAttribute.of(Job.class, "wage", Money.class);
    private static final ColumnAttribute<Job, String> SECRET =
            ColumnAttribute.converted(Job.class, "secret", String.class);
    private static final ColumnAttribute<Job, Boolean> DONE =
            ColumnAttribute.converted(Job.class, "done", Boolean.class);
    private static final ColumnAttribute<Job, Color> COLOR =
            ColumnAttribute.converted(Job.class, "paint.color", Color.class);

    ConverterTest() {
        super(Jobs.ALL);
    }

    private static Job job(int id, int wage, boolean done) {
        Job job = new Job(id);
        job.wage = new Money(wage);
        job.done = done;
        job.notes = new ArrayList<>(List.of("a", "b"));
        job.paint = new Paint();
        job.paint.color = Color.BLUE;
        job.paint.price = new Money(3);
        job.tips.add(new Money(7));
        return job;
    }

    @Test
    void writeWhatTheColumnsHold() {
        session.add(job(1, 500, true));

        session.flush();

        assertThat(direct().fetchOne("select wage, done, notes, color, price from job")
                        .intoList())
                .containsExactly(500, "Y", "a;b", 200, 3);
        assertThat(direct().fetchValue("select \"tips\" from \"Job_tips\"")).isEqualTo(7);
    }

    @Test
    void readWhatTheyWrote() {
        elsewhere(s -> s.add(job(1, 500, true)));

        Job job = session.get(Job.class, 1);

        assertThat(job.wage).isEqualTo(new Money(500));
        assertThat(job.done).isTrue();
        assertThat(job.notes).containsExactly("a", "b");
        assertThat(job.paint.color).isEqualTo(Color.BLUE);
        assertThat(job.tips).containsExactly(new Money(7));
    }

    @Test
    void makeTextsOfTexts() {
        Job job = job(1, 500, true);
        job.secret = "abc";
        elsewhere(s -> s.add(job));

        assertThat(direct().fetchValue("select secret from job")).isEqualTo("cba");
        assertThat(session.get(Job.class, 1).secret).isEqualTo("abc");
        assertThat(session.query(Job.class).where(SECRET.eq("abc")).list()).hasSize(1);
        assertThat(session.query(Job.class).where(SECRET.in("cba")).list()).isEmpty();
    }

    @Test
    void areUsedInConditions() {
        elsewhere(s -> s.addAll(List.of(job(1, 500, true), job(2, 600, false), job(3, 700, false))));

        assertThat(session.query(Job.class).where(DONE.eq(true)).list()).hasSize(1);
        assertThat(session.query(Job.class)
                        .where(WAGE.in(new Money(500), new Money(700)))
                        .orderBy(WAGE.desc())
                        .list())
                .extracting(job -> job.id)
                .containsExactly(3, 1);
        assertThat(session.query(Job.class).where(COLOR.eq(Color.RED)).list()).isEmpty();
    }

    @Test
    void areUsedForValuesOfAQuery() {
        elsewhere(s -> s.add(job(1, 500, true)));

        assertThat(session.query(Job.class).select(WAGE, DONE).list())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(WAGE)).isEqualTo(new Money(500));
                    assertThat(row.get(DONE)).isTrue();
                });
    }

    @Test
    void areUsedBySetBasedStatements() {
        Job job = job(1, 500, false);
        session.add(job);
        session.flush();

        int rows = session.update(Job.class)
                .set(WAGE, new Money(9))
                .set(DONE, true)
                .where(WAGE.eq(new Money(500)))
                .execute();
        session.insertInto(Job.class)
                .values(List.of(Map.of("id", 2, "wage", new Money(4), "done", false)))
                .execute();

        assertThat(rows).isOne();
        assertThat(job.wage).isEqualTo(new Money(9));
        assertThat(direct().fetchValues("select wage from job order by id"))
                .map(Object::toString)
                .containsExactly("9", "4");
    }

    @Test
    void areNotAskedForNull() {
        session.add(new Job(1));
        session.commit();

        Job job = session.get(Job.class, 1);

        assertThat(job.wage).isNull();
        assertThat(job.notes).isNull();
        assertThat(job.done).isFalse();
    }

    @Test
    @Tag("M-16")
    void sendNoUpdateForAnEqualValue() {
        Job job = job(1, 500, true);
        session.add(job);
        session.flush();
        statements.clear();

        job.wage = new Money(500);
        job.notes = new ArrayList<>(List.of("a", "b"));
        session.flush();

        statements.assertStatements();
    }

    @Test
    void sayThatTheyFailed() {
        Job job = job(1, 500, true);
        job.notes.add(";");
        session.add(job);

        assertThatThrownBy(session::flush)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot convert a value of java.util.ArrayList for the database: converter"
                        + " dev.grapnel.testkit.session.Jobs$Lines failed with java.lang.IllegalArgumentException: a"
                        + " semicolon. Correct the converter, or the value.");
    }
}
