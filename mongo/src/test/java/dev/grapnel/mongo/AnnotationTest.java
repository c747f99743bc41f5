package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.annotated.Company;
import dev.grapnel.mongo.annotated.Contact;
import dev.grapnel.mongo.mapping.DocumentMapper;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An annotated class")
class AnnotationTest extends AnnotatedClasses {
    AnnotationTest() {
        super(Company.class, Contact.class);
    }

    private Contact saved() {
        Contact contact = new Contact();
        contact.name = "Ed";
        contact.kind = Contact.Kind.WORK;
        contact.phones.add("1");
        contact.counts.put("calls", 3);
        session.save(contact);
        session.flush();
        return contact;
    }

    @Test
    void isStoredAsItsFieldsSay() {
        Contact contact = saved();

        assertThat(server.documents("contacts"))
                .containsExactly(new Document("_id", contact.id)
                        .append("n", "Ed")
                        .append("kind", "WORK")
                        .append("phones", List.of("1"))
                        .append("counts", new Document("calls", 3))
                        .append("created", Date.from(Instant.parse("2020-01-02T03:04:05Z")))
                        .append("calls", 0)
                        .append("companyId", null)
                        .append("version", 1));
    }

    @Test
    void isReadBackWithItsTypes() {
        saved();
        session.clear();

        Contact contact = session.find(Contact.class).one();
        contact.phones.add("2");
        contact.calls++;
        session.flush();

        assertThat(contact.kind).isEqualTo(Contact.Kind.WORK);
        assertThat(contact.version).isEqualTo(2);
        assertThat(server.documents("contacts").get(0))
                .containsEntry("phones", List.of("1", "2"))
                .containsEntry("calls", 1);
    }

    @Test
    void isRelatedToOthersByTheirIds() {
        Company company = session.save(new Company());
        Contact contact = saved();

        contact.company = company;
        session.flush();

        assertThat(contact.companyId).isEqualTo(company.id);
        assertThat(company.contacts).containsExactly(contact);
        assertThat(server.documents("Company")).hasSize(1);
    }

    @Test
    @Tag("ODM-P8")
    void refersToAnObjectThatIsSavedLater() {
        Company company = new Company();
        Contact contact = saved();

        contact.company = company;
        session.save(company);
        session.flush();

        assertThat(contact.companyId).isNotNull().isEqualTo(company.id);
        assertThat(server.documents("contacts").get(0)).containsEntry("companyId", company.id);
    }

    @Test
    void hasTheIndexesThatItsFieldsAskFor() {
        assertThat(DocumentMapper.of(Contact.class).indexes()).singleElement().satisfies(index -> {
            assertThat(index.fields()).containsExactly("n");
            assertThat(index.unique()).isTrue();
        });
    }

    @Test
    void hasToBeAnEntity() {
        assertThatThrownBy(() -> registry.map(String.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it has no @Entity. Add it, or map the class with DocumentMapping.of.");
    }
}
