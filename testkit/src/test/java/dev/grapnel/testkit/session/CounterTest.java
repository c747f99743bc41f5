package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.sql.schema.Table;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Keys.Circle;
import dev.grapnel.testkit.session.Keys.Coupon;
import dev.grapnel.testkit.session.Keys.Shape;
import dev.grapnel.testkit.session.Keys.Square;
import dev.grapnel.testkit.session.Keys.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keys that are counted in a table. */
@DisplayName("Counters")
class CounterTest {

    @Nested
    @EveryDatabase
    class On extends DatabaseTest {
        On() {
            super(Keys.COUNTERS);
        }

        private boolean isApart() {
            return database != TestDatabases.SQLITE_MEMORY;
        }

        @Test
        void haveTablesOfTheirOwn() {
            assertThat(registry.tables()).extracting(Table::name).contains("key_counters", "counts");
        }

        @Test
        void giveKeysFromOneOn() {
            List<Ticket> tickets = List.of(new Ticket(), new Ticket());
            session.addAll(tickets);

            session.flush();

            assertThat(tickets).extracting(ticket -> ticket.id).containsExactly(1, 2);
        }

        @Test
        void beginBehindTheirInitialValue() {
            Coupon coupon = new Coupon();
            session.add(coupon);

            session.commit();

            assertThat(coupon.id).isEqualTo(101);
            assertThat(direct().fetchValue("select what from counts")).isEqualTo("coupon");
        }

        @Test
        void areAskedOnceForAllRowsOfABatch() {
            session.add(new Coupon());
            session.flush();
            statements.clear();
            IntStream.range(0, 35).forEach(at -> session.add(new Coupon()));

            session.flush();

            statements.assertStatements("UPDATE counts", "SELECT counts", "INSERT coupon ×35");
            assertThat(session.query(Coupon.class).list())
                    .extracting(coupon -> coupon.id)
                    .doesNotHaveDuplicates()
                    .hasSize(36)
                    .contains(101L, 136L);
        }

        @Test
        void keepTheRestOfABlockWhereTheyCountInATransactionOfTheirOwn() {
            session.add(new Coupon());
            session.commit();

            assertThat(direct().fetchValue("select last from counts")).isEqualTo(isApart() ? 110L : 101L);
        }

        @Test
        void doNotGiveAKeyOfARolledBackRowTwiceWhereTheyCountInATransactionOfTheirOwn() {
            session.add(new Coupon());
            session.flush();
            session.rollback();
            Coupon next = new Coupon();
            session.add(next);

            session.commit();

            assertThat(next.id).isEqualTo(isApart() ? 102L : 101L);
        }

        @Test
        void giveEachProgramBlocksOfItsOwn() {
            elsewhere(s -> s.add(new Coupon()));
            SessionFactory other = SessionFactory.of(engine, registry);
            other.inTransaction(s -> s.add(new Coupon()));
            elsewhere(s -> s.add(new Coupon()));

            assertThat(session.query(Coupon.class).list())
                    .extracting(coupon -> coupon.id)
                    .containsExactlyInAnyOrder(101L, isApart() ? 111L : 102L, isApart() ? 102L : 103L);
        }

        @Test
        void giveKeysThatAreUniqueInAHierarchyWithATableForEachClass() {
            List<Shape> shapes = List.of(new Shape(), new Circle(), new Square(), new Circle());
            session.addAll(shapes);

            session.commit();

            assertThat(session.query(Shape.class).list())
                    .containsExactlyInAnyOrderElementsOf(shapes)
                    .extracting(shape -> shape.id)
                    .doesNotHaveDuplicates();
        }

        @Test
        void giveKeysToRowsOfASetBasedInsert() {
            session.insertInto(Ticket.class)
                    .values(List.of(Map.of("text", "a"), Map.of("text", "b")))
                    .execute();

            assertThat(session.query(Ticket.class).list())
                    .extracting(ticket -> ticket.id)
                    .containsExactlyInAnyOrder(1, 2);
        }

        @Test
        void areNotToldAsRefreshedValues() {
            List<Object> seen = new ArrayList<>();
            try (Subscription unused = InstanceEvents.on(Ticket.class).refreshFlush(e -> seen.add(e.attributes()))) {
                session.add(new Ticket());
                session.flush();
            }

            assertThat(seen).isEmpty();
        }
    }

    @Test
    void sayThatTheyNeedASecondConnection() {
        Registry registry = Registry.of(Keys.COUNTERS);
        EngineSettings settings = EngineSettings.DEFAULT.withPoolSize(1).withConnectTimeout(Duration.ofMillis(300));
        try (Engine engine = TestDatabases.H2.open(settings)) {
            Schema.of(registry).createAll(engine);
            try (Session session = SessionFactory.of(engine, registry).open()) {
                session.add(new Ticket());

                assertThatThrownBy(session::flush)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageStartingWith(
                                "Cannot take keys from counter 'ticket' of table 'key_counters': that needs a"
                                        + " transaction of its own besides that of the flush")
                        .hasMessageContaining("All 1 connections of the pool are in use");
            }
        } finally {
            registry.dispose();
        }
    }
}
