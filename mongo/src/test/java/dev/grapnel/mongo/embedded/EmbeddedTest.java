package dev.grapnel.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.mongo.AnnotatedClasses;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.attribute.DocumentAttribute;
import dev.grapnel.mongo.embedded.People.Address;
import dev.grapnel.mongo.embedded.People.Branch;
import dev.grapnel.mongo.embedded.People.Circle;
import dev.grapnel.mongo.embedded.People.Person;
import dev.grapnel.mongo.embedded.People.Place;
import dev.grapnel.mongo.embedded.People.Square;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.IndexDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An object within a document")
class EmbeddedTest extends AnnotatedClasses {
    EmbeddedTest() {
        super(Person.class);
    }

    private static Address bern() {
        Address address = new Address("Bern");
        address.street = "Gasse 1";
        address.country = "CH";
        address.place = new Place(7, 47);
        return address;
    }

    private static Document bernStored() {
        return new Document("country", "CH")
                .append("street", "Gasse 1")
                .append("town", "Bern")
                .append("floor", 0)
                .append("lines", List.of())
                .append("place", new Document("x", 7).append("north", 47).append("names", null));
    }

    private Person saved(Person person) {
        session.save(person);
        session.flush();
        return person;
    }

    private Person atHome() {
        Person person = new Person(1);
        person.home = bern();
        return saved(person);
    }

    private static Address home(Person person) {
        return Objects.requireNonNull(person.home);
    }

    private Person readAgain() {
        session.clear();
        return session.find(Person.class).one();
    }

    private Document stored() {
        return server.documents("people").get(0);
    }

    private static ObjectStatus status(Person person) {
        return ObjectState.of(person).status();
    }

    private void assertWritten(Person person, String field, Object expected) {
        assertThat(status(person)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        assertThat(status(person)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(stored()).containsEntry(field, expected);
    }

    // ---- as it is stored ----

    @Test
    void isASubDocumentWithTheFieldsOfItsClass() {
        atHome();

        assertThat(stored()).containsEntry("home", bernStored());
    }

    @Test
    void isReadBackWithItsClasses() {
        atHome();

        Address home = home(readAgain());

        assertThat(home.city).isEqualTo("Bern");
        assertThat(home.country).isEqualTo("CH");
        assertThat(home.place).isEqualTo(new Place(7, 47));
        assertThat(home.lines).isEmpty();
    }

    @Test
    void isNullIfItIsNotThere() {
        saved(new Person(1));
        assertThat(stored()).containsEntry("home", null).containsEntry("place", null);
        assertThat(readAgain().home).isNull();

        server.collection("people").replaceOne(new Document(), new Document("_id", 1));
        assertThat(readAgain().home).isNull();
    }

    @Test
    void mayBeTakenAway() {
        Person person = atHome();

        person.home = null;

        assertThat(status(person)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        assertThat(stored()).containsEntry("home", null);
    }

    @Test
    void standsInListsAndMaps() {
        Person person = new Person(1);
        person.stops.add(bern());
        person.others.put("work", bern());
        saved(person);

        assertThat(stored())
                .containsEntry("stops", List.of(bernStored()))
                .containsEntry("others", new Document("work", bernStored()));
        Person read = readAgain();
        assertThat(read.stops.get(0).city).isEqualTo("Bern");
        assertThat(Objects.requireNonNull(read.others.get("work")).city).isEqualTo("Bern");
    }

    @Test
    void mayBeAPartOfItself() {
        Person person = new Person(1);
        person.tree = new Branch("a");
        person.tree.branches.add(new Branch("b"));
        saved(person);

        Person read = readAgain();
        Branch inner = Objects.requireNonNull(read.tree).branches.get(0);
        assertThat(inner.name).isEqualTo("b");
        inner.branches.add(new Branch("c"));

        session.flush();
        assertThat(Objects.requireNonNull(readAgain().tree)
                        .branches
                        .get(0)
                        .branches
                        .get(0)
                        .name)
                .isEqualTo("c");
    }

    // ---- changes ----

    @Nested
    class ThatChanges {
        @Test
        @Tag("ODM-S6")
        void makesItsDocumentDirty() {
            Person person = atHome();

            home(person).city = "Thun";

            assertWritten(person, "home", bernStored().append("town", "Thun"));
        }

        @Test
        @Tag("ODM-S6")
        void makesItsDocumentDirtyIfItWasLoaded() {
            atHome();
            Person person = readAgain();

            home(person).floor++;

            assertWritten(person, "home", bernStored().append("floor", 1));
        }

        @Test
        @Tag("ODM-S6")
        void byAListWithinItMakesItsDocumentDirty() {
            Person person = atHome();

            home(person).lines.add("at the back");

            assertWritten(person, "home", bernStored().append("lines", List.of("at the back")));
        }

        @Test
        @Tag("ODM-S6")
        void byAnAssignedListMakesItsDocumentDirtyWheneverThatChanges() {
            Person person = atHome();
            home(person).lines = new ArrayList<>(List.of("a"));
            session.flush();

            home(person).lines.add("b");

            assertWritten(person, "home", bernStored().append("lines", List.of("a", "b")));
        }

        @Test
        @Tag("ODM-S6")
        void inAListOrMapMakesItsDocumentDirty() {
            Person person = new Person(1);
            person.stops.add(bern());
            person.others.put("work", bern());
            saved(person);

            person.stops.get(0).floor = 2;
            assertWritten(person, "stops", List.of(bernStored().append("floor", 2)));

            Objects.requireNonNull(person.others.get("work")).floor = 3;
            assertWritten(person, "others", new Document("work", bernStored().append("floor", 3)));
        }

        @Test
        @Tag("ODM-S6")
        void withinARecordMakesItsDocumentDirty() {
            Person person = new Person(1);
            person.place = new Place(7, 47, new ArrayList<>(List.of("here")));
            saved(person);

            Objects.requireNonNull(Objects.requireNonNull(person.place).names()).add("there");

            assertWritten(
                    person,
                    "place",
                    new Document("x", 7).append("north", 47).append("names", List.of("here", "there")));
        }

        @Test
        @Tag("ODM-S4")
        void toAnEqualValueLeavesItsDocumentClean() {
            Person person = atHome();

            home(person).city = "Bern";
            home(person).place = new Place(7, 47);
            home(person).lines = List.of();

            assertThat(status(person)).isEqualTo(ObjectStatus.CLEAN);
        }

        @Test
        void inAFieldThatIsNotStoredLeavesItsDocumentClean() {
            Person person = atHome();

            home(person).ignored = "x";

            assertThat(status(person)).isEqualTo(ObjectStatus.CLEAN);
            assertThat(home(person).ignored).isEqualTo("x");
        }

        @Test
        void afterItWasReplacedReachesNobody() {
            Person person = atHome();
            Address former = home(person);
            person.home = new Address("Thun");
            session.flush();

            former.city = "Basel";

            assertThat(status(person)).isEqualTo(ObjectStatus.CLEAN);
            assertThat(former.city).isEqualTo("Basel");
        }

        @Test
        void afterItWasTakenOutOfAListReachesNobody() {
            Person person = new Person(1);
            Address stop = bern();
            person.stops.add(stop);
            saved(person);
            person.stops.remove(0);
            session.flush();

            stop.city = "Basel";

            assertThat(status(person)).isEqualTo(ObjectStatus.CLEAN);
        }

        @Test
        void andStandsInAListTwiceStillTellsIfOneOfThemIsTakenOut() {
            Person person = new Person(1);
            Address stop = bern();
            person.stops.add(stop);
            person.stops.add(stop);
            saved(person);
            person.stops.remove(0);
            session.flush();

            stop.floor = 4;

            assertWritten(person, "stops", List.of(bernStored().append("floor", 4)));
        }

        @Test
        void tellsAllDocumentsThatHaveIt() {
            Address shared = bern();
            Person one = new Person(1);
            one.home = shared;
            Person other = new Person(2);
            other.home = shared;
            session.save(one);
            saved(other);
            assertThat(home(other)).isSameAs(home(one));

            shared.floor = 5;

            assertThat(status(one)).isEqualTo(ObjectStatus.DIRTY);
            assertThat(status(other)).isEqualTo(ObjectStatus.DIRTY);
        }

        @Test
        void tellsTheLastOfManyDocumentsThatHadIt() {
            Address shared = bern();
            Person person = session.save(new Person(1));
            for (int times = 0; times < 20; times++) {
                person.home = null;
                person.home = shared;
                person.stops = List.of(shared);
            }
            session.flush();

            shared.floor = 6;

            assertWritten(person, "home", bernStored().append("floor", 6));
        }

        @Test
        @Tag("ODM-S1")
        void leavesTheOriginalDocumentAsItWas() {
            Person person = atHome();

            home(person).city = "Thun";
            home(person).lines.add("x");

            assertThat(ObjectState.of(person).originalDocument()).containsEntry("home", bernStored());
        }

        @Test
        void isInTheHistoryAsItWas() {
            Person person = atHome();

            home(person).city = "Thun";

            assertThat(Instance.of(person).history("home").deleted())
                    .singleElement()
                    .satisfies(former -> {
                        assertThat(((Address) former).city).isEqualTo("Bern");
                        ((Address) former).city = "Basel";
                    });
            assertThat(home(person).city).isEqualTo("Thun");
        }

        @Test
        void isToldAsAModification() {
            List<String> told = new ArrayList<>();
            Person person = atHome();
            DocumentAttribute<Person, Address> home = DocumentAttribute.of(Person.class, "home", Address.class);
            Subscription listening = Events.on(home).onModified(event -> told.add("modified"));
            home(person).city = "Thun";
            listening.close();

            assertThat(told).containsExactly("modified");
        }

        @Test
        void mayBeSentWithOnlyTheFieldsThatWereLoaded() {
            atHome();
            session.clear();
            Person person = session.find(Person.class, new Document("_id", 1), FindOptions.NONE.projection("home"))
                    .one();

            home(person).city = "Thun";
            session.flush();

            assertThat(stored()).containsEntry("home", bernStored().append("town", "Thun"));
        }
    }

    // ---- refusals ----

    @Nested
    class IsCheckedAnd {
        @Test
        @Tag("ODM-V4")
        void refusedWithItsPathWhenItIsLoaded() {
            server.collection("people")
                    .insertOne(new Document("_id", 1)
                            .append("stops", List.of(new Document("town", "Bern"), new Document("street", "x"))));

            assertThatThrownBy(() -> session.find(Person.class).one())
                    .isInstanceOf(ValidationException.class)
                    .hasMessageStartingWith("Cannot load the document with _id 1 of collection 'people' as "
                            + Person.class.getName() + ": stops.1.town: the field is required, and missing.");
        }

        @Test
        @Tag("ODM-V3")
        void refusedWhenItIsWritten() {
            Person person = atHome();
            home(person).city = null;

            assertThatThrownBy(session::flush)
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining(
                            ": home.town: the field is required, and missing. Correct the value and flush again.");
        }

        @Test
        @Tag("ODM-V3")
        void refusedWhenItIsWrittenIfItIsNewInAList() {
            Person person = atHome();
            Address nowhere = new Address("x");
            nowhere.city = null;
            person.stops.add(nowhere);

            assertThatThrownBy(session::flush)
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining(": stops.0.town: the field is required, and missing.");
        }

        @Test
        void refusedIfARecordRefusesItsValues() {
            server.collection("people")
                    .insertOne(new Document("_id", 1).append("place", new Document("x", -1).append("north", 0)));

            assertThatThrownBy(() -> session.find(Person.class).one())
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining(": place: the constructor of record " + Place.class.getName()
                            + " refuses the values: no place so far west.");
        }

        @Test
        void refusedIfItIsOfAnotherClass() {
            Person person = new Person(1);

            assertThatThrownBy(() -> person.home = new Address("x") {})
                    .isInstanceOf(ValidationException.class)
                    .hasMessageStartingWith("Cannot set Person.home: expected an object of " + Address.class.getName());
            assertThat(person.home).isNull();
        }

        @Test
        void takenAlsoWhereRowsAreNotChecked() {
            atHome();
            session.clear();

            Person person = session.find(Person.class, new Document(), FindOptions.NONE.withoutValidation())
                    .next();

            assertThat(home(person).city).isEqualTo("Bern");
        }
    }

    // ---- of one of several classes ----

    @Nested
    class OfASealedClass {
        @Test
        void isStoredWithTheClassItIsOf() {
            Person person = new Person(1);
            person.shape = new Circle(3);
            saved(person);

            assertThat(stored()).containsEntry("shape", new Document("kind", "round").append("radius", 3));
            assertThat(readAgain().shape).isEqualTo(new Circle(3));
        }

        @Test
        void maybeOfAnotherOneLater() {
            Person person = new Person(1);
            person.shape = new Circle(3);
            saved(person);
            Square square = new Square();
            person.shape = square;
            session.flush();

            square.side = 4;

            assertWritten(person, "shape", new Document("kind", "Square").append("side", 4));
            assertThat(readAgain().shape)
                    .isInstanceOfSatisfying(
                            Square.class, read -> assertThat(read.side).isEqualTo(4));
        }

        @Test
        void isRefusedIfTheClassIsNotKnown() {
            server.collection("people").insertOne(new Document("_id", 1).append("shape", new Document("kind", "flat")));

            assertThatThrownBy(() -> session.find(Person.class).one())
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining(": shape: its kind is flat, and the classes of "
                            + People.Shape.class.getName() + " stand for [round, Square].");
        }
    }

    // ---- conditions ----

    @Nested
    class InConditions {
        private final DocumentAttribute<Person, Address> home =
                DocumentAttribute.of(Person.class, "home", Address.class);

        @Test
        void isNamedByItsPath() {
            assertThat(home.part("city", String.class).storedName()).isEqualTo("home.town");
            assertThat(home.part("place", Place.class)
                            .part("east", Integer.class)
                            .storedName())
                    .isEqualTo("home.place.x");
            assertThat(DocumentAttribute.of(Person.class, "stops.city", String.class)
                            .storedName())
                    .isEqualTo("stops.town");
        }

        @Test
        void isAskedForByItsFields() {
            atHome();
            session.save(new Person(2)).stops.add(bern());
            session.flush();

            assertThat(session.find(
                                    Person.class,
                                    home.part("city", String.class).eq("Bern"))
                            .all())
                    .extracting(person -> person.id)
                    .containsExactly(1);
            assertThat(session.find(
                                    Person.class,
                                    DocumentAttribute.of(Person.class, "stops.city", String.class)
                                            .eq("Bern"))
                            .all())
                    .extracting(person -> person.id)
                    .containsExactly(2);
        }

        @Test
        void isAskedForAsAWhole() {
            Person person = new Person(1);
            person.place = new Place(1, 2);
            saved(person);

            DocumentAttribute<Person, Place> place = DocumentAttribute.of(Person.class, "place", Place.class);
            assertThat(session.find(Person.class, place.eq(new Place(1, 2))).all())
                    .hasSize(1);
            assertThat(session.find(Person.class, place.eq(new Place(1, 3))).all())
                    .isEmpty();
        }

        @Test
        void isRefusedIfItHasNoSuchField() {
            assertThatThrownBy(() -> home.part("planet", String.class).storedName())
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageStartingWith("Cannot ask for attribute 'home.planet' of " + Person.class.getName()
                            + " in documents: no field of them holds it.");
        }

        @Test
        void mayHaveIndexes() {
            assertThat(DocumentMapper.of(Person.class).indexes())
                    .contains(IndexDeclaration.on("home.country"), IndexDeclaration.on("stops.country"))
                    .doesNotContain(IndexDeclaration.on("others.country"));
        }
    }

    @Test
    void takesTheOthersOfADocumentThatIsRefreshed() {
        Person person = atHome();
        Address former = home(person);
        server.collection("people")
                .replaceOne(new Document(), new Document("_id", 1).append("home", Map.of("town", "Genf")));

        session.refresh(person);
        former.city = "nowhere";

        assertThat(home(person).city).isEqualTo("Genf");
        assertThat(status(person)).isEqualTo(ObjectStatus.CLEAN);
    }
}
