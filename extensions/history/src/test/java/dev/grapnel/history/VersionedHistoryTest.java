package dev.grapnel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.Subscription;
import dev.grapnel.history.Warehouse.Article;
import dev.grapnel.history.Warehouse.Box;
import dev.grapnel.history.Warehouse.Colour;
import dev.grapnel.history.Warehouse.Crate;
import dev.grapnel.history.Warehouse.Hall;
import dev.grapnel.history.Warehouse.Shelf;
import dev.grapnel.history.Warehouse.Size;
import dev.grapnel.history.Warehouse.Slot;
import dev.grapnel.history.Warehouse.SlotKey;
import dev.grapnel.history.Warehouse.Truck;
import dev.grapnel.history.Warehouse.Vehicle;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.LeakCheck;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TestDatabases.class,
        names = {"H2", "SQLITE_MEMORY", "POSTGRESQL"})
class VersionedHistoryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    final LeakCheck leaks = new LeakCheck();

    @Parameter
    TestDatabases database;

    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;
    private Session session;
    private VersionedHistory history;
    private Subscription subscription;
    private StatementRecorder statements;
    private Instant now = START;

    @BeforeEach
    void open() {
        engine = leaks.watch(database.open());
        registry = Registry.of(Warehouse.ALL);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        history = VersionedHistory.of(registry, Article.class, Vehicle.class, Box.class, Slot.class)
                .withClock(() -> now);
        history.createTables(engine);
        subscription = history.on(sessions);
        session = sessions.open();
        statements = StatementRecorder.on(engine);
    }

    @AfterEach
    void close() {
        statements.close();
        session.close();
        registry.dispose();
        engine.close();
    }

    /** Lets some time pass after a commit. */
    private void commit() {
        session.commit();
        now = now.plusSeconds(10);
    }

    private Article kettle() {
        Article kettle = new Article("kettle", 2500);
        session.add(kettle);
        commit();
        return kettle;
    }

    private List<Version<Article>> versions(Integer key) {
        return history.versions(session, Article.class, key);
    }

    // ---- keeping ----

    @Test
    void anObjectWithAKeyOfSeveralColumnsIsKeptWithWhatCascadesToIt() {
        Hall hall = new Hall(1);
        hall.slots.add(new Slot(new SlotKey("a", 1), "first"));
        hall.slots.add(new Slot(new SlotKey("a", 2), "second"));
        session.add(hall);
        commit();
        hall.slots.get(1).label = "changed";
        commit();
        session.delete(hall);
        commit();

        List<Version<Slot>> second = history.versions(session, Slot.class, new SlotKey("a", 2));
        assertThat(second).extracting(Version::change).containsExactly(Change.INSERT, Change.UPDATE, Change.DELETE);
        assertThat(second)
                .extracting(version -> version.get(Warehouse.LABEL))
                .containsExactly("second", "changed", "changed");
        assertThat(history.versions(session, Slot.class, new SlotKey("a", 1))).hasSize(2);
        assertThat(history.at(session, Slot.class, START, "a", 2))
                .hasValueSatisfying(then -> assertThat(then.copy().key).isEqualTo(new SlotKey("a", 2)));
    }

    @Test
    void eachChangeLeavesAVersion() {
        Article kettle = kettle();
        kettle.cents = 1900;
        commit();
        session.delete(kettle);
        commit();

        List<Version<Article>> versions = versions(1);
        assertThat(versions).extracting(Version::change).containsExactly(Change.INSERT, Change.UPDATE, Change.DELETE);
        assertThat(versions).extracting(Version::number).containsExactly(1, 2, 3);
        assertThat(versions).extracting(version -> version.get(Warehouse.CENTS)).containsExactly(2500, 1900, 1900);
        assertThat(versions)
                .extracting(Version::time)
                .containsExactly(START, START.plusSeconds(10), START.plusSeconds(20));
    }

    @Test
    void anObjectChangedBackLeavesNoVersion() {
        Article kettle = kettle();
        assertThat(kettle.cents).isEqualTo(2500);
        kettle.cents = 1;
        kettle.cents = 2500;
        commit();

        assertThat(versions(1)).hasSize(1);
    }

    @Test
    void aRollbackLeavesNoVersion() {
        Article kettle = kettle();
        kettle.cents = 1;
        session.flush();
        session.rollback();

        assertThat(versions(1)).hasSize(1);
    }

    @Test
    void whatIsNotInMemoryIsKeptToo() {
        kettle();
        session.expungeAll();
        Article loaded = session.getOne(Article.class, 1);
        session.expire(loaded, "name");
        loaded.cents = 1900;
        commit();

        assertThat(versions(1).get(1).get(Warehouse.NAME)).isEqualTo("kettle");
    }

    @Test
    void allKindsOfValuesAreKept() {
        Article kettle = new Article("kettle", 2500);
        kettle.weight = new BigDecimal("1.25");
        kettle.since = LocalDate.of(2026, 1, 2);
        kettle.seen = START;
        kettle.colour = Colour.GREEN;
        kettle.size = new Size(3, 4);
        kettle.shelf = new Shelf("A1");
        session.addAll(List.of(kettle.shelf, kettle));
        commit();

        assertThat(versions(1).get(0).values())
                .containsEntry("name", "kettle")
                .containsEntry("cents", 2500)
                .containsEntry("since", LocalDate.of(2026, 1, 2))
                .containsEntry("seen", START)
                .containsEntry("colour", Colour.GREEN)
                .containsEntry("size.width", 3)
                .containsValue("A1")
                .hasEntrySatisfying(
                        "weight", weight -> assertThat((BigDecimal) weight).isEqualByComparingTo("1.25"));
    }

    @Test
    void theCopiesOfAFlushAreSentAsABatch() {
        session.addAll(List.of(new Article("a", 1), new Article("b", 2), new Article("c", 3)));
        session.flush();

        assertThat(statements.statements()).extracting(Object::toString).containsOnlyOnce("INSERT article_history ×3");
    }

    @Test
    void classesWithoutHistoryLeaveNothing() {
        session.add(new Shelf("A1"));
        session.flush();

        assertThat(statements.statements()).extracting(Object::toString).containsExactly("INSERT shelf");
    }

    @Test
    void aSubclassInJoinedTablesIsKeptWhole() {
        Truck truck = new Truck();
        truck.plate = "B-1";
        truck.tons = 7;
        session.add(truck);
        commit();
        truck.tons = 8;
        commit();

        List<Version<Truck>> versions = history.versions(session, Truck.class, 1);
        assertThat(versions).extracting(version -> version.get(Warehouse.TONS)).containsExactly(7, 8);
        assertThat(versions).extracting(version -> version.get(Warehouse.PLATE)).containsExactly("B-1", "B-1");
    }

    @Test
    void theHistoryOfASubclassIsFoundByItsSuperclass() {
        Crate crate = new Crate(5);
        session.addAll(List.of(crate, new Box(6)));
        commit();

        assertThat(history.versions(session, Box.class, 5))
                .singleElement()
                .extracting(Version::type)
                .isEqualTo(Crate.class);
        assertThat(history.versions(session, Box.class, 6))
                .singleElement()
                .extracting(Version::type)
                .isEqualTo(Box.class);
    }

    @Test
    void aStatementThatWritesManyRowsIsRefused() {
        assertThatThrownBy(() ->
                        session.update(Article.class).set(Warehouse.CENTS, 1).execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "Cannot run a statement of kind UPDATE for Article: its history is kept object by"
                                + " object, and a statement that writes many rows would leave none.");
    }

    @Test
    void closingTheSubscriptionEndsIt() {
        subscription.close();
        kettle();

        assertThat(versions(1)).isEmpty();
    }

    // ---- reading ----

    @Test
    void anObjectIsReadAsItWas() {
        Article kettle = kettle();
        kettle.cents = 1900;
        commit();

        assertThat(history.at(session, Article.class, START.plusSeconds(9), 1))
                .hasValueSatisfying(
                        then -> assertThat(then.get(Warehouse.CENTS)).isEqualTo(2500));
        assertThat(history.at(session, Article.class, START.plusSeconds(10), 1))
                .hasValueSatisfying(
                        then -> assertThat(then.get(Warehouse.CENTS)).isEqualTo(1900));
    }

    @Test
    void nothingIsReadBeforeItWasThereAndAfterItWasDeleted() {
        Article kettle = kettle();
        session.delete(kettle);
        commit();

        assertThat(history.at(session, Article.class, START.minusSeconds(1), 1)).isEmpty();
        assertThat(history.at(session, Article.class, START.plusSeconds(5), 1)).isPresent();
        assertThat(history.at(session, Article.class, START.plusSeconds(15), 1)).isEmpty();
    }

    @Test
    void aCopyIsAnObjectOfNobody() {
        Article kettle = kettle();
        kettle.cents = 1900;
        kettle.size = new Size(1, 2);
        commit();

        Article first = versions(1).get(0).copy();
        Article second = versions(1).get(1).copy();

        assertThat(first).isNotSameAs(kettle);
        assertThat(first.cents).isEqualTo(2500);
        assertThat(first.id).isEqualTo(1);
        assertThat(second.size).isEqualTo(new Size(1, 2));
        assertThat(session.contains(first)).isFalse();
    }

    @Test
    void aMergedCopyMakesTheObjectWhatItWas() {
        Article kettle = kettle();
        Shelf shelf = new Shelf("A1");
        kettle.cents = 1900;
        kettle.shelf = shelf;
        session.add(shelf);
        commit();

        Article old = versions(1).get(0).copy();
        old.counter = kettle.counter;
        session.merge(old);
        commit();

        assertThat(kettle.cents).isEqualTo(2500);
        assertThat(kettle.shelf).isSameAs(shelf);
        assertThat(versions(1)).hasSize(3);
    }

    // ---- wrong input ----

    @Test
    void aClassThatIsNotMappedIsRefused() {
        assertThatThrownBy(() -> VersionedHistory.of(registry, String.class))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot keep the history of java.lang.String: no class of the registry is one. Map it first.");
    }

    @Test
    void aClassWithoutHistoryIsRefused() {
        assertThatThrownBy(() -> history.versions(session, Shelf.class, "A1"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot read the history of Shelf: none is kept of it. Name the class in"
                        + " VersionedHistory.of().");
    }

    @Test
    void aKeyOfTheWrongTypeIsRefused() {
        assertThatThrownBy(() -> history.at(session, Article.class, START, "one"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot read the history of a Article by [one]: its primary key has the parts [id].");
    }

    @Test
    void anAttributeOfNoSuchNameIsRefused() {
        kettle();
        Version<Article> version = versions(1).get(0);

        assertThatThrownBy(() -> version.get(
                        dev.grapnel.sql.attribute.ColumnAttribute.of(Article.class, "colour_", String.class)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Cannot tell what colour_ was in version 1 of Article since");
    }
}
