package dev.grapnel.testkit.session;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Seats have a key that is a record, and tickets refer to them. */
final class Seats {
    private Seats() {}

    @Embeddable
    record Place(int line, String letter) {}

    @Entity
    @Table(name = "seat")
    static class Seat {
        @EmbeddedId
        @AttributeOverride(name = "line", column = @Column(name = "seat_line"))
        Place place;

        String note;

        Seat(Place place) {
            this.place = place;
        }
    }

    @Entity
    @Table(name = "ticket")
    static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        Seat seat;
    }
}
