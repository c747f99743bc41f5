package dev.grapnel.core.flush.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.TestDatabases;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an explanation takes for the value of an attribute, and for a change of it. */
@DisplayName("The values known before a flush")
class KnownValuesTest {
    private final KnownValues values = new KnownValues();
    private Engine engine;
    private Registry registry;
    private Session session;
    private Seat seat;
    private Seat other;

    record SeatKey(Integer line, Integer number) {}

    @Entity
    @IdClass(SeatKey.class)
    @Table(name = "seat")
    static class Seat {
        @Id
        Integer line;

        @Id
        Integer number;

        String guest;

        Seat(Integer line, Integer number, String guest) {
            this.line = line;
            this.number = number;
            this.guest = guest;
        }
    }

    @BeforeEach
    void open() {
        engine = TestDatabases.H2.open();
        registry = Registry.of(Seat.class);
        Schema.of(registry).createAll(engine);
        session = SessionFactory.of(engine, registry, SessionOptions.DEFAULT.withAutoflush(false))
                .open();
        seat = new Seat(1, 2, "ann");
        other = new Seat(3, 4, "bob");
        session.addAll(List.of(seat, other));
        session.flush();
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    private static InstanceState state(Object object) {
        return ClassManager.requireState(object);
    }

    private Object value(Seat of, String attribute) {
        return values.of(state(of), attribute);
    }

    private boolean isToCome(Seat of, String attribute) {
        return KnownValues.isToCome(value(of, attribute));
    }

    private boolean isIn(String attribute) {
        return values.isIn(state(seat), ClassManager.of(state(seat)).tracker(attribute));
    }

    private boolean isGone(String attribute) {
        return values.isGone(state(seat), attribute);
    }

    /** Foretells that an attribute gets the value that the other seat has. */
    private void assign(String attribute, String from) {
        values.copy(state(other), from, state(seat), attribute);
    }

    @Nested
    class OfAnObject {
        @Test
        void areThoseInMemory() {
            seat.guest = "cid";

            assertThat(value(seat, "guest")).isEqualTo("cid");
        }

        @Test
        void mayBeNull() {
            seat.guest = null;

            assertThat(value(seat, "guest")).isNull();
        }

        @Test
        void areToComeForTheKeyOfANewObject() {
            Seat fresh = new Seat(null, 5, null);

            assertThat(isToCome(fresh, "line")).isTrue();
            assertThat(isToCome(fresh, "number")).isFalse();
            assertThat(value(fresh, "guest")).isNull();
        }

        @Test
        void areToComeIfTheyHaveToBeLoaded() {
            session.expire(seat);

            assertThat(isToCome(seat, "guest")).isTrue();
        }

        @Test
        void areTakenFromTheIdentityIfTheKeyIsNotLoaded() {
            session.expire(seat);

            assertThat(value(seat, "line")).isEqualTo(1);
            assertThat(value(seat, "number")).isEqualTo(2);
        }

        @Test
        void areTheFormerOnesIfTheKeyIsSetToNull() {
            seat.number = null;

            assertThat(value(seat, "number")).isEqualTo(2);
        }

        @Test
        void areThoseForetold() {
            assign("guest", "guest");

            assertThat(value(seat, "guest")).isEqualTo("bob");
        }

        @Test
        void areNullIfForetoldToBeCleared() {
            values.clear(state(seat), "guest");

            assertThat(value(seat, "guest")).isNull();
            assertThat(isIn("guest")).isTrue();
        }
    }

    @Nested
    class OfAChange {
        @Test
        void areNoneIfNothingChanged() {
            assertThat(isIn("guest")).isFalse();
            assertThat(isGone("guest")).isFalse();
        }

        @Test
        void areWrittenIfTheyDiffer() {
            seat.guest = "cid";

            assertThat(isIn("guest")).isTrue();
            assertThat(isGone("guest")).isTrue();
        }

        @Test
        void areNotWrittenIfTheyAreEqual() {
            seat.guest = new String("ann");

            assertThat(isIn("guest")).isFalse();
        }

        @Test
        void areWrittenIfForetoldToDiffer() {
            assign("guest", "guest");

            assertThat(isIn("guest")).isTrue();
            assertThat(isGone("guest")).isTrue();
        }

        @Test
        void areNotWrittenIfForetoldToBeWhatTheStoreHas() {
            other.guest = "ann";
            assign("guest", "guest");

            assertThat(isIn("guest")).isFalse();
            assertThat(isGone("guest")).isFalse();
        }

        @Test
        void areComparedWithTheStoreAndNotWithWhatWasSetSince() {
            seat.guest = "bob";
            assign("guest", "guest");

            assertThat(isIn("guest")).isTrue();
            assertThat(isGone("guest")).isTrue();
        }

        @Test
        void areWrittenIfNobodyKnowsWhatTheStoreHas() {
            session.expire(seat);
            assign("guest", "guest");

            assertThat(isIn("guest")).isTrue();
            assertThat(isGone("guest")).isFalse();
        }

        @Test
        void areWrittenIfTheForetoldOneIsToCome() {
            session.expire(other);
            assign("guest", "guest");

            assertThat(isIn("guest")).isTrue();
        }

        @Test
        void areComparedWithTheIdentityIfTheKeyIsNotLoaded() {
            session.expire(seat);
            assign("line", "line");
            other.number = 2;
            assign("number", "number");

            assertThat(List.of(isIn("line"), isGone("line"))).containsOnly(true);
            assertThat(List.of(isIn("number"), isGone("number"))).containsOnly(false);
        }
    }
}
