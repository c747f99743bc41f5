package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.NotEnhancedException;
import dev.grapnel.core.error.TransactionClosedException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.plain.NotEnhanced;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Places.City;
import dev.grapnel.testkit.session.Tree.Node;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people do wrong first, and the whole text that tells them. */
@EveryDatabase
@DisplayName("Bad input on")
class BadInputTest extends DatabaseTest {
    BadInputTest() {
        super(Author.class, Book.class, Topic.class, City.class);
    }

    private static void assertRefused(
            ThrowingCallable operation, Class<? extends RuntimeException> type, String message) {
        assertThatThrownBy(operation).isExactlyInstanceOf(type).hasMessage(message);
    }

    private static void assertRefused(ThrowingCallable operation, String message) {
        assertRefused(operation, InvalidRequestException.class, message + " [INVALID_REQUEST]");
    }

    private Author givenAuthor() {
        Integer id = given(s -> new Author("ed"), made -> ((Author) made).id);
        return session.get(Author.class, id);
    }

    // ---- classes ----

    @Test
    void classThatIsNotEnhanced() {
        assertRefused(
                () -> Registry.of(NotEnhanced.class),
                NotEnhancedException.class,
                "Cannot map class dev.grapnel.plain.NotEnhanced: it is not enhanced, so its fields cannot be watched."
                        + " Do one of three things: (1) build with the grapnel-enhancer-maven-plugin (goal enhance),"
                        + " (2) start the JVM with -javaagent:grapnel-enhancer.jar=dev.grapnel.plain,"
                        + " (3) call Enhancer.install(\"dev.grapnel.plain\") as the first statement of the program,"
                        + " before the class is loaded. [NOT_ENHANCED]");
    }

    @Test
    void classThatIsNotMapped() {
        String message = "Class dev.grapnel.testkit.session.Tree$Node is not mapped by this registry,"
                + " which maps [Author, Book, Topic, City]. Add it to the registry. [UNMAPPED]";

        assertRefused(() -> session.get(Node.class, 1), UnmappedClassException.class, message);
        assertRefused(() -> session.query(Node.class), UnmappedClassException.class, message);
    }

    @Test
    void classThatIsMappedTwice() {
        assertRefused(
                () -> Registry.of(Author.class),
                MappingException.class,
                "Cannot map class dev.grapnel.testkit.session.Library$Author: it is mapped by another registry that is"
                        + " still in use. Dispose that registry first, or share it. [MAPPING]");
    }

    @Test
    void objectMadeWhileItsClassWasNotMapped() {
        assertRefused(
                () -> session.add(new Node("x")),
                UnmappedClassException.class,
                "Cannot use an object of dev.grapnel.testkit.session.Tree$Node in a session: it is plain, because its"
                        + " class was not mapped when it was made. Map the class in a registry before making objects"
                        + " of it. [UNMAPPED]");
    }

    @Test
    void objectWhoseRegistryWasDisposed() {
        Registry other = Registry.of(Node.class);
        Node node = new Node("x");
        other.dispose();

        assertRefused(
                () -> session.add(node),
                UnmappedClassException.class,
                "Cannot use Node (without key): the registry that mapped dev.grapnel.testkit.session.Tree$Node was"
                        + " disposed. Map the class again and load the object anew. [UNMAPPED]");
    }

    @Test
    void nothingInPlaceOfAnObject() {
        assertRefused(
                () -> session.add(null),
                UnmappedClassException.class,
                "Expected a mapped object and was given null. [UNMAPPED]");
    }

    // ---- databases ----

    @Test
    @Timeout(10)
    void databaseThatCannotBeReached() {
        EngineSettings settings = EngineSettings.DEFAULT.withConnectTimeout(Duration.ofSeconds(1));
        try (Engine nowhere = Engine.create("jdbc:postgresql://localhost:1/db", settings);
                Session lost = SessionFactory.of(nowhere, registry).open()) {
            assertRefused(
                    () -> lost.query(Author.class).list(),
                    DatabaseException.class,
                    "Cannot connect to 'jdbc:postgresql://localhost:1/db': Connection refused. Check the address, the"
                            + " user and the password, and that the database runs and takes connections. [DATABASE]");
        }
    }

    @Test
    void engineThatWasClosed() {
        Engine closed = Engine.create("jdbc:h2:mem:closed");
        closed.close();
        try (Session late = SessionFactory.of(closed, registry).open()) {
            assertThatThrownBy(() -> late.query(Author.class).list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("it is closed. Close the engine last, after all sessions.");
        }
    }

    @Test
    void tablesThatWereNotCreated() {
        direct().execute("drop table book_topic");
        direct().execute("drop table book");

        assertThatThrownBy(() -> session.query(Book.class).list())
                .isExactlyInstanceOf(DatabaseException.class)
                .hasMessageContaining("Cannot run statement [select")
                .hasMessageContaining("book")
                .hasMessageContaining("tables");
    }

    @Test
    void valueThatBreaksAConstraint() {
        session.add(new Author(null));

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("Cannot run statement [insert into")
                .hasMessageContaining("2 parameters (hidden)")
                .hasMessageContaining("Roll back, correct the data or the order of the changes, and try again.");
    }

    @Test
    @Tag("U-30")
    void flushBeforeAQueryThatFailsSaysWhereItCameFrom() {
        session.add(new Author(null));

        assertThatThrownBy(() -> session.query(Topic.class).list())
                .isInstanceOf(IntegrityException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .contains("raised by the flush that precedes a query (autoflush)."
                                + " To flush at another time, use withoutAutoflush(…)."));
    }

    // ---- names and keys ----

    @Test
    void attributeThatIsMisspelt() {
        Author ed = givenAuthor();
        String message = "Class dev.grapnel.testkit.session.Library$Author has no mapped attribute 'nmae'."
                + " Did you mean 'name'? [INVALID_ARGUMENT]";

        assertRefused(() -> Instance.of(ed).get("nmae"), InvalidArgumentException.class, message);
        assertRefused(() -> session.expire(ed, "nmae"), InvalidArgumentException.class, message);
        assertRefused(() -> session.refresh(ed, "nmae"), InvalidArgumentException.class, message);
        assertRefused(() -> Instance.of(ed).history("nmae"), InvalidArgumentException.class, message);
    }

    @Test
    void attributeThatIsLikeNoOther() {
        assertRefused(
                () -> Instance.of(new Author("ed")).get("somethingElse"),
                InvalidArgumentException.class,
                "Class dev.grapnel.testkit.session.Library$Author has no mapped attribute 'somethingElse'."
                        + " It has [id, name, country, books]. [INVALID_ARGUMENT]");
    }

    @Test
    @Tag("G-1")
    void keyWithTheWrongNumberOfValues() {
        String advice = ": its primary key has the parts [country, name]. Give one value for each, none of them null."
                + " [INVALID_ARGUMENT]";

        assertRefused(
                () -> session.get(City.class, "uk"),
                InvalidArgumentException.class,
                "Cannot find a City by [uk]" + advice);
        assertRefused(
                () -> session.get(City.class, "uk", null),
                InvalidArgumentException.class,
                "Cannot find a City by [uk, null]" + advice);
        assertRefused(
                () -> session.get(City.class, (Object[]) null),
                InvalidArgumentException.class,
                "Cannot find a City by null" + advice);
    }

    @Test
    void keyOfAnotherType() {
        assertRefused(
                () -> session.get(Topic.class, 5),
                InvalidArgumentException.class,
                "Cannot find a Topic by [5]: its primary key has the parts [word]."
                        + " Give a value of String instead of the Integer. [INVALID_ARGUMENT]");
    }

    @Test
    @Tag("U-26")
    void keyThatNobodySetIsRefusedByTheDatabase() {
        session.add(new Topic(null));

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("Cannot run statement [insert into");
    }

    // ---- values ----

    @Test
    void valueOfAnotherTypeThanTheField() {
        Author ed = givenAuthor();

        assertRefused(
                () -> Instance.of(ed).set("name", 5),
                InvalidArgumentException.class,
                "Cannot set attribute Author.name of Author[" + ed.id
                        + "] to an object of java.lang.Integer: it takes one of java.lang.String. [INVALID_ARGUMENT]");
        assertRefused(
                () -> Instance.of(ed).setCommitted("name", 5),
                InvalidArgumentException.class,
                "Cannot set attribute Author.name of Author[" + ed.id
                        + "] to an object of java.lang.Integer: it takes one of java.lang.String. [INVALID_ARGUMENT]");
        assertThat(session.isModified(ed)).isFalse();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // as from code that does without types
    void valueOfAnotherTypeFromAListener() {
        Author ed = givenAuthor();
        AttributeEvents events =
                ColumnAttribute.of(Author.class, "name", String.class).events();
        try (Subscription listening = events.replaceOnSet(e -> 5)) {
            assertRefused(
                    () -> ed.name = "edward",
                    InvalidArgumentException.class,
                    "Cannot set attribute Author.name of Author[" + ed.id
                            + "] to an object of java.lang.Integer: it takes one of java.lang.String. [INVALID_ARGUMENT]");
        }
        assertThat(session.isModified(ed)).isFalse();
    }

    @Test
    @Tag("A-19")
    void objectOfAnotherClassInAReference() {
        Book book = new Book("one");

        assertRefused(
                () -> Instance.of(book).set("author", new Topic("x")),
                InvalidArgumentException.class,
                "Cannot set attribute Book.author of Book (without key) to an object of"
                        + " dev.grapnel.testkit.session.Library$Topic: it takes one of"
                        + " dev.grapnel.testkit.session.Library$Author. [INVALID_ARGUMENT]");
        assertThat(book.author).isNull();
    }

    @Test
    @Tag("A-19")
    @SuppressWarnings({"unchecked", "rawtypes"}) // as from code that does without types
    void elementOfAnotherClass() {
        Author ed = givenAuthor();
        List books = ed.books;

        assertRefused(
                () -> books.add(new Topic("x")),
                InvalidArgumentException.class,
                "Cannot put an object of dev.grapnel.testkit.session.Library$Topic into attribute Author.books of"
                        + " Author[" + ed.id + "]: it takes objects of dev.grapnel.testkit.session.Library$Book and its"
                        + " mapped subclasses. [INVALID_ARGUMENT]");
        assertThat(ed.books).isEmpty();
        assertThat(session.newObjects()).isEmpty();
    }

    @Test
    void makingDetachedWithoutAKey() {
        assertRefused(
                () -> Instance.of(new Author("ed")).makeTransientToDetached(),
                "Cannot make Author (without key) detached: its primary key is not set. Set it first.");
    }

    // ---- operations out of place ----

    @Test
    @Tag("S-18")
    void flushInsideAFlush() {
        Events.on(session).beforeFlush(e -> session.flush());
        session.add(new Author("ed"));

        assertThatThrownBy(() -> session.flush())
                .isExactlyInstanceOf(InvalidRequestException.class)
                .hasMessageMatching(
                        "Cannot flush: this session is flushing already\\. Leave the work to the running flush\\. Done by the"
                                + " listener at dev\\.grapnel\\.testkit\\.session\\.BadInputTest\\.\\S+\\(BadInputTest\\.java:\\d+\\)"
                                + " to session\\.before_flush\\. \\[INVALID_REQUEST]");
    }

    @Test
    @Tag("U-36")
    void beginWhileATransactionIsOpen() {
        session.begin();

        assertRefused(
                () -> session.begin(),
                "Cannot begin a transaction: one is open in this session. Commit it or roll it back, or use"
                        + " beginNested().");
    }

    @Test
    void commitOfATransactionThatIsOver() {
        SessionTransaction transaction = session.begin();
        transaction.commit();

        assertRefused(
                transaction::commit,
                TransactionClosedException.class,
                "Cannot use this transaction: it is closed. Begin a new one. [TRANSACTION_CLOSED]");
    }

    @Test
    void useWithoutBeginWhereThatIsAsked() {
        reopen(SessionOptions.DEFAULT.withAutobegin(false));

        assertRefused(
                () -> session.add(new Author("ed")),
                "Cannot begin a transaction by itself: autobegin is off for this session. Call begin() first.");
    }

    @Test
    @Tag("T-31")
    void objectOfAnotherSession() {
        Author ed = new Author("ed");
        session.add(ed);
        try (Session other = sessions.open()) {
            assertThatThrownBy(() -> other.add(ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot attach Author (without key): it belongs to another session.");
        }
    }

    @Test
    @Tag("T-6")
    void deleteOfANewObject() {
        assertRefused(
                () -> session.delete(new Author("ed")),
                "Cannot delete Author (without key): it has no row. Expunge it if it is only waiting for its insert.");
    }

    @Test
    void operationsOnAnObjectThatIsNotInTheSession() {
        Author ed = new Author("ed");
        String advice = " Load it with this session, or flush it first if it is new.";

        assertRefused(() -> session.expunge(ed), "Cannot expunge Author (without key): it is not in this session.");
        assertRefused(
                () -> session.expire(ed),
                "Cannot expire Author (without key): it is not persistent in this session." + advice);
        assertRefused(
                () -> session.refresh(ed),
                "Cannot refresh Author (without key): it is not persistent in this session." + advice);
    }

    // ---- closing ----

    @Test
    @Tag("S-32")
    void closingTwiceIsHarmless() {
        session.add(new Author("ed"));
        session.close();
        session.close();

        assertThat(session.inTransaction()).isFalse();
    }

    @Test
    @Tag("S-32")
    void usingAClosedSessionBeginsAnew() {
        givenAuthor();
        session.close();

        assertThat(session.query(Author.class).list()).hasSize(1);
    }

    // ---- threads ----

    @Test
    @Timeout(20)
    void twoThreadsAtOnce() throws InterruptedException {
        Author ed = givenAuthor();
        String message = "Cannot use this session in thread '"
                + Thread.currentThread().getName()
                + "': thread 'other' is using it at this moment. A session belongs to one thread at a time; open one for"
                + " each thread.";
        whileAnotherThreadFlushes(() -> {
            assertRefused(() -> session.add(new Author("al")), message);
            assertRefused(() -> session.query(Author.class).list(), message);
            assertRefused(() -> session.commit(), message);
            assertRefused(() -> ed.books.size(), message);
        });
    }

    @Test
    void oneThreadAfterTheOtherIsFine() throws InterruptedException {
        Thread first = new Thread(() -> session.add(new Author("ed")));
        first.start();
        first.join();

        session.commit();

        assertThat(rows("author")).isEqualTo(1);
    }

    private void whileAnotherThreadFlushes(Runnable work) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Events.on(session).once().beforeFlush(e -> {
            inside.countDown();
            awaitQuietly(done);
        });
        Thread other = new Thread(
                () -> {
                    session.add(new Author("jo"));
                    session.flush();
                },
                "other");
        other.start();
        try {
            inside.await();
            work.run();
        } finally {
            done.countDown();
            other.join();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Tag("A-19")
    @SuppressWarnings({"unchecked", "rawtypes"}) // as from code that does without types
    void elementThatIsNoEntity() {
        Author ed = givenAuthor();
        List books = ed.books;

        assertRefused(
                () -> books.add("a title"),
                InvalidArgumentException.class,
                "Cannot put an object of java.lang.String into attribute Author.books of Author[" + ed.id
                        + "]: it takes objects of dev.grapnel.testkit.session.Library$Book and its mapped subclasses."
                        + " [INVALID_ARGUMENT]");
    }

    @Test
    @Tag("A-19")
    void elementThatWasMadeBeforeItsClassWasMapped() {
        session.close();
        registry.dispose();
        Book plain = new Book("early");
        registry = Registry.of(Library.ALL);
        registry.configure();
        Author ed = new Author("ed");

        assertRefused(
                () -> ed.books.add(plain),
                InvalidArgumentException.class,
                "Cannot put an object of dev.grapnel.testkit.session.Library$Book into attribute Author.books of Author"
                        + " (without key): it was made before its class was mapped. Map the class in a registry first."
                        + " [INVALID_ARGUMENT]");
    }

    @Test
    void nullInACollection() {
        Author ed = givenAuthor();
        ed.books.add(null);

        assertRefused(
                () -> session.flush(),
                FlushException.class,
                "Cannot flush a null in collection Author.books. Remove it from the collection. [FLUSH]");
    }
}
