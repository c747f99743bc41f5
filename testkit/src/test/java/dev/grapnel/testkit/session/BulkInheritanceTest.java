package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Staff.Truck;
import dev.grapnel.testkit.session.Staff.Vehicle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Set-based statements on classes whose rows share tables or are spread over several. */
@EveryDatabase
@DisplayName("Set-based statements in hierarchies on")
class BulkInheritanceTest extends DatabaseTest {
    private static final ColumnAttribute<Person, String> NAME = ColumnAttribute.of(Person.class, "name", String.class);

    BulkInheritanceTest() {
        super(Staff.ALL);
    }

    private void given(Object... objects) {
        session.addAll(List.of(objects));
        session.flush();
        statements.clear();
    }

    @Test
    void updateOfTheSuperclassReachesObjectsOfSubclasses() {
        Lead ed = new Lead("ed", "Java", 7);
        given(ed, new Person("jo"));

        int rows = session.update(Person.class).set(NAME, "x").execute();

        assertThat(rows).isEqualTo(2);
        assertThat(ed.name).isEqualTo("x");
    }

    @Test
    void updateOfAJoinedSubclassMeetsOnlyItsOwnRows() {
        Engineer ed = new Engineer("ed", "Java");
        Lead al = new Lead("al", "C", 1);
        Person jo = new Person("jo");
        given(ed, al, jo);

        int rows = session.update(Engineer.class)
                .set("name", "x")
                .where(NAME.ne("al"))
                .execute();

        assertThat(rows).isOne();
        assertThat(ed.name).isEqualTo("x");
        assertThat(al.name).isEqualTo("al");
        assertThat(jo.name).isEqualTo("jo");
    }

    @Test
    void updateOfTwoTablesAtOnceIsRefused() {
        assertThatThrownBy(() -> session.update(Engineer.class)
                        .set("name", "x")
                        .set("language", "C")
                        .execute())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("a statement writes one table. Use one statement for each.");
    }

    @Test
    void deleteOfAJoinedSubclassIsRefused() {
        assertThatThrownBy(() -> session.deleteFrom(Engineer.class).execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot delete rows of Engineer by one statement: they are in the tables ");
    }

    @Test
    void deleteOfAClassInASharedTableLeavesTheOthers() {
        Car car = new Car("c", 4);
        Truck truck = new Truck("t", 7);
        given(car, truck);

        session.deleteFrom(Car.class).execute();

        assertThat(lifecycle(car)).isEqualTo(LifecycleState.DELETED);
        assertThat(lifecycle(truck)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(session.query(Vehicle.class).list()).containsExactly(truck);
    }

    @Test
    @Tag("Q-19")
    void insertWritesEachTableAndTheDiscriminator() {
        session.insertInto(Lead.class)
                .values(List.of(Map.of("name", "ed", "language", "Java", "team", 7)))
                .execute();

        statements.assertStatements("INSERT person", "INSERT engineer", "INSERT lead_engineer");
        assertThat(session.query(Person.class).one()).isInstanceOfSatisfying(Lead.class, lead -> {
            assertThat(lead.name).isEqualTo("ed");
            assertThat(lead.team).isEqualTo(7);
        });
    }

    @Test
    @Tag("Q-21")
    void insertReturningGivesObjectsOfTheSubclass() {
        List<Lead> leads = session.insertInto(Lead.class)
                .values(List.of(Map.of("name", "ed", "team", 7), Map.of("name", "al", "team", 8)))
                .executeReturning();

        assertThat(leads).extracting(lead -> lead.name).containsExactly("ed", "al");
        assertThat(leads).extracting(lead -> lead.team).containsExactly(7, 8);
    }
}
