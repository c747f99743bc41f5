package dev.grapnel.testkit.session;

import static dev.grapnel.core.state.LifecycleState.PENDING;
import static dev.grapnel.core.state.LifecycleState.PERSISTENT;
import static dev.grapnel.core.state.LifecycleState.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Gallery.Frame;
import dev.grapnel.testkit.session.Gallery.Picture;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Phonebook.Circle;
import dev.grapnel.testkit.session.Phonebook.Friend;
import dev.grapnel.testkit.session.Phonebook.Person;
import dev.grapnel.testkit.session.Phonebook.Phone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the engine's own listeners on a relationship do when it is written. */
@EveryDatabase
@DisplayName("Writing a relationship on")
class CascadeListenerTest extends DatabaseTest {
    private final List<String> calls = Phonebook.CALLS;

    CascadeListenerTest() {
        super(
                Author.class,
                Book.class,
                Topic.class,
                Person.class,
                Friend.class,
                Phone.class,
                Circle.class,
                Gallery.Painter.class,
                Picture.class,
                Frame.class,
                Gallery.Visitor.class);
    }

    @BeforeEach
    void forget() {
        calls.clear();
    }

    private AttributeEvents<Object, Object> events(Class<?> type, String attribute) {
        return registry.mapper(type).manager().tracker(attribute).events();
    }

    private Author givenAuthor(String... titles) {
        Author ed = new Author("ed").with(titles);
        session.add(ed);
        session.commit();
        return ed;
    }

    // ---- order ----

    @Test
    @Tag("A-38")
    void runsTheValidatorThenTheCascadeThenTheOtherSideThenListeners() {
        Person ed = new Person();
        session.add(ed);
        Phone phone = new Phone("1");
        events(Person.class, "phones").onAppend(e -> calls.add("listener"));
        try (Subscription unused = Events.on(session).beforeAttach(e -> calls.add("attached"))) {
            ed.phones.add(phone);
        }

        assertThat(calls).containsExactly("+ 1", "attached", "1 of null", "listener");
    }

    @Test
    @Tag("A-38")
    void runsListenersPlacedFirstBeforeAllOthers() {
        Person ed = new Person();
        events(Person.class, "phones").first().onAppend(e -> calls.add("first"));

        ed.phones.add(new Phone("1"));

        assertThat(calls).startsWith("first", "+ 1");
    }

    @Test
    @Tag("A-38")
    @Tag("A-42")
    void checksTheSingleParentBeforeTheValidator() {
        Person ed = new Person();
        new Circle().guests.add(ed);
        calls.clear();

        assertThatThrownBy(() -> new Circle().guests.add(ed)).isInstanceOf(InvalidRequestException.class);

        assertThat(calls).isEmpty();
    }

    // ---- cascade ----

    @Test
    @Tag("A-39")
    void addsTheElementAndWhatFollowsItToTheSessionAtOnce() {
        Author ed = givenAuthor();
        Book book = new Book("a");
        Topic sea = new Topic("sea");
        book.topics.add(sea);
        List<Object> pending = new ArrayList<>();
        events(Author.class, "books").onAppend(e -> pending.add(lifecycle(book)));

        ed.books.add(book);

        assertThat(pending).containsExactly(PENDING);
        assertThat(lifecycle(sea)).isEqualTo(PENDING);
    }

    @Test
    @Tag("A-39")
    void addsNothingIfItStartedOnTheOtherSide() {
        Author ed = new Author("ed");
        session.add(ed);
        Book book = new Book("a");

        book.author = ed;

        assertThat(ed.books).containsExactly(book);
        assertThat(lifecycle(book)).isEqualTo(TRANSIENT);
    }

    @Test
    @Tag("A-39")
    void addsNothingIfTheOwnerIsInNoSession() {
        Author ed = new Author("ed");

        ed.books.add(new Book("a"));

        assertThat(session.newObjects()).isEmpty();
    }

    @Test
    @Tag("A-39")
    void addsAnElementAgainThatStays() {
        Author ed = new Author("ed").with("a");
        session.add(ed);
        Book book = ed.books.get(0);
        session.expunge(book);

        ed.books = new ArrayList<>(List.of(book));

        assertThat(lifecycle(book)).isEqualTo(PENDING);
    }

    @Test
    @Tag("A-39")
    void addsAnAssignedReferenceToTheSession() {
        Picture sea = new Picture("sea");
        session.add(sea);

        sea.frame = new Frame("oak");

        assertThat(lifecycle(sea.frame)).isEqualTo(PENDING);
    }

    // ---- orphans ----

    @Test
    @Tag("A-40")
    void expungesAPendingOrphanAtOnce() {
        Author ed = givenAuthor();
        Book book = new Book("a");
        ed.books.add(book);

        ed.books.remove(book);

        assertThat(lifecycle(book)).isEqualTo(TRANSIENT);
    }

    @Test
    @Tag("A-40")
    void expungesAPendingOrphanOfAReplacedReferenceAtOnce() {
        Picture sea = new Picture("sea");
        Frame oak = new Frame("oak");
        sea.frame = oak;
        session.add(sea);

        sea.frame = new Frame("ash");

        assertThat(lifecycle(oak)).isEqualTo(TRANSIENT);
    }

    @Test
    @Tag("A-40")
    void leavesAPersistentOrphanPersistentUntilTheFlushDeletesIt() {
        Author ed = givenAuthor("a");
        Book book = ed.books.get(0);

        ed.books.remove(book);

        assertThat(lifecycle(book)).isEqualTo(PERSISTENT);
        assertThat(session.deleted()).isEmpty();
        session.flush();
        assertThat(rows("book")).isZero();
    }

    @Test
    @Tag("A-40")
    void deletesAPersistentOrphanOfAReplacedReferenceAtFlush() {
        Picture sea = new Picture("sea");
        sea.frame = new Frame("oak");
        session.add(sea);
        session.commit();
        Frame oak = sea.frame;

        sea.frame = new Frame("ash");
        assertThat(lifecycle(oak)).isEqualTo(PERSISTENT);
        session.flush();

        assertThat(direct().fetchValues("select wood from frame")).hasToString("[ash]");
    }

    // ---- single parent ----

    @Test
    @Tag("A-42")
    void refusesASecondParentOfAnElement() {
        Person ed = new Person();
        Circle one = new Circle();
        one.guests.add(ed);

        assertThatThrownBy(() -> new Circle().guests.add(ed))
                .isExactlyInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot give Person (without key) to Circle.guests of Circle (without key): it belongs to"
                        + " another parent through this relationship, which allows one. Take it from that parent first."
                        + " [INVALID_REQUEST]");
        assertThat(one.guests).containsExactly(ed);
    }

    @Test
    @Tag("A-42")
    void refusesASecondParentOfAReference() {
        Frame oak = new Frame("oak");
        Picture sea = new Picture("sea");
        sea.frame = oak;
        Picture sky = new Picture("sky");

        assertThatThrownBy(() -> sky.frame = oak).isExactlyInstanceOf(InvalidRequestException.class);
        assertThat(sky.frame).isNull();
    }

    @Test
    @Tag("A-42")
    void acceptsTheSameParentAgainAndAnotherOneAfterIt() {
        Frame oak = new Frame("oak");
        Picture sea = new Picture("sea");
        sea.frame = oak;
        sea.frame = oak;
        sea.frame = null;
        Picture sky = new Picture("sky");

        sky.frame = oak;

        assertThat(sky.frame).isSameAs(oak);
    }

    @Test
    @Tag("A-42")
    void checksTheSingleParentOnlyWhereTheChangeBegan() {
        Frame oak = new Frame("oak");
        new Picture("sea").frame = oak;
        Picture sky = new Picture("sky");
        AttributeTracker frame = registry.mapper(Picture.class).manager().tracker("frame");
        AttributeTracker elsewhere = registry.mapper(Picture.class).manager().tracker("painter");

        frame.set(Instance.of(sky).state(), oak, elsewhere.replaceToken(), Passive.OFF);

        assertThat(sky.frame).isSameAs(oak);
    }

    // ---- during a flush ----

    @Test
    @Tag("A-41")
    @Tag("S-21")
    void warnsWhileAFlushIsWriting() {
        Author ed = givenAuthor();
        Topic sea = new Topic("sea");
        session.add(sea);
        try (Warnings warnings = Warnings.listen();
                Subscription unused = Mapped.on(Topic.class).beforeInsert(e -> ed.books.add(new Book("late")))) {
            session.flush();

            assertThat(warnings.messages())
                    .first()
                    .asString()
                    .containsSubsequence(
                            "Adding Book (without key) to Author.books of Author",
                            "while a flush is writing has no effect on that flush.",
                            "Do it in before_flush, or after the flush.");
        }
        assertThat(rows("book")).isZero();
    }
}
