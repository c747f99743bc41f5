package dev.grapnel.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.NotEnhancedException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.MemoryServer;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.embedded.People.Address;
import dev.grapnel.mongo.embedded.People.Branch;
import dev.grapnel.mongo.embedded.People.Person;
import dev.grapnel.mongo.field.EmbeddedMapping;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.ObjectSnapshot;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("An object within a document, mapped by a program")
class EmbeddedMappingTest {
    @RegisterExtension
    final MemoryServer server = new MemoryServer();

    private final DocumentRegistry registry = DocumentRegistry.create();

    @SuppressWarnings("NullAway.Init") // made before each test
    private OdmSession session;

    /** Has no annotations. */
    record Money(int amount, String currency) {}

    @BeforeEach
    void map() {
        registry.map(DocumentMapping.of(Person.class)
                .collection("people")
                .field("id", "_id", Schema.integer())
                .field("home", address())
                .field("stops", Schema.array(address()))
                .field("wealth", money()));
        session = OdmSessionFactory.of(server.store()).open();
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    private static FieldSchema address() {
        return EmbeddedMapping.of(Address.class)
                .field("city", "c", Schema.string().notNull())
                .field("floor", Schema.integer())
                .field("lines", Schema.array(Schema.string()))
                .asField();
    }

    private static FieldSchema money() {
        return EmbeddedMapping.of(Money.class)
                .field("amount", Schema.integer())
                .field("currency", Schema.string())
                .asField();
    }

    private Person saved() {
        Person person = session.save(new Person(1));
        person.home = new Address("Bern");
        ObjectState.of(person).set("wealth", new Money(5, "CHF"));
        session.flush();
        return person;
    }

    @Test
    void hasTheFieldsThatAreSaid() {
        saved();

        assertThat(server.documents("people"))
                .containsExactly(new Document("_id", 1)
                        .append(
                                "home",
                                new Document("c", "Bern").append("floor", 0).append("lines", List.of()))
                        .append("stops", List.of())
                        .append("wealth", new Document("amount", 5).append("currency", "CHF")));
        session.clear();
        Person read = session.find(Person.class).one();
        assertThat(Objects.requireNonNull(read.home).city).isEqualTo("Bern");
        assertThat(ObjectState.of(read).get("wealth")).isEqualTo(new Money(5, "CHF"));
    }

    @Test
    void isCheckedAtEachAssignment() {
        Person person = saved();
        Address home = Objects.requireNonNull(person.home);

        assertThatThrownBy(() -> home.city = null)
                .isInstanceOf(ValidationException.class)
                .hasMessageStartingWith("Cannot set Address.city: null is no value of this field.");
        assertThat(home.city).isEqualTo("Bern");
        assertThat(ObjectState.of(person).status()).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    void mayBeGivenAsAMap() {
        Person person = saved();

        ObjectState.of(person).set("home", Map.of("c", "Thun", "floor", 2));

        assertThat(Objects.requireNonNull(person.home).city).isEqualTo("Thun");
        assertThatThrownBy(() -> ObjectState.of(person).set("home", Map.of("city", "Thun")))
                .isInstanceOf(ValidationException.class)
                .hasMessageStartingWith(
                        "Cannot set Person.home: 'city' is none of the declared fields [c, floor, lines].");
    }

    @Test
    void tellsNobodyIfItWasLoadedUntracked() {
        saved();
        session.clear();
        Person person = session.find(Person.class, new Document(), FindOptions.NONE.untracked())
                .one();

        Objects.requireNonNull(person.home).city = "Thun";

        assertThat(ObjectState.of(person).status()).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    void comesBackAsItWasWithItsDocument() {
        Person person = saved();
        person.stops.add(new Address("Genf"));
        ObjectSnapshot before = ObjectSnapshot.of(DocumentState.of(person));

        for (int times = 0; times < 2; times++) {
            Objects.requireNonNull(person.home).city = "Thun";
            person.stops.get(0).lines.add("x");
            before.restore();

            assertThat(Objects.requireNonNull(person.home).city).isEqualTo("Bern");
            assertThat(person.stops.get(0).lines).isEmpty();
        }
        session.flush();
        Objects.requireNonNull(person.home).floor = 9;
        assertThat(ObjectState.of(person).status()).isEqualTo(ObjectStatus.DIRTY);
    }

    // ---- refusals ----

    @Test
    void isRefusedWhereAnotherMappingOfItsClassHasIt() {
        Person person = saved();
        Address home = Objects.requireNonNull(person.home);

        assertThatThrownBy(() -> person.stops.add(home))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot take an object of " + Address.class.getName()
                        + " as a value: it is one already, in another store or by another mapping of its class, and only one can be told of its changes."
                        + " Assign a copy of it.");

        person.home = null;
        person.stops.add(home);
        home.floor = 3;
        session.flush();
        assertThat(server.documents("people").get(0).getList("stops", Document.class))
                .singleElement()
                .satisfies(stop -> assertThat(stop).containsEntry("floor", 3));
    }

    @Test
    void isRefusedIfAComponentOfARecordIsNotMapped() {
        assertThatThrownBy(() -> EmbeddedMapping.of(Money.class)
                        .field("amount", Schema.integer())
                        .asField())
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("Cannot embed values of record " + Money.class.getName()
                        + ": of its components only [amount] are mapped, and its constructor takes all.");
    }

    @Test
    void isRefusedIfAFieldIsMappedTwice() {
        EmbeddedMapping mapping = EmbeddedMapping.of(Address.class).field("city", "c", Schema.string());

        assertThatThrownBy(() -> mapping.field("street", "c", Schema.string()))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("Cannot map " + Address.class.getName()
                        + ".street as 'c': city is mapped as 'c'. Map each field once.");
    }

    /** Has two fields of one name. */
    @Embeddable
    record Doubled(
            int amount, @DocumentField(name = "amount") int other) {}

    @Test
    void isRefusedIfTwoOfItsFieldsAreStoredUnderOneName() {
        assertThatThrownBy(() -> EmbeddedMapping.annotated(Doubled.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("Cannot map " + Doubled.class.getName()
                        + ".other as 'amount': amount is mapped as 'amount'. Map each field once.");
    }

    /** A class of it has a field of the name that tells the classes apart. */
    sealed interface Ticket permits Ride {}

    /** Has that field. */
    @Embeddable
    record Ride(String type) implements Ticket {}

    @Test
    void isRefusedIfAFieldOfItIsStoredWhereItsClassIs() {
        assertThatThrownBy(() -> EmbeddedMapping.annotated(Ticket.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith(
                        "Cannot map " + Ride.class.getName()
                                + ".type as 'type': that field says of which class a value is. Rename one of them, with @DocumentField or @DiscriminatorColumn.");
    }

    @Test
    void isRefusedIfItsClassIsNotEnhanced() {
        assertThatThrownBy(() -> EmbeddedMapping.of(ArrayList.class)
                        .field("size", Schema.integer())
                        .asField())
                .isInstanceOf(NotEnhancedException.class)
                .hasMessageStartingWith("Cannot embed values of java.util.ArrayList: the class is not enhanced");
    }

    @Test
    void isRefusedIfThereAreNoObjectsOfItsClass() {
        assertThatThrownBy(() -> EmbeddedMapping.of(Runnable.class).asField())
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith(
                        "Cannot embed values of java.lang.Runnable: there are no objects of an abstract class or interface.");
    }

    @Test
    void mayHaveWhatItsAnnotationsSay() {
        assertThat(EmbeddedMapping.annotated(Branch.class).type().part("name")).isNotNull();
        assertThatThrownBy(() -> EmbeddedMapping.annotated(Money.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("Cannot embed values of " + Money.class.getName()
                        + " by its annotations: it has no @Embeddable, and is not sealed with classes that have it.");
    }
}
