package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Staff.Truck;
import dev.grapnel.testkit.session.Staff.Vehicle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("Inheritance on")
class InheritanceTest extends DatabaseTest {
    InheritanceTest() {
        super(Staff.ALL);
    }

    private Integer givenLead() {
        return given(s -> new Lead("ed", "Java", 7), made -> ((Lead) made).id);
    }

    // ---- joined ----

    @Test
    void joinedObjectHasARowInEachTable() {
        session.add(new Lead("ed", "Java", 7));

        session.flush();

        statements.assertStatements("INSERT person", "INSERT engineer", "INSERT lead_engineer");
    }

    @Test
    void joinedRowBecomesAnObjectOfItsOwnClassWithAllValues() {
        Person found = session.get(Person.class, givenLead());

        assertThat(found).isInstanceOfSatisfying(Lead.class, lead -> {
            assertThat(lead.name).isEqualTo("ed");
            assertThat(lead.language).isEqualTo("Java");
            assertThat(lead.team).isEqualTo(7);
        });
    }

    @Test
    void joinedUpdateWritesOnlyTheTableThatChanged() {
        Lead lead = session.get(Lead.class, givenLead());
        lead.language = "Kotlin";
        statements.clear();

        session.flush();

        statements.assertStatements("UPDATE engineer");
    }

    @Test
    void joinedDeleteTakesTheTablesInReverse() {
        session.delete(session.get(Lead.class, givenLead()));
        statements.clear();

        session.flush();

        statements.assertStatements("DELETE lead_engineer", "DELETE engineer", "DELETE person");
    }

    @Test
    void queryForASuperclassGivesSubclassesAndForASubclassOnlyThose() {
        elsewhere(s -> s.addAll(List.of(new Person("p"), new Engineer("e", "C"), new Lead("l", "D", 1))));

        assertThat(session.query(Person.class).list()).hasSize(3);
        assertThat(session.query(Engineer.class).list())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.language).isNotNull());
        assertThat(session.query(Lead.class).list()).singleElement().isExactlyInstanceOf(Lead.class);
    }

    @Test
    void keyOfAnotherClassOfTheHierarchyFindsNothing() {
        Integer person = given(s -> new Person("p"), made -> ((Person) made).id);

        assertThat(session.get(Lead.class, person)).isNull();
        assertThat(session.get(Person.class, person)).isNotNull();
        assertThat(session.get(Lead.class, person)).isNull();
    }

    @Test
    @Tag("M-29")
    void propagatedListenerHearsOfSubclasses() {
        List<Object> heard = new ArrayList<>();
        Lead lead = new Lead("ed", "Java", 7);
        session.add(lead);

        try (Subscription all = Mapped.on(Person.class).propagate().beforeInsert(e -> heard.add("all"));
                Subscription onlyPersons = Mapped.on(Person.class).beforeInsert(e -> heard.add("person"))) {
            session.flush();
        }

        assertThat(heard).containsExactly("all");
    }

    // ---- single table ----

    @Test
    void singleTableObjectHasOneRow() {
        session.add(new Car("A 1", 4));

        session.flush();

        statements.assertStatements("INSERT vehicle");
    }

    @Test
    void singleTableRowBecomesAnObjectOfItsOwnClass() {
        elsewhere(s -> s.addAll(List.of(new Car("A 1", 4), new Truck("B 2", 20), new Vehicle("C 3"))));

        assertThat(session.query(Vehicle.class).list())
                .hasSize(3)
                .hasAtLeastOneElementOfType(Car.class)
                .hasAtLeastOneElementOfType(Truck.class);
        assertThat(session.query(Car.class).one().seats).isEqualTo(4);
        assertThat(session.query(Truck.class).one().tons).isEqualTo(20);
    }

    @Test
    void singleTableKeyOfAnotherClassFindsNothing() {
        Integer car = given(s -> new Car("A 1", 4), made -> ((Car) made).id);

        assertThat(session.get(Truck.class, car)).isNull();
    }

    @Test
    void objectsOfOneTableAndDifferentClassesAreFlushedTogether() {
        session.addAll(List.of(new Car("A 1", 4), new Truck("B 2", 20), new Car("C 3", 5)));

        session.commit();

        assertThat(session.query(Vehicle.class).list()).hasSize(3);
    }
}
