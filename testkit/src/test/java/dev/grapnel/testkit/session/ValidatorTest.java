package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.Instance;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Phonebook.Circle;
import dev.grapnel.testkit.session.Phonebook.Colleague;
import dev.grapnel.testkit.session.Phonebook.Friend;
import dev.grapnel.testkit.session.Phonebook.Meeting;
import dev.grapnel.testkit.session.Phonebook.Person;
import dev.grapnel.testkit.session.Phonebook.Phone;
import dev.grapnel.testkit.session.Phonebook.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A validator")
class ValidatorTest {
    private final List<String> calls = Phonebook.CALLS;
    private Registry registry;

    @BeforeEach
    void map() {
        registry = Registry.of(Phonebook.ALL);
        registry.configure();
        calls.clear();
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    private AttributeEvents<Object, Object> events(Class<?> type, String attribute) {
        return registry.mapper(type).manager().tracker(attribute).events();
    }

    private Person personWith(String... numbers) {
        Person person = new Person();
        for (String number : numbers) {
            person.phones.add(new Phone(number));
        }
        calls.clear();
        return person;
    }

    // ---- what it is ----

    @Test
    @Tag("A-43")
    void seesEachAssignedValueWithTheNameOfTheAttribute() {
        Person person = new Person();

        person.city = "Rome";
        person.country = "IT";

        assertThat(calls).containsExactly("city = Rome", "country = IT");
    }

    @Test
    @Tag("A-43")
    void givesWhatIsStored() {
        Person person = new Person();

        person.name = "  ed ";

        assertThat(person.name).isEqualTo("ed");
    }

    @Test
    @Tag("A-43")
    void refusesByThrowing() {
        Person person = new Person();
        person.rank = 1;

        assertThatThrownBy(() -> person.rank = -1)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("rank -1 is negative");
        assertThat(person.rank).isEqualTo(1);
    }

    @Test
    @Tag("A-43")
    void ofACollectionGivesTheElementThatJoins() {
        Person person = new Person();

        person.phones.add(new Phone(""));

        assertThat(person.phones).extracting(phone -> phone.number).containsExactly("none");
    }

    @Test
    void thatReturnsNothingLeavesTheValue() {
        Person person = new Person();

        person.rank = 3;

        assertThat(person.rank).isEqualTo(3);
    }

    @Test
    void ofASuperclassAppliesToSubclassesAndMayBeOverridden() {
        Friend friend = new Friend();

        friend.name = " jo ";
        friend.city = "Oslo";

        assertThat(friend.name).isEqualTo("jo");
        assertThat(friend.city).isEqualTo("Oslo!");
    }

    @Test
    void ofAnEmbeddedValueAndOfAPartOfItSeeAWholeAssignment() {
        Meeting meeting = new Meeting();

        meeting.place = new Place(" Thun ");

        assertThat(calls).containsExactly("place  Thun ", "town  Thun ");
        assertThat(meeting.place.town).isEqualTo("Thun");
    }

    @Test
    void ofACollectionOfValuesSeesEachThatJoins() {
        Meeting meeting = new Meeting();

        meeting.subjects.add(" rain ");
        meeting.subjects = new ArrayList<>(List.of(" snow", "wind "));
        meeting.subjects.add("sun ");

        assertThat(meeting.subjects).containsExactly("snow", "wind", "sun");
    }

    @Test
    void ofAPartOfAnEmbeddedValueSeesAChangeWithinIt() {
        Meeting meeting = new Meeting();
        meeting.place = new Place("Thun");
        calls.clear();

        meeting.place.town = "Bern";

        assertThat(calls).containsExactly("town Bern");
    }

    @Test
    void ofASuperclassAppliesToASubclassMappedLater() {
        registry.map(Colleague.class);
        Colleague colleague = new Colleague();

        colleague.phones.add(new Phone(""));

        assertThat(colleague.phones).singleElement().satisfies(phone -> {
            assertThat(phone.number).isEqualTo("none");
            assertThat(phone.person).as("the other side").isSameAs(colleague);
        });
    }

    @Test
    @Tag("A-43")
    void canBeAddedToAClassThatHasNone() {
        Registry other = Registry.of(Library.ALL);
        ColumnAttribute<Topic, String> word = ColumnAttribute.of(Topic.class, "word", String.class);
        Mapper mapper = other.find(Topic.class);
        mapper.validators().add(word, (topic, name, value, removing) -> name + ":" + value);

        Topic topic = new Topic("sea");

        assertThat(topic.word).isEqualTo("word:sea");
        other.dispose();
    }

    @Test
    @Tag("A-43")
    void cannotBeAddedWhereThereIsOne() {
        Registry other = freshRegistry();
        ColumnAttribute<Person, String> city = ColumnAttribute.of(Person.class, "city", String.class);
        Mapper mapper = other.find(Person.class);

        assertThatThrownBy(() -> mapper.validators().add(city, new Loud()))
                .isExactlyInstanceOf(MappingException.class)
                .hasMessage(
                        "Cannot map validator Loud: attribute 'city' of dev.grapnel.testkit.session.Phonebook$Person is"
                                + " validated by dev.grapnel.testkit.session.Phonebook$Person.place(String, String) already, and may"
                                + " have one validator. Make them one, or listen to the attribute for the second. [MAPPING]");
    }

    @Test
    void cannotBeAddedOnceTheMapperIsConfigured() {
        ColumnAttribute<Phone, String> number = ColumnAttribute.of(Phone.class, "number", String.class);
        Mapper mapper = registry.mapper(Phone.class);

        assertThatThrownBy(() -> mapper.validators().add(number, new Loud()))
                .isExactlyInstanceOf(MappingException.class)
                .hasMessage(
                        "Cannot add a validator for attribute 'number' of dev.grapnel.testkit.session.Phonebook$Phone: its"
                                + " mapper is configured. Add it before the first object of the class is made, or listen to"
                                + " the attribute. [MAPPING]");
    }

    private Registry freshRegistry() {
        registry.dispose();
        registry = Registry.of(Phonebook.ALL);
        return registry;
    }

    private static final class Loud implements dev.grapnel.core.mapping.Validator<Object, String> {
        @Override
        public String validate(Object target, String name, String value, boolean removing) {
            return value + "!";
        }

        @Override
        public String toString() {
            return "Loud";
        }
    }

    // ---- its place among listeners ----

    @Test
    @Tag("A-38")
    void runsBehindListenersPlacedBeforeConfigurationAndBeforeLaterOnes() {
        freshRegistry().find(Person.class).manager().tracker("city").events().onSet(e -> calls.add("early"));
        events(Person.class, "city").onSet(e -> calls.add("late"));

        new Person().city = "Rome";

        assertThat(calls).containsExactly("early", "city = Rome", "late");
    }

    // ---- removals and the other side ----

    @Test
    @Tag("A-44")
    void isToldOfRemovalsIfItAsksForThem() {
        Person person = personWith("1");

        person.phones.remove(0);

        assertThat(calls).contains("- 1");
    }

    @Test
    @Tag("A-44")
    void isNotToldOfRemovalsOtherwise() {
        Circle circle = new Circle();
        circle.guests.add(new Person());
        calls.clear();

        circle.guests.clear();

        assertThat(calls).isEmpty();
    }

    @Test
    @Tag("A-44")
    void seesChangesFromTheOtherSide() {
        Person person = new Person();

        person.phones.add(new Phone("1"));

        assertThat(calls).containsExactly("+ 1", "1 of null");
    }

    @Test
    @Tag("A-44")
    void doesNotSeeChangesFromTheOtherSideIfItLeavesThemOut() {
        Circle circle = new Circle();

        new Person().circles.add(circle);

        assertThat(circle.members).hasSize(1);
        assertThat(calls).isEmpty();
    }

    @Test
    @Tag("A-44")
    void thatLeavesOutTheOtherSideSeesChangesOfItsOwn() {
        Circle circle = new Circle();
        Person ed = new Person();
        ed.name = "ed";

        circle.members.add(ed);

        assertThat(calls).containsExactly("member ed");
    }

    // ---- whole assignment ----

    @Test
    @Tag("A-45")
    void seesEachElementOfAWholeAssignmentOnceAlsoThoseThatStay() {
        Person person = personWith("1", "2");
        Phone stays = person.phones.get(1);

        person.phones = new ArrayList<>(List.of(stays, new Phone("3")));

        assertThat(calls).filteredOn(call -> call.startsWith("+")).containsExactly("+ 2", "+ 3");
    }

    @Test
    @Tag("A-45")
    void givesTheElementsThatAWholeAssignmentStores() {
        Person person = personWith();

        person.phones = new ArrayList<>(List.of(new Phone("1"), new Phone("")));

        assertThat(person.phones).extracting(phone -> phone.number).containsExactly("1", "none");
    }

    @Test
    @Tag("A-45")
    void runsBeforeTheListenersToAWholeAssignment() {
        events(Person.class, "phones")
                .onBulkReplace(
                        e -> calls.add("listener sees " + ((Phone) e.values().get(0)).number));
        Person person = personWith();

        person.phones = new ArrayList<>(List.of(new Phone("")));

        assertThat(calls).containsSequence("+ ", "listener sees none");
    }

    @Test
    @Tag("A-45")
    void ofTheOtherSideSeesAWholeAssignmentToo() {
        Person ed = personWith();
        ed.name = "ed";

        ed.phones = new ArrayList<>(List.of(new Phone("1")));

        assertThat(calls).containsExactly("+ 1", "1 of ed");
    }

    // ---- null, load, deletion ----

    @Test
    @Tag("A-46")
    void seesNull() {
        Person person = new Person();

        person.city = null;

        assertThat(calls).containsExactly("city = null");
    }

    @Test
    @Tag("A-46")
    void isToldOfADeletedValueIfItAsksForRemovals() {
        Person person = new Person();
        person.note = "call";
        calls.clear();

        Instance.of(person).clear("note");

        assertThat(calls).containsExactly("without call");
    }

    @Test
    @Tag("A-46")
    void isNotToldOfADeletedValueOtherwise() {
        Person person = new Person();
        person.city = "Rome";
        calls.clear();

        Instance.of(person).clear("city");

        assertThat(calls).isEmpty();
    }
}
