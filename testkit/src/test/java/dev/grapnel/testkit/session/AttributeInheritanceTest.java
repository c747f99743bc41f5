package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Marker;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Staff.Vehicle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("An inherited attribute")
class AttributeInheritanceTest extends DatabaseTest {
    private final List<Object> seen = new ArrayList<>();

    AttributeInheritanceTest() {
        super(Staff.ALL);
    }

    private static AttributeTracker tracker(Class<?> type, String name) {
        return ClassManager.find(type).tracker(name);
    }

    @Test
    @Tag("A-3")
    void isKnownByOneRelationshipOrColumnInAllClasses() {
        AttributeTracker above = tracker(Person.class, "name");
        AttributeTracker below = tracker(Lead.class, "name");

        assertThat(below.replaceToken().parentToken())
                .isSameAs(above.replaceToken().parentToken());
        assertThat(below.replaceToken()).isNotSameAs(above.replaceToken());
        assertThat(below.replaceToken().attribute()).isSameAs(below);
    }

    @Test
    @Tag("A-47")
    void hasListenersOfItsOwnInEachClass() {
        tracker(Person.class, "name").events().onSet(e -> seen.add("person"));
        tracker(Engineer.class, "name").events().onSet(e -> seen.add("engineer"));

        new Engineer("ed", "Java");
        new Lead("al", "Java", 1);

        assertThat(seen).containsExactly("engineer");
    }

    @Test
    @Tag("A-47")
    void isReachedFromItsSuperclassWithPropagateOnly() {
        tracker(Person.class, "name").events().propagate().onSet(e -> seen.add(e.value()));

        new Engineer("ed", "Java");
        new Lead("al", "Java", 1);

        assertThat(seen).containsExactly("ed", "al");
    }

    @Test
    @Tag("A-48")
    void firesSetByTheClassOfTheObjectAlsoThroughAVariableOfItsSuperclass() {
        Person ed = new Engineer("ed", "Java");
        tracker(Person.class, "name").events().onSet(e -> seen.add("person"));
        tracker(Engineer.class, "name").events().onSet(e -> seen.add("engineer"));

        ed.name = "edward";
        new Person("al").name = "albert";

        assertThat(seen).containsExactly("engineer", "person", "person");
    }

    @Test
    @Tag("A-48")
    void firesInitScalarByTheClassOfTheObject() {
        tracker(Vehicle.class, "id").events().onInitScalar(e -> seen.add("vehicle"));
        tracker(Car.class, "id").events().onInitScalar(e -> seen.add("car"));
        Vehicle car = new Car("A1", 4);

        assertThat(car.id).isNull();

        assertThat(seen).containsExactly("car");
    }

    @Test
    @Tag("A-14")
    void thatIsTheKeyOfTwoTablesIsSetWhenItIsCopiedToTheSecond() {
        Engineer ed = new Engineer("ed", "Java");
        session.add(ed);
        tracker(Engineer.class, "id").events().onSet(e -> seen.addAll(List.of(e.value(), e.oldValueOrMarker())));

        session.flush();

        assertThat(seen).containsExactly(ed.id, ed.id).doesNotContain(Marker.NO_VALUE);
    }
}
