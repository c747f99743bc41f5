package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import dev.grapnel.testkit.session.Gallery.Painter;
import dev.grapnel.testkit.session.Gallery.Picture;
import dev.grapnel.testkit.session.Gallery.Visitor;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both sides of a relationship, in memory and in the database. */
@EveryDatabase
@DisplayName("A pair of relationships on")
class PairTest extends DatabaseTest {
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);
    private static final ReferenceAttribute<Book, Author> AUTHOR =
            ReferenceAttribute.of(Book.class, "author", Author.class);

    private final List<String> seen = new ArrayList<>();

    PairTest() {
        super(Author.class, Book.class, Topic.class, Painter.class, Picture.class, Visitor.class, Gallery.Frame.class);
    }

    private AttributeTracker attribute(Class<?> type, String name) {
        return registry.mapper(type).manager().tracker(name);
    }

    // ---- whose listeners run first ----

    @Test
    @Tag("A-37")
    void listenersOfTheFollowingSideRunBeforeThoseOfTheSideThatBegan() {
        try (Subscription books = Events.on(BOOKS).onAppend(e -> seen.add("append"));
                Subscription author = Events.on(AUTHOR).onSet(e -> seen.add("set"))) {
            new Author("ed").books.add(new Book("a"));
        }

        assertThat(seen).containsExactly("set", "append");
    }

    @Test
    @Tag("A-37")
    void listenersRegisteredBeforeTheClassIsMappedRunInTheSameOrder() {
        registry.dispose();
        try (Subscription books = Events.on(BOOKS).onAppend(e -> seen.add("append"));
                Subscription author = Events.on(AUTHOR).onSet(e -> seen.add("set"))) {
            Registry later = Registry.of(Library.ALL);
            new Author("ed").books.add(new Book("a"));
            later.dispose();
        }

        assertThat(seen).containsExactly("set", "append");
    }

    @Test
    @Tag("A-37")
    void listenersPutOnTheAttributeBeforeConfigurationRunBeforeTheOtherSideFollows() {
        registry.dispose();
        Registry later = Registry.of(Library.ALL);
        ClassManager authors = later.find(Author.class).manager();
        authors.tracker("books").events().onAppend(e -> seen.add("append"));
        later.find(Book.class).manager().tracker("author").events().onSet(e -> seen.add("set"));

        new Author("ed").books.add(new Book("a"));

        assertThat(seen).containsExactly("append", "set");
        later.dispose();
    }

    // ---- conflicts ----

    @Test
    @Tag("A-35")
    void initiatorPassedOnToAnUnrelatedAttributeIsRefused() {
        attribute(Author.class, "books").events().onAppend(e -> addTopic((Book) e.value(), e.initiator()));
        Author ed = new Author("ed");
        Book book = new Book("a");

        assertThatThrownBy(() -> ed.books.add(book))
                .isExactlyInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("Bidirectional attribute conflict: passing Book")
                .hasMessageContaining("attribute Author.books would change attribute Topic.books through attribute"
                        + " Book.topics, which is not its other side.");
        assertThat(ed.books).isEmpty();
    }

    @Test
    @Tag("A-35")
    void unrelatedAttributeMayBeChangedWithAnInitiatorOfItsOwn() {
        attribute(Author.class, "books").events().onAppend(e -> ((Book) e.value()).topics.add(new Topic("sea")));
        Book book = new Book("a");

        new Author("ed").books.add(book);

        assertThat(book.topics).hasSize(1);
    }

    private void addTopic(Book book, Initiator initiator) {
        attribute(Book.class, "topics").append(Instance.of(book).state(), new Topic("sea"), initiator, Passive.OFF);
    }

    // ---- not in step ----

    @Test
    void sideThatIsNotKeptInStepLeavesTheOtherAlone() {
        Painter ed = new Painter("ed");
        Picture sea = new Picture("sea");

        ed.pictures.add(sea);

        assertThat(sea.painter).isNull();
    }

    @Test
    void otherSideStillFollowsUnlessItSaysTheSame() {
        Painter ed = new Painter("ed");
        Picture sea = new Picture("sea");

        sea.painter = ed;

        assertThat(ed.pictures).containsExactly(sea);
    }

    @Test
    void sideThatIsNotKeptInStepIsWritten() {
        Painter ed = new Painter("ed");
        ed.pictures.add(new Picture("sea"));
        session.add(ed);

        session.commit();

        assertThat(ed.pictures.get(0).painter).isSameAs(ed);
    }

    @Test
    void neitherSideOfAPairNeedFollow() {
        Picture sea = new Picture("sea");
        Visitor jo = new Visitor();

        sea.visitors.add(jo);
        jo.seen.add(sea);

        assertThat(sea.visitors).containsExactly(jo);
        assertThat(jo.seen).containsExactly(sea);
    }

    @Test
    void linkMadeOnBothSidesByHandIsWrittenOnce() {
        Picture sea = new Picture("sea");
        Visitor jo = new Visitor();
        sea.visitors.add(jo);
        jo.seen.add(sea);
        session.add(sea);

        session.flush();

        assertThat(rows("picture_visitor")).isEqualTo(1);
    }

    // ---- view only ----

    @Test
    @Tag("A-50")
    void changeOfAViewFiresItsEvents() {
        attribute(Painter.class, "byTitle").events().onAppend(e -> seen.add("append"));
        attribute(Painter.class, "byTitle").events().onRemove(e -> seen.add("remove"));
        Painter ed = new Painter("ed");

        ed.byTitle.add(new Picture("sea"));
        ed.byTitle.clear();

        assertThat(seen).containsExactly("append", "remove");
    }

    @Test
    @Tag("A-50")
    void changeOfAViewDoesNotModifyTheObject() {
        Painter ed = new Painter("ed");
        session.add(ed);
        session.flush();

        ed.byTitle.add(new Picture("sea"));

        assertThat(Instance.of(ed).isModified(true)).isFalse();
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("A-50")
    void changeOfAViewIsNotWritten() {
        Painter ed = new Painter("ed");
        Picture sea = new Picture("sea");
        session.addAll(List.of(ed, sea));
        session.flush();
        ed.byTitle.add(sea);
        statements.clear();

        session.flush();

        statements.assertStatements();
    }

    @Test
    void viewIsNotKeptInStepInEitherDirection() {
        Painter ed = new Painter("ed");
        Picture sea = new Picture("sea");
        Picture sky = new Picture("sky");

        ed.byTitle.add(sea);
        sky.painter = ed;

        assertThat(sea.painter).isNull();
        assertThat(ed.byTitle).containsExactly(sea);
    }

    @Test
    void viewIsLoadedInItsOwnOrder() {
        Integer id = given(
                s -> {
                    Painter ed = new Painter("ed");
                    ed.pictures.addAll(List.of(new Picture("sky"), new Picture("sea")));
                    return ed;
                },
                made -> ((Painter) made).id);

        Painter ed = session.get(Painter.class, id);

        assertThat(ed.pictures).extracting(picture -> picture.title).containsExactly("sky", "sea");
        assertThat(ed.byTitle).extracting(picture -> picture.title).containsExactly("sea", "sky");
    }
}
