package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.schema.Column;
import dev.grapnel.testkit.session.Bookings.Booking;
import dev.grapnel.testkit.session.Bookings.BookingKey;
import dev.grapnel.testkit.session.Bookings.Label;
import dev.grapnel.testkit.session.Bookings.Rating;
import dev.grapnel.testkit.session.Bookings.Row;
import dev.grapnel.testkit.session.Bookings.Spot;
import dev.grapnel.testkit.session.Bookings.WindowSpot;
import dev.grapnel.testkit.session.Seats.Place;
import dev.grapnel.testkit.session.Seats.Seat;
import dev.grapnel.testkit.session.Seats.Ticket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys of several columns. */
@EveryDatabase
@DisplayName("A key of several columns")
class DerivedCompositeKeyTest extends DatabaseTest {
    private Seat seat;

    DerivedCompositeKeyTest() {
        super(Bookings.ALL);
    }

    @BeforeEach
    void makeTheOther() {
        seat = new Seat(new Place(7, "c"));
    }

    @Nested
    class ThatIsOfAnotherObject {
        private Rating rated() {
            Rating rating = new Rating();
            rating.seat = seat;
            session.addAll(List.of(rating, seat));
            session.flush();
            return rating;
        }

        @Test
        @Tag("U-7")
        void isThatOfTheOtherAfterTheFlush() {
            Rating rating = rated();

            assertThat(rating.place).isEqualTo(new Place(7, "c"));
            assertThat(session.get(Rating.class, new Place(7, "c"))).isSameAs(rating);
        }

        @Test
        void standsInTheColumnsOfTheForeignKey() {
            rated();

            assertThat(registry.mapper(Rating.class).table().columns())
                    .extracting(Column::name)
                    .containsExactly("seat_seat_line", "seat_letter", "stars");
            assertThat(registry.mapper(Rating.class).table().primaryKey())
                    .extracting(Column::name)
                    .containsExactly("seat_seat_line", "seat_letter");
        }

        @Test
        @Tag("U-2")
        void isWrittenAfterTheOther() {
            rated();

            statements.assertStatements("INSERT seat", "INSERT rating");
        }

        @Test
        void isLoadedWithTheReference() {
            rated();
            session.commit();

            elsewhere(s -> assertThat(s.get(Rating.class, new Place(7, "c")).seat)
                    .isSameAs(s.get(Seat.class, new Place(7, "c"))));
        }

        @Test
        void tellsWhichRowIsUpdatedAndDeleted() {
            Rating rating = rated();
            rating.stars = 4;
            session.flush();
            assertThat(direct().fetchValue("select stars from rating")).isEqualTo(4);

            session.delete(rating);
            session.flush();

            assertThat(rows("rating")).isZero();
        }

        @Test
        void mayBeInFieldsOfTheClass() {
            Row row = new Row();
            row.seat = seat;
            session.addAll(List.of(seat, row));

            session.commit();

            assertThat(row.letter).isEqualTo("c");
            assertThat(session.get(Row.class, 7, "c")).isSameAs(row);
        }
    }

    @Nested
    class WithAnotherOneInside {
        @Test
        @Tag("U-7")
        void hasThatOfTheOtherAfterTheFlush() {
            Booking booking = new Booking(seat, 3);
            session.add(booking);

            session.flush();

            assertThat(booking.key).isEqualTo(new BookingKey(new Place(7, "c"), 3));
            assertThat(session.get(Booking.class, new BookingKey(new Place(7, "c"), 3)))
                    .isSameAs(booking);
        }

        @Test
        void isInTheColumnsThatTheRelationshipNames() {
            assertThat(registry.mapper(Booking.class).table().primaryKey())
                    .extracting(Column::name)
                    .containsExactly("booked_line", "booked_letter", "day");
        }

        @Test
        void isLoadedWithTheReference() {
            session.add(new Booking(seat, 3));
            session.commit();

            elsewhere(s -> assertThat(s.query(Booking.class).one().seat.place).isEqualTo(new Place(7, "c")));
        }

        @Test
        @Tag("U-7")
        void takesAGeneratedOne() {
            Ticket ticket = new Ticket();
            Label label = new Label(ticket, "vip");
            session.addAll(List.of(label, ticket));

            session.commit();

            assertThat(label.key.ticketId).isEqualTo(ticket.id).isNotNull();
            assertThat(session.get(Label.class, ticket.id, "vip")).isSameAs(label);
        }
    }

    @Nested
    class ThatIsEmbeddedInAHierarchyOfSeveralTables {
        private WindowSpot saved() {
            WindowSpot spot = new WindowSpot(1, "a", "sea");
            session.add(spot);
            session.flush();
            return spot;
        }

        @Test
        @Tag("A-14")
        void isInTheTableOfEachClass() {
            saved();

            assertThat(registry.mapper(WindowSpot.class).table().primaryKey())
                    .extracting(Column::name)
                    .containsExactly("window_line", "window_letter");
            statements.assertStatements("INSERT spot", "INSERT window_spot");
        }

        @Test
        void findsTheObject() {
            saved();
            session.commit();

            elsewhere(s -> {
                Spot found = s.get(Spot.class, new Place(1, "a"));
                assertThat(found).isInstanceOf(WindowSpot.class);
                assertThat(((WindowSpot) found).view).isEqualTo("sea");
                assertThat(found.place).isEqualTo(new Place(1, "a"));
                assertThat(s.get(WindowSpot.class, 1, "a")).isSameAs(found);
            });
        }

        @Test
        void tellsWhichRowsAreUpdated() {
            WindowSpot spot = saved();
            spot.view = "hill";
            spot.note = "draughty";

            session.commit();

            assertThat(direct().fetchValue("select \"view\" from window_spot")).isEqualTo("hill");
            assertThat(direct().fetchValue("select note from spot")).isEqualTo("draughty");
        }

        @Test
        void tellsWhichRowsAreDeleted() {
            WindowSpot spot = saved();
            session.delete(spot);

            session.flush();

            assertThat(rows("spot") + rows("window_spot")).isZero();
        }

        @Test
        void isReferredToByObjectsOfTheHierarchy() {
            Spot first = new Spot(1, "b");
            first.beside.add(saved());
            session.add(first);
            session.commit();

            elsewhere(s -> assertThat(s.get(Spot.class, 1, "b").beside)
                    .extracting(spot -> spot.place)
                    .containsExactly(new Place(1, "a")));
        }
    }
}
