package dev.grapnel.sql.session;

import static dev.grapnel.sql.session.Library.passedOn;
import static dev.grapnel.sql.session.Library.read;
import static dev.grapnel.sql.session.Library.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.session.Library.Book;
import dev.grapnel.sql.session.Library.Shelf;
import dev.grapnel.sql.session.Library.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SerializationTest {
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Engine engine;
    private Registry registry;
    private Session session;

    @BeforeEach
    void open() {
        engine = TestDatabase.H2.open();
        registry = Registry.of(Library.ALL);
        Schema.of(registry).createAll(engine);
        session = SessionFactory.of(engine, registry).open();
    }

    @AfterEach
    void close() {
        subscriptions.forEach(Subscription::close);
        session.close();
        registry.dispose();
        engine.close();
    }

    private Shelf stored(String... titles) {
        Shelf shelf = new Shelf("east");
        for (String title : titles) {
            shelf.books.add(new Book(title));
        }
        session.add(shelf);
        session.flush();
        return reloaded(shelf);
    }

    private Shelf reloaded(Shelf shelf) {
        session.flush();
        session.expungeAll();
        return session.get(Shelf.class, shelf.id);
    }

    @Nested
    class ANewObject {
        @Test
        @Tag("I-26")
        void isTransientAndCanBeInserted() {
            Shelf copy = passedOn(new Shelf("west"));

            assertThat(Instance.of(copy).lifecycle()).isEqualTo(LifecycleState.TRANSIENT);
            session.add(copy);
            assertThat(reloaded(copy).room).isEqualTo("west");
        }

        @Test
        void keepsItsWholeGraph() {
            Shelf shelf = new Shelf("west");
            shelf.books.add(new Book("a"));
            shelf.books.add(new Book("b"));

            Shelf copy = passedOn(shelf);

            assertThat(copy.books).allMatch(book -> book.shelf == copy);
            session.add(copy);
            assertThat(reloaded(copy).books).extracting(book -> book.title).containsExactly("a", "b");
        }

        @Test
        @Tag("I-26")
        void isNotOfTheSessionOfTheOriginal() {
            Shelf shelf = new Shelf("west");
            session.add(shelf);

            assertThat(Instance.of(passedOn(shelf)).lifecycle()).isEqualTo(LifecycleState.TRANSIENT);
            assertThat(session.contains(shelf)).isTrue();
        }
    }

    @Nested
    class AStoredObject {
        @Test
        @Tag("I-26")
        void isDetachedAndHasItsKey() {
            Shelf shelf = stored();

            Shelf copy = passedOn(shelf);

            assertThat(Instance.of(copy).lifecycle()).isEqualTo(LifecycleState.DETACHED);
            assertThat(Instance.of(copy).key()).isEqualTo(Instance.of(shelf).key());
            assertThat(copy.room).isEqualTo("east");
        }

        @Test
        @Tag("I-26")
        void isAddedWithItsPendingChanges() {
            Shelf shelf = stored();
            shelf.room = "north";
            Shelf copy = passedOn(shelf);
            session.expungeAll();

            session.add(copy);

            assertThat(session.dirty()).contains(copy);
            assertThat(Instance.of(copy).history("room").deleted()).containsExactly("east");
            assertThat(reloaded(copy).room).isEqualTo("north");
        }

        @Test
        @Tag("I-26")
        void isMergedWithItsPendingChanges() {
            Shelf shelf = stored("a", "b");
            shelf.books.remove(0);
            shelf.room = "north";
            Shelf copy = passedOn(shelf);
            session.expungeAll();

            Shelf merged = session.merge(copy);

            assertThat(reloaded(merged).room).isEqualTo("north");
            assertThat(session.query(Book.class).list())
                    .extracting(book -> book.title)
                    .containsExactly("b");
        }

        @Test
        void hasItsOrphansDeletedAfterwards() {
            Shelf shelf = stored("a", "b");
            shelf.books.remove(0);
            Shelf copy = passedOn(shelf);
            session.expungeAll();

            session.add(copy);
            session.flush();

            assertThat(session.query(Book.class).list())
                    .extracting(book -> book.title)
                    .containsExactly("b");
        }

        @Test
        @Tag("I-26")
        void keepsAdditionsToACollectionThatIsNotLoaded() {
            Shelf shelf = stored("a");
            Book added = new Book("b");
            added.shelf = shelf;
            session.expungeAll();

            Shelf copy = passedOn(shelf);
            session.autoflush(false);
            session.add(copy);

            assertThat(copy.books).extracting(book -> book.title).containsExactly("a", "b");
        }

        @Test
        void loadsDeferredAttributesOnceItIsInASession() {
            Shelf shelf = stored();
            Shelf copy = passedOn(shelf);
            session.expungeAll();

            assertThat(Instance.of(copy).unloaded()).contains("remark", "books");
            assertThatThrownBy(() -> copy.books.size()).isInstanceOf(DetachedInstanceException.class);
            session.add(copy);
            assertThat(copy.books).isEmpty();
            assertThat(copy.remark).isNull();
        }

        @Test
        @Tag("I-26")
        void staysExpired() {
            Shelf shelf = stored();
            session.expire(shelf);
            Shelf copy = passedOn(shelf);
            session.expungeAll();

            assertThatThrownBy(() -> copy.height++).isInstanceOf(DetachedInstanceException.class);
            session.add(copy);
            assertThat(copy.room).isEqualTo("east");
        }

        @Test
        void doesNotBringAnUnchangedParentAlong() {
            Book book = stored("a").books.get(0);
            session.expire(book, "shelf");

            assertThat(Instance.of(passedOn(book)).unloaded()).contains("shelf");
            assertThat(written(book).length).isLessThan(3000);
        }
    }

    @Nested
    class ACollection {
        @Test
        void tracksItsChangesAgain() {
            Shelf copy = passedOn(stored("a"));
            assertThatThrownBy(() -> copy.books.add(new Book("b"))).isInstanceOf(DetachedInstanceException.class);
        }

        @Test
        void thatWasLoadedTracksItsChangesAgain() {
            Shelf shelf = stored("a");
            assertThat(shelf.books).hasSize(1);
            Shelf copy = passedOn(shelf);
            session.expungeAll();

            Book added = new Book("b");
            copy.books.add(added);

            assertThat(added.shelf).isSameAs(copy);
            assertThat(Instance.of(copy).history("books").added()).containsExactly(added);
        }

        @Test
        void ofTheKindSetFindsItsElementsInACycle() {
            Book book = new Book("a");
            Topic topic = new Topic("java");
            book.topics.add(topic);

            Topic copy = passedOn(topic);

            assertThat(copy.books.get(0).topics.contains(copy)).isTrue();
            assertThat(copy.books.get(0).topics.remove(copy)).isTrue();
            assertThat(copy.books).isEmpty();
        }

        @Test
        void ofTheKindMapKeepsItsKeys() {
            Shelf shelf = new Shelf("west");
            shelf.topics.put("java", new Topic("java"));

            Shelf copy = passedOn(shelf);
            new Topic("sql").place = copy;

            assertThat(copy.topics.keySet()).containsExactly("java", "sql");
            assertThat(copy.topics.get("java").place).isSameAs(copy);
        }

        @Test
        void canBeSerializedWithoutItsOwner() {
            Shelf shelf = new Shelf("west");
            shelf.books.add(new Book("a"));

            List<Book> copy = passedOn(shelf.books);

            assertThat(copy.get(0).shelf.books).isSameAs(copy);
        }

        @Test
        void thatWasReadEmptyIsStillTheOneOfItsOwner() {
            Shelf shelf = new Shelf("west");
            List<Object> both = new ArrayList<>(List.of(shelf, shelf.books));

            List<Object> copies = passedOn(both);

            assertThat(((Shelf) copies.get(0)).books).isSameAs(copies.get(1));
        }
    }

    @Nested
    class Events {
        @Test
        @Tag("I-26")
        @Tag("I-27")
        void bringEntriesFromTheWriterToTheReader() {
            List<Object> found = new ArrayList<>();
            subscriptions.add(
                    InstanceEvents.on(Shelf.class).pickle(e -> e.entries().put("by", "me")));
            subscriptions.add(InstanceEvents.on(Shelf.class)
                    .unpickle(e -> found.add(e.entries().get("by"))));

            passedOn(new Shelf("west"));

            assertThat(found).containsExactly("me");
        }

        @Test
        @Tag("I-27")
        void comeInOrderOfTheGraphWhenAllFieldsArePresent() {
            List<String> told = new ArrayList<>();
            subscriptions.add(InstanceEvents.on(Shelf.class)
                    .unpickle(e -> told.add(e.target().room + e.target().books.size())));
            subscriptions.add(
                    InstanceEvents.on(Book.class).unpickle(e -> told.add(e.target().title + e.target().shelf.room)));
            Shelf shelf = new Shelf("west");
            shelf.books.add(new Book("a"));
            shelf.books.add(new Book("b"));

            passedOn(shelf);

            assertThat(told).containsExactly("west2", "awest", "bwest");
        }

        @Test
        @Tag("I-27")
        void tellOfAParentThatOnlyTheRecordKnowsBeforeItsChild() {
            List<String> told = new ArrayList<>();
            subscriptions.add(InstanceEvents.on(Shelf.class).unpickle(e -> told.add("shelf")));
            subscriptions.add(InstanceEvents.on(Book.class).unpickle(e -> told.add("book")));
            Shelf shelf = new Shelf("west");
            Book book = new Book("a");
            shelf.books.add(book);
            Instance.of(book).setCommitted("shelf", null);

            passedOn(book);

            assertThat(told).containsExactly("shelf", "book");
        }

        @Test
        @Tag("I-27")
        void tellOfSuchAParentAfterItsOtherChildren() {
            List<String> told = new ArrayList<>();
            subscriptions.add(InstanceEvents.on(Shelf.class).unpickle(e -> told.add("shelf")));
            subscriptions.add(InstanceEvents.on(Book.class).unpickle(e -> told.add(e.target().title)));
            Shelf shelf = new Shelf("west");
            Book book = new Book("a");
            shelf.books.add(book);
            shelf.books.add(new Book("b"));
            Instance.of(book).setCommitted("shelf", null);

            passedOn(book);

            assertThat(told).containsExactly("b", "shelf", "a");
        }

        @Test
        @Tag("I-26")
        void tellWhatTheRecordHolds() {
            Shelf shelf = stored();
            shelf.room = "north";
            session.expire(shelf, "height");
            List<Map<String, Object>> told = new ArrayList<>();
            subscriptions.add(InstanceEvents.on(Shelf.class).pickle(e -> told.add(Map.copyOf(e.entries()))));
            subscriptions.add(InstanceEvents.on(Shelf.class).unpickle(e -> told.add(Map.copyOf(e.entries()))));

            Shelf copy = passedOn(shelf);

            assertThat(told.get(0))
                    .containsEntry("instance", shelf)
                    .containsEntry("class", Shelf.class)
                    .containsEntry("key", Instance.of(shelf).key())
                    .containsEntry("modified", true)
                    .containsEntry("committed", Map.of("room", "east"))
                    .containsEntry("expired", Set.of("height"));
            assertThat(told.get(1)).containsEntry("instance", copy).containsEntry("committed", Map.of("room", "east"));
        }

        @Test
        @Tag("I-26")
        void fireOncePerStream() {
            List<Object> told = new ArrayList<>();
            subscriptions.add(InstanceEvents.on(Shelf.class).pickle(e -> told.add(e.target())));
            Shelf shelf = new Shelf("west");

            passedOn(new ArrayList<>(List.of(shelf, shelf)));

            assertThat(told).containsExactly(shelf);
        }

        @Test
        @Tag("I-26")
        void stopTheWritingByThrowing() {
            subscriptions.add(InstanceEvents.on(Shelf.class).pickle(e -> {
                throw new IllegalArgumentException("secret");
            }));

            assertThatThrownBy(() -> written(new Shelf("west"))).hasMessage("secret");
        }
    }

    @Nested
    class Mapping {
        @Test
        @Tag("I-28")
        void isNeededForReading() {
            byte[] bytes = written(new Shelf("west"));
            registry.dispose();

            assertThatThrownBy(() -> read(bytes))
                    .isInstanceOf(UnmappedClassException.class)
                    .hasMessageContaining("Library$Shelf")
                    .hasMessageContaining("not mapped");
        }

        @Test
        @Tag("M-19")
        @Tag("I-2")
        void isConfiguredByReadingAndTheFirstStateIsTold() {
            byte[] bytes = written(new Shelf("west"));
            registry.dispose();
            registry = Registry.of(Library.ALL);
            List<String> told = new ArrayList<>();
            subscriptions.add(dev.grapnel.core.mapping.Mapped.onAll().beforeConfigured(e -> told.add("configured")));
            subscriptions.add(InstanceEvents.on(Shelf.class).firstInit(e -> told.add("first")));
            subscriptions.add(InstanceEvents.on(Shelf.class).unpickle(e -> told.add("read")));

            read(bytes);

            assertThat(told).containsExactly("configured", "first", "read");
        }
    }
}
