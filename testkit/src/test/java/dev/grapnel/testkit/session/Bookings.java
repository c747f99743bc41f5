package dev.grapnel.testkit.session;

import dev.grapnel.testkit.session.Seats.Place;
import dev.grapnel.testkit.session.Seats.Seat;
import dev.grapnel.testkit.session.Seats.Ticket;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Classes whose keys of several columns are those of other objects, or are made with them. */
final class Bookings {
    static final Class<?>[] ALL = {
        Seat.class, Ticket.class, Rating.class, Booking.class, Label.class, Row.class, Spot.class, WindowSpot.class
    };

    private Bookings() {}

    /** Has the key of a seat. */
    @Entity
    @Table(name = "rating")
    static class Rating {
        @EmbeddedId
        Place place;

        @OneToOne
        @MapsId
        Seat seat;

        int stars;
    }

    @Embeddable
    record BookingKey(Place seat, int day) {}

    /** Has a key with that of a seat inside. */
    @Entity
    @Table(name = "booking")
    static class Booking {
        @EmbeddedId
        BookingKey key;

        @ManyToOne(cascade = CascadeType.PERSIST)
        @MapsId("seat")
        @JoinColumn(name = "booked_line", referencedColumnName = "seat_line")
        @JoinColumn(name = "booked_letter", referencedColumnName = "letter")
        Seat seat;

        Booking(Seat seat, int day) {
            this.key = new BookingKey(null, day);
            this.seat = seat;
        }
    }

    @Embeddable
    static class LabelKey {
        Integer ticketId;

        String text;

        LabelKey(String text) {
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LabelKey key && ticketId.equals(key.ticketId) && text.equals(key.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /** Has a key with the generated one of a ticket inside. */
    @Entity
    @Table(name = "label")
    static class Label {
        @EmbeddedId
        LabelKey key;

        @ManyToOne
        @MapsId("ticketId")
        Ticket ticket;

        Label(Ticket ticket, String text) {
            this.key = new LabelKey(text);
            this.ticket = ticket;
        }
    }

    record RowKey(int line, String letter) {}

    /** Has the key of a seat in fields of its own. */
    @Entity
    @Table(name = "seat_row")
    @IdClass(RowKey.class)
    static class Row {
        @Id
        int line;

        @Id
        String letter;

        @ManyToOne
        @MapsId
        Seat seat;
    }

    @Entity
    @Table(name = "spot")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Spot {
        @EmbeddedId
        Place place;

        String note;

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "beside_line")
        @JoinColumn(name = "beside_letter")
        List<Spot> beside = new ArrayList<>();

        Spot(int line, String letter) {
            this.place = new Place(line, letter);
        }
    }

    @Entity
    @Table(name = "window_spot")
    @PrimaryKeyJoinColumn(name = "window_line")
    @PrimaryKeyJoinColumn(name = "window_letter")
    static class WindowSpot extends Spot {
        String view;

        WindowSpot(int line, String letter, String view) {
            super(line, letter);
            this.view = view;
        }
    }
}
