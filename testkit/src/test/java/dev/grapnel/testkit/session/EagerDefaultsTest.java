package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Bills.Bill;
import dev.grapnel.testkit.session.Bills.EagerBill;
import dev.grapnel.testkit.session.Bills.LazyBill;
import dev.grapnel.testkit.session.Bills.Sealed;
import dev.grapnel.testkit.session.Bills.Unsealed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When values that the database makes come into objects. */
@EveryDatabase
@DisplayName("Values that the database makes on")
class EagerDefaultsTest extends DatabaseTest {
    private final List<Object> told = new ArrayList<>();

    EagerDefaultsTest() {
        super(Bills.ALL);
    }

    @BeforeEach
    void count() {
        Bills.createTriggers(database, direct());
        session.commit();
    }

    private <T> T flushed(T object) {
        session.add(object);
        session.flush();
        statements.clear();
        return object;
    }

    @Nested
    class AsMostClassesDo {
        @Test
        @Tag("I-18")
        void comeWithTheInsert() {
            try (Subscription unused = InstanceEvents.on(Bill.class).refreshFlush(e -> told.add(e.attributes()))) {
                session.add(new Bill(1, 5, 3));
                session.flush();
            }

            assertThat(told).containsExactly(List.of("status", "total"));
        }

        @Test
        void areThereBehindTheInsert() {
            Bill bill = flushed(new Bill(1, 5, 3));

            assertThat(bill.status).isEqualTo("open");
            assertThat(bill.total).isEqualTo(15);
            statements.assertStatements();
        }

        @Test
        @Tag("I-20")
        void expireWithAnUpdate() {
            Bill bill = flushed(new Bill(1, 5, 3));
            try (Subscription unused = InstanceEvents.on(Bill.class).expire(e -> told.add(e.attributes()))) {
                bill.price = 6;
                session.flush();
            }

            statements.assertStatements("UPDATE bill");
            assertThat(told).containsExactly(List.of("total", "counted"));
            assertThat(bill.total).isEqualTo(18);
            assertThat(bill.counted).isEqualTo(1);
        }

        @Test
        void expireInAllObjectsOfABatch() {
            List<Bill> bills = List.of(new Bill(1, 5, 3), new Bill(2, 5, 4));
            session.addAll(bills);
            session.flush();
            bills.forEach(bill -> bill.price = 10);
            statements.clear();

            session.flush();

            statements.assertStatements("UPDATE bill ×2");
            assertThat(bills).extracting(bill -> bill.total).containsExactly(30, 40);
        }

        @Test
        void areNotAskedForWhereTheProgramSetsThem() {
            Bill bill = flushed(new Bill(1, 5, 3));
            bill.status = "paid";

            session.flush();

            assertThat(bill.status).isEqualTo("paid");
        }
    }

    @Nested
    class Always {
        @Test
        void areReadBackAfterAnInsert() {
            EagerBill bill = flushed(new EagerBill(1, 5, 3));

            assertThat(bill.status).isEqualTo("open");
            assertThat(bill.total).isEqualTo(15);
            assertThat(bill.counted).isNull();
            statements.assertStatements();
        }

        @Test
        void areReadBackAfterAnUpdate() {
            EagerBill bill = flushed(new EagerBill(1, 5, 3));
            bill.price = 6;
            session.flush();
            statements.clear();

            assertThat(bill.total).isEqualTo(18);
            assertThat(bill.counted).isEqualTo(1);
            statements.assertStatements();
        }

        @Test
        void comeWithTheUpdateWhereItShowsTheWorkOfTriggers() {
            EagerBill bill = flushed(new EagerBill(1, 5, 3));
            bill.price = 6;

            session.flush();

            if (database == TestDatabases.SQLITE_MEMORY) {
                statements.assertStatements("UPDATE eager_bill", "SELECT eager_bill");
            } else {
                assertThat(statements.statements()).hasSize(1);
            }
        }

        @Test
        @Tag("M-4")
        void areThereWhenAfterUpdateIsTold() {
            EagerBill bill = flushed(new EagerBill(1, 5, 3));
            try (Subscription unused = Mapped.on(EagerBill.class).afterUpdate(e -> told.add(e.target().total))) {
                bill.price = 6;
                session.flush();
            }

            assertThat(told).containsExactly(18);
        }

        @Test
        void areReadForEachObjectOfABatch() {
            List<EagerBill> bills = List.of(new EagerBill(1, 5, 3), new EagerBill(2, 5, 4));
            session.addAll(bills);
            session.flush();
            bills.forEach(bill -> bill.price = 10);
            session.flush();
            statements.clear();

            assertThat(bills).extracting(bill -> bill.total).containsExactly(30, 40);
            statements.assertStatements();
        }

        @Test
        @Tag("U-17")
        void areMissedWithTheRow() {
            EagerBill bill = flushed(new EagerBill(1, 5, 3));
            direct().execute("delete from eager_bill");
            bill.price = 6;

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @Nested
    class Never {
        @Test
        @Tag("I-20")
        void expireWithAnInsert() {
            try (Subscription unused = InstanceEvents.on(LazyBill.class).expire(e -> told.add(e.attributes()))) {
                session.add(new LazyBill(1, 5, 3));
                session.flush();
            }

            assertThat(told).containsExactly(List.of("status", "total", "counted"));
        }

        @Test
        void areLoadedByTheNextRead() {
            LazyBill bill = flushed(new LazyBill(1, 5, 3));

            assertThat(bill.total).isEqualTo(15);
            assertThat(bill.status).isEqualTo("open");
            statements.assertStatements("SELECT lazy_bill");
        }
    }

    @Nested
    class ThatAreVersions {
        @Test
        @Tag("U-23")
        void areReadBackAfterEachStatement() {
            Sealed letter = flushed(new Sealed(1));
            assertThat(letter.counted).isEqualTo(1);

            letter.text = "a";
            session.flush();
            statements.clear();

            assertThat(letter.counted).isEqualTo(2);
            statements.assertStatements();
        }

        @Test
        @Tag("U-23")
        void letTheNextUpdateGoOn() {
            Sealed letter = flushed(new Sealed(1));
            letter.text = "a";
            session.flush();
            letter.text = "b";

            session.commit();

            assertThat(letter.counted).isEqualTo(3);
        }

        @Test
        @Tag("U-23")
        void refuseARowThatSomeoneElseChanged() {
            Sealed letter = flushed(new Sealed(1));
            direct().execute("update sealed set text = 'x'");
            letter.text = "a";

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }

        @Test
        @Tag("U-23")
        void mustNotBeNull() {
            direct().execute("drop table unsealed");
            direct().execute("create table unsealed (\"id\" int primary key, \"counted\" int)");
            session.add(new Unsealed(1));

            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageContaining("its version Unsealed.counted is null in the database, which has to set it."
                            + " Give the column a default, or a trigger.");
        }
    }
}
