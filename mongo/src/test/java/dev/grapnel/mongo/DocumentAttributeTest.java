package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.mongo.annotated.Company;
import dev.grapnel.mongo.annotated.Contact;
import dev.grapnel.mongo.attribute.DocumentAttribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An attribute of a document class")
class DocumentAttributeTest extends AnnotatedClasses {
    private static final DocumentAttribute<Contact, String> NAME =
            DocumentAttribute.of(Contact.class, "name", String.class);
    private static final DocumentAttribute<Contact, Contact.Kind> KIND =
            DocumentAttribute.of(Contact.class, "kind", Contact.Kind.class);
    private static final DocumentAttribute<Contact, Integer> CALLS =
            DocumentAttribute.of(Contact.class, "calls", Integer.class);
    private static final DocumentAttribute<Contact, Instant> CREATED =
            DocumentAttribute.of(Contact.class, "created", Instant.class);

    DocumentAttributeTest() {
        super(Company.class, Contact.class);
    }

    @BeforeEach
    void fill() {
        save("Ann", Contact.Kind.OTHER, 1);
        save("Bob", Contact.Kind.WORK, 2);
        save("Cid", Contact.Kind.WORK, 3);
        session.flush();
    }

    private void save(String name, Contact.Kind kind, int calls) {
        Contact contact = new Contact();
        contact.name = name;
        contact.kind = kind;
        contact.calls = calls;
        session.save(contact);
    }

    private List<String> names(Bson filter) {
        List<String> names = new ArrayList<>();
        session.find(Contact.class, filter).forEach(contact -> names.add(contact.name));
        return names;
    }

    @Test
    void knowsHowItIsStored() {
        assertThat(NAME.storedName()).isEqualTo("n");
        assertThat(CALLS.storedName()).isEqualTo("calls");
        assertThat(NAME.type()).isEqualTo(String.class);
        assertThat(NAME).hasToString("Contact.name");
    }

    @Test
    void makesConditionsWithValuesOfTheClass() {
        assertThat(names(NAME.eq("Bob"))).containsExactly("Bob");
        assertThat(names(KIND.eq(Contact.Kind.OTHER))).containsExactly("Ann");
        assertThat(names(KIND.ne(Contact.Kind.OTHER))).containsExactly("Bob", "Cid");
        assertThat(names(NAME.in(List.of("Ann", "Cid")))).containsExactly("Ann", "Cid");
        assertThat(names(NAME.eq(null))).isEmpty();
        assertThat(names(NAME.exists())).hasSize(3);
    }

    @Test
    void comparesValues() {
        assertThat(names(CALLS.gt(1))).containsExactly("Bob", "Cid");
        assertThat(names(CALLS.gte(3))).containsExactly("Cid");
        assertThat(names(CALLS.lt(2))).containsExactly("Ann");
        assertThat(names(CALLS.lte(2))).containsExactly("Ann", "Bob");
        assertThat(names(CREATED.lt(Instant.parse("2020-01-02T03:04:05Z")))).isEmpty();
        assertThat(names(CREATED.gte(Instant.parse("2020-01-02T03:04:05Z")))).hasSize(3);
    }

    @Test
    void isATargetOfEvents() {
        List<String> told = new ArrayList<>();
        Contact contact = session.find(Contact.class, NAME.eq("Ann")).one();
        Subscription listening = Events.on(NAME).onSet(event -> told.add(event.oldValue() + " to " + event.value()));
        contact.name = "Anne";
        listening.close();

        assertThat(told).containsExactly("Ann to Anne");
    }

    @Test
    void thatIsNotStoredIsRefusedInConditions() {
        assertThatThrownBy(() -> DocumentAttribute.of(Contact.class, "company", Company.class)
                        .exists())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot ask for attribute 'company' of dev.grapnel.mongo.annotated.Contact in documents:"
                                + " no field of them holds it. Name an attribute that is stored; for a relation, the one with the foreign id.");
    }

    @Test
    void ofAClassThatIsNotMappedIsRefused() {
        assertThatThrownBy(() -> DocumentAttribute.of(String.class, "length", Integer.class)
                        .storedName())
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageStartingWith("Class java.lang.String is not mapped onto a collection.");
    }
}
