package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Patients.Inpatient;
import dev.grapnel.testkit.session.Patients.Patient;
import dev.grapnel.testkit.session.Patients.Urgency;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values of one object in two tables, and what the mapping says about tables beside their columns. */
@EveryDatabase
@DisplayName("A secondary table on")
class SecondaryTableTest extends DatabaseTest {
    private static final ColumnAttribute<Patient, Long> ID = ColumnAttribute.of(Patient.class, "id", Long.class);
    private static final ColumnAttribute<Patient, String> NOTE =
            ColumnAttribute.of(Patient.class, "note", String.class);
    private static final ColumnAttribute<Patient, Integer> VISITS =
            ColumnAttribute.of(Patient.class, "visits", Integer.class);

    SecondaryTableTest() {
        super(Patients.ALL);
    }

    private static Patient patient(String name) {
        Patient patient = new Patient(name);
        patient.note = "of " + name;
        patient.visits = 2;
        return patient;
    }

    @Test
    void getsARowWithTheKeyOfTheMainOne() {
        Patient ed = patient("ed");
        session.add(ed);
        session.flush();

        assertThat(direct().fetchOne("select patient_id, note, visits from file")
                        .intoList())
                .extracting(Object::toString)
                .containsExactly(ed.id.toString(), "of ed", "2");
    }

    @Test
    void isReadWithTheMainOne() {
        elsewhere(s -> s.add(patient("ed")));

        Patient read = session.query(Patient.class)
                .where(NOTE.eq("of ed"))
                .orderBy(VISITS)
                .list()
                .get(0);

        assertThat(read.name).isEqualTo("ed");
        assertThat(read.visits).isEqualTo(2);
    }

    @Test
    void isUpdatedAloneButCountedInTheVersion() {
        elsewhere(s -> s.add(patient("ed")));
        Patient ed = session.query(Patient.class).list().get(0);

        ed.note = "other";
        session.commit();

        assertThat(ed.version).isEqualTo(2);
        assertThat(session.query(Patient.class).where(NOTE.eq("other")).list()).containsExactly(ed);
    }

    @Test
    void isCoveredByTheVersion() {
        elsewhere(s -> s.add(patient("ed")));
        Patient ed = session.query(Patient.class).list().get(0);
        direct().execute("update patient set version = 7");

        ed.note = "late";

        assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
    }

    @Test
    void losesItsRowWithTheMainOne() {
        elsewhere(s -> s.add(patient("ed")));

        session.delete(session.query(Patient.class).list().get(0));
        session.commit();

        assertThat(rows("file")).isZero();
        assertThat(rows("patient")).isZero();
    }

    @Test
    void belongsToSubclassesToo() {
        elsewhere(s -> {
            Inpatient ann = new Inpatient("ann", "b1");
            ann.note = "asleep";
            s.add(ann);
            s.add(patient("ed"));
        });

        assertThat(session.query(Inpatient.class).list())
                .singleElement()
                .satisfies(ann -> assertThat(List.of(ann.bed, ann.note)).containsExactly("b1", "asleep"));
        assertThat(session.query(Patient.class).orderBy(ID).list())
                .extracting(each -> each.note)
                .containsExactly("asleep", "of ed");
    }

    @Test
    void doesNotAssignTheKeyAgain() {
        List<Object> set = new ArrayList<>();
        try (Subscription unused = Events.on(ID).onSet(event -> set.add(event.value()))) {
            session.add(patient("ed"));
            session.flush();
        }

        assertThat(set).isEmpty();
    }

    @Test
    void holdsRowsToItsCheck() {
        Patient ed = patient("ed");
        ed.visits = -1;
        session.add(ed);

        assertThatThrownBy(session::flush).isInstanceOf(DatabaseException.class);
    }

    @Test
    void hasAUniqueConstraintInTheMainOne() {
        session.add(patient("ed"));
        session.add(patient("ed"));

        assertThatThrownBy(session::flush).isInstanceOf(DatabaseException.class);
    }

    @Test
    void keepsEnumsByTheirOwnValues() {
        Patient ed = patient("ed");
        ed.urgency = Urgency.HIGH;
        session.add(ed);
        session.commit();

        assertThat(direct().fetchValue("select urgency from patient")).isEqualTo("h");
        session.refresh(ed);
        assertThat(ed.urgency).isEqualTo(Urgency.HIGH);
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // that is what is tested
    void keepsDaysWithoutTheirTime() {
        Patient ed = patient("ed");
        ed.born = new Date(java.sql.Timestamp.valueOf("2001-02-03 04:05:06").getTime());
        session.add(ed);
        session.commit();
        session.refresh(ed);

        assertThat(ed.born)
                .isEqualTo(new Date(java.sql.Date.valueOf("2001-02-03").getTime()));
    }

    @Test
    void convertsKeysAndValuesOfMaps() {
        Patient ed = patient("ed");
        ed.answers.put(true, false);
        session.add(ed);
        session.commit();

        assertThat(direct().fetchOne("select \"answers_KEY\", \"answers\" from \"Patient_answers\"")
                        .intoList())
                .containsExactly("Y", "N");
        session.refresh(ed);
        assertThat(ed.answers).containsExactly(java.util.Map.entry(true, false));
    }
}
