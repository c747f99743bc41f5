package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.mongo.annotated.Ticket;
import dev.grapnel.mongo.attribute.DocumentAttribute;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.IndexDeclaration;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mapped superclass of a document class")
class MappedSuperclassTest extends AnnotatedClasses {
    private static final Instant NOON = Instant.parse("2020-01-02T12:00:00Z");

    MappedSuperclassTest() {
        super(Ticket.class);
    }

    private Ticket saved() {
        Ticket ticket = new Ticket();
        ticket.id = 1;
        ticket.created = NOON;
        ticket.seat = "c";
        session.save(ticket);
        session.flush();
        return ticket;
    }

    @Test
    void lendsItsFields() {
        saved();

        assertThat(server.documents("tickets"))
                .containsExactly(new Document("_id", 1)
                        .append("on", Date.from(NOON))
                        .append("notes", List.of(7L))
                        .append("version", 1)
                        .append("seat", "c")
                        .append("row", 0));
    }

    @Test
    void lendsFieldsThatAreWatched() {
        Ticket ticket = saved();
        ticket.created = NOON.plusSeconds(1);
        ticket.notes.add(8L);
        assertThat(ObjectState.of(ticket).status()).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        session.clear();

        Ticket read = session.find(Ticket.class).one();
        assertThat(read.created).isEqualTo(NOON.plusSeconds(1));
        assertThat(read.notes).containsExactly(7L, 8L);
        assertThat(read.version).isEqualTo(2);
    }

    @Test
    void lendsItsIndexesAndExtensions() {
        assertThat(DocumentMapper.of(Ticket.class).indexes())
                .containsExactly(
                        IndexDeclaration.on("on").expiringAfter(Duration.ofMinutes(1)),
                        IndexDeclaration.on("seat", "-row").asUnique().named("place"));
        assertThat(DocumentMapper.of(Ticket.class).extensions()).hasSize(1);
    }

    @Test
    void hasAttributesForConditions() {
        saved();
        DocumentAttribute<Ticket, Instant> created = DocumentAttribute.of(Ticket.class, "created", Instant.class);

        assertThat(created.storedName()).isEqualTo("on");
        assertThat(session.find(Ticket.class, created.gt(NOON)).all()).isEmpty();
        assertThat(session.find(Ticket.class, created.eq(NOON)).all()).hasSize(1);
    }
}
