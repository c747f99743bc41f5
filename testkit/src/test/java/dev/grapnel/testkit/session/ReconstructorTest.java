package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.Reconstructor;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.testkit.session.Phonebook.Person;
import dev.grapnel.testkit.session.ReconstructorTest.Shape;
import dev.grapnel.testkit.session.ReconstructorTest.Square;
import dev.grapnel.testkit.session.ReconstructorTest.Visitor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("What runs on load on")
class ReconstructorTest extends DatabaseTest {
    private static final List<String> CALLS = new ArrayList<>();

    ReconstructorTest() {
        super(Shape.class, Square.class, Visitor.class, Person.class, Phonebook.Phone.class, Phonebook.Circle.class);
    }

    @Entity
    static class Shape {
        @Id
        Integer id;

        String label;

        @Transient
        String title;

        Shape(int id, String label) {
            this.id = id;
            this.label = label;
        }

        @Reconstructor
        private void restore() {
            CALLS.add("shape " + label);
            title = "Shape " + label;
            label = label + "*";
        }
    }

    @Entity
    static class Square extends Shape {
        Square(int id, String label) {
            super(id, label);
        }

        @Reconstructor
        void restoreSquare() {
            CALLS.add("square");
        }
    }

    @Entity
    static class Visitor {
        @Id
        Integer id;

        String name;

        Visitor(int id, String name) {
            this.id = id;
            this.name = name;
        }

        @PostLoad
        void loaded() {
            CALLS.add("loaded " + name);
        }
    }

    @BeforeEach
    void forget() {
        CALLS.clear();
    }

    private void given(Object object) {
        elsewhere(other -> other.add(object));
        CALLS.clear();
    }

    @Test
    @Tag("I-10")
    void reconstructorRunsWhenAnObjectIsLoadedAndNotWhenItIsMade() {
        given(new Shape(1, "a"));

        Shape shape = session.get(Shape.class, 1);

        assertThat(shape.title).isEqualTo("Shape a");
        assertThat(CALLS).containsExactly("shape a");
    }

    @Test
    @Tag("I-10")
    void reconstructorRunsBeforeListenersOfTheApplication() {
        given(new Shape(1, "a"));
        try (Subscription unused = InstanceEvents.on(Shape.class).load(e -> CALLS.add("listener"))) {
            session.get(Shape.class, 1);
        }

        assertThat(CALLS).containsExactly("shape a", "listener");
    }

    @Test
    @Tag("I-10")
    void reconstructorRunsBeforeListenersHeldSinceBeforeTheClassWasMapped() {
        given(new Visitor(1, "ed"));
        registry.dispose();
        try (Subscription unused = InstanceEvents.on(Visitor.class).load(e -> CALLS.add("listener"))) {
            Registry later = Registry.of(Visitor.class);
            SessionFactory.of(engine, later).inTransaction(other -> other.get(Visitor.class, 1));
            later.dispose();
        }

        assertThat(CALLS).containsExactly("loaded ed", "listener");
    }

    @Test
    @Tag("I-10")
    void reconstructorOfTheSuperclassRunsFirst() {
        given(new Square(1, "a"));

        session.get(Square.class, 1);

        assertThat(CALLS).containsExactly("shape a", "square");
    }

    @Test
    @Tag("I-7")
    @Tag("I-10")
    void whatAReconstructorSetsCountsAsLoaded() {
        given(new Shape(1, "a"));

        Shape shape = session.get(Shape.class, 1);

        assertThat(shape.label).isEqualTo("a*");
        assertThat(Instance.of(shape).isModified(true)).isFalse();
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("I-8")
    @Tag("I-10")
    void reconstructorRunsForTheCopyThatMergeMakes() {
        session.merge(new Shape(1, "a"));

        assertThat(CALLS).containsExactly("shape a");
    }

    @Test
    void methodWithPostLoadRunsOnLoadAndAfterRefresh() {
        given(new Visitor(1, "ed"));
        Visitor visitor = session.get(Visitor.class, 1);

        session.refresh(visitor);

        assertThat(CALLS).containsExactly("loaded ed", "loaded ed");
    }

    @Test
    void methodWithPostLoadDoesNotRunWhenSingleAttributesAreReloaded() {
        given(new Visitor(1, "ed"));
        Visitor visitor = session.get(Visitor.class, 1);
        session.expire(visitor, "name");
        CALLS.clear();

        assertThat(visitor.name).isEqualTo("ed");
        assertThat(CALLS).isEmpty();
    }

    @Test
    @Tag("A-46")
    void validatorsDoNotRun() {
        Integer id = given(
                s -> {
                    Person person = new Person();
                    person.city = "Rome";
                    return person;
                },
                made -> ((Person) made).id);
        Phonebook.CALLS.clear();

        assertThat(session.get(Person.class, id).city).isEqualTo("Rome");
        assertThat(Phonebook.CALLS).isEmpty();
    }
}
