package dev.grapnel.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.filters.Office.SeasonTicket;
import dev.grapnel.filters.Office.Ticket;
import dev.grapnel.sql.attribute.ColumnAttribute;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hierarchies whose classes have a table each. */
class SoftDeleteInheritanceTest extends OfficeTest {
    @Override
    Class<?>[] classes() {
        return new Class<?>[] {Ticket.class, SeasonTicket.class};
    }

    @BeforeEach
    void fill() {
        SoftDelete.by(ColumnAttribute.of(Ticket.class, "deletedAt", LocalDateTime.class), LocalDateTime::now)
                .on(sessions);
        session.addAll(List.of(new Ticket(1), new Ticket(2), new SeasonTicket(3), new SeasonTicket(4)));
        session.commit();
        session.delete(session.getOne(Ticket.class, 1));
        session.delete(session.getOne(Ticket.class, 3));
        session.commit();
        session.expungeAll();
    }

    @Test
    void aQueryOverAllTablesDoesNotSeeWhatIsDeleted() {
        assertThat(session.query(Ticket.class).list())
                .extracting(ticket -> ticket.number)
                .containsExactlyInAnyOrder(2, 4);
    }

    @Test
    void aGetOverAllTablesDoesNotSeeWhatIsDeleted() {
        assertThat(session.get(Ticket.class, 3)).isNull();
        assertThat(session.get(Ticket.class, 4)).isInstanceOf(SeasonTicket.class);
    }

    @Test
    void aQueryForASubclassDoesNotSeeWhatIsDeleted() {
        assertThat(session.query(SeasonTicket.class).list())
                .singleElement()
                .extracting(ticket -> ticket.number)
                .isEqualTo(4);
    }
}
