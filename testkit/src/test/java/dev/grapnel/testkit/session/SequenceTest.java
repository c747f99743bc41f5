package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Keys.Letter;
import dev.grapnel.testkit.session.Keys.Purchase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that sequences give, in blocks. */
@DisplayName("Sequences")
class SequenceTest {

    @Nested
    @ParameterizedClass(name = "{0}")
    @EnumSource(
            value = TestDatabases.class,
            names = {"H2", "POSTGRESQL"})
    class On extends DatabaseTest {
        On() {
            super(Keys.SEQUENCES);
        }

        @Test
        void giveKeysFromTheirFirstValueOn() {
            List<Purchase> some = List.of(new Purchase(0), new Purchase(0));
            session.addAll(some);

            session.flush();

            assertThat(some).extracting(purchase -> purchase.id).containsExactly(100L, 101L);
        }

        @Test
        void areAskedOnceForAllRowsOfABatch() {
            IntStream.range(0, 35).forEach(at -> session.add(new Purchase(0)));

            session.flush();

            assertThat(statements.count(StatementKind.SELECT)).isEqualTo(1);
            assertThat(session.query(Purchase.class).list())
                    .extracting(purchase -> purchase.id)
                    .doesNotHaveDuplicates()
                    .hasSize(35)
                    .contains(100L, 134L);
        }

        @Test
        void areNotAskedWhileABlockLasts() {
            session.add(new Purchase(0));
            session.flush();
            statements.clear();

            session.add(new Purchase(0));
            session.flush();

            statements.assertStatements("INSERT purchase");
        }

        @Test
        void giveEachSessionKeysOfItsOwn() {
            elsewhere(s -> s.add(new Purchase(0)));
            elsewhere(s -> s.add(new Purchase(0)));

            assertThat(session.query(Purchase.class).list())
                    .extracting(purchase -> purchase.id)
                    .containsExactlyInAnyOrder(100L, 101L);
        }

        @Test
        void giveKeysThatOtherRowsTake() {
            Purchase purchase = new Purchase(3);
            session.add(purchase);

            session.commit();

            assertThat(session.get(Purchase.class, purchase.id).items)
                    .hasSize(3)
                    .allMatch(item -> item.purchase == purchase);
        }

        @Test
        void giveKeysToAllTablesOfAHierarchy() {
            Letter letter = new Letter();
            letter.text = "dear";
            session.add(letter);
            session.commit();

            assertThat(session.get(Letter.class, letter.id).text).isEqualTo("dear");
        }

        @Test
        void leaveAKeyOfTheProgramAlone() {
            Purchase purchase = new Purchase(0);
            purchase.id = 7L;
            session.add(purchase);

            session.flush();

            statements.assertStatements("INSERT purchase");
            assertThat(purchase.id).isEqualTo(7L);
        }

        @Test
        void areNotToldAsRefreshedValues() {
            List<Object> seen = new ArrayList<>();
            try (Subscription unused = InstanceEvents.on(Purchase.class).refreshFlush(e -> seen.add(e.attributes()))) {
                session.add(new Purchase(0));
                session.flush();
            }

            assertThat(seen).isEmpty();
        }

        @Test
        void giveKeysToRowsOfASetBasedInsert() {
            session.insertInto(Letter.class)
                    .values(List.of(Map.of("text", "a"), Map.of("text", "b")))
                    .execute();

            assertThat(session.query(Letter.class).list())
                    .extracting(letter -> letter.text)
                    .containsExactlyInAnyOrder("a", "b");
        }

        @Test
        void goWithTheTables() {
            session.close();

            Schema.of(registry).dropAll(engine);
            Schema.of(registry).createAll(engine);

            elsewhere(s -> s.add(new Purchase(0)));
            assertThat(session.get(Purchase.class, 100L)).isNotNull();
        }
    }

    @Test
    void areRefusedWhereTheDatabaseHasNone() {
        Registry registry = Registry.of(Keys.SEQUENCES);
        try (Engine engine = TestDatabases.SQLITE_MEMORY.open()) {
            assertThatThrownBy(() -> Schema.of(registry).createAll(engine))
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith(
                            "Cannot use sequence 'purchase_numbers': SQLite has no sequences. Let it count keys with"
                                    + " @GeneratedValue(strategy = GenerationType.IDENTITY), or use GenerationType.TABLE or UUID.");
        } finally {
            registry.dispose();
        }
    }
}
