package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.testkit.session.Seats.Place;
import dev.grapnel.testkit.session.Seats.Seat;
import dev.grapnel.testkit.session.Seats.Ticket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys that are embedded values. */
@EveryDatabase
@DisplayName("An embedded key on")
class EmbeddedKeyTest extends DatabaseTest {
    EmbeddedKeyTest() {
        super(Seat.class, Ticket.class);
    }

    private Seat givenSeat() {
        given(s -> new Seat(new Place(7, "c")), seat -> ((Seat) seat).place);
        return session.get(Seat.class, new Place(7, "c"));
    }

    @Test
    void findsTheObjectByItsValueOrItsParts() {
        Seat seat = givenSeat();

        assertThat(seat.place).isEqualTo(new Place(7, "c"));
        assertThat(session.get(Seat.class, 7, "c")).isSameAs(seat);
        assertThat(session.get(Seat.class, new Place(8, "c"))).isNull();
    }

    @Test
    void isThePrimaryKeyOfTheTable() {
        assertThat(registry.mapper(Seat.class).table().primaryKey())
                .extracting(column -> column.name())
                .containsExactly("seat_line", "letter");
    }

    @Test
    void tellsWhichRowIsUpdatedAndDeleted() {
        Seat seat = givenSeat();
        session.add(new Seat(new Place(7, "d")));
        seat.note = "window";
        session.flush();
        assertThat(direct().fetchValue("select note from seat where letter = 'c'"))
                .isEqualTo("window");

        session.delete(seat);
        session.flush();

        assertThat(direct().fetchValues("select letter from seat")).hasToString("[d]");
    }

    @Test
    void isReferredToByOtherObjects() {
        Seat seat = givenSeat();
        Ticket ticket = new Ticket();
        ticket.seat = seat;
        session.add(ticket);
        session.flush();
        Integer id = ticket.id;
        session.commit();

        elsewhere(s -> assertThat(s.get(Ticket.class, id).seat.place).isEqualTo(new Place(7, "c")));
    }

    @Test
    void makesAMergedObjectTheOneOfThatKey() {
        Seat seat = givenSeat();
        Seat given = new Seat(new Place(7, "c"));
        given.note = "aisle";

        assertThat(session.merge(given)).isSameAs(seat);
        assertThat(seat.note).isEqualTo("aisle");
    }
}
