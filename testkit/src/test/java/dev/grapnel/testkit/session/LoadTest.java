package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectDeletedException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How objects come from rows, and how long they stay in memory. */
@EveryDatabase
@DisplayName("Loading on")
class LoadTest extends DatabaseTest {
    record Named(String name, String loud) {}

    LoadTest() {
        super(Library.ALL);
    }

    private Author given(String... titles) {
        Integer id = given(s -> new Author("ed").with(titles), made -> ((Author) made).id);
        Author author = session.get(Author.class, id);
        statements.clear();
        return author;
    }

    // ---- one row, one object ----

    @Test
    @Tag("G-1")
    void getAsksTheDatabaseOnlyOnce() {
        Author ed = given();

        assertThat(session.get(Author.class, ed.id)).isSameAs(ed);

        statements.assertNone();
    }

    @Test
    @Tag("G-1")
    void getOfAnObjectInMemoryAsksTheDatabaseIfItIsToBeOverwritten() {
        Author ed = given();
        direct().execute("update author set name = 'changed'");

        assertThat(session.byKey(Author.class).populateExisting().get(ed.id)).isSameAs(ed);

        assertThat(ed.name).isEqualTo("changed");
    }

    @Test
    void valuesComeWithoutObjects() {
        elsewhere(s -> s.addAll(List.of(new Author("b"), new Author("a"))));
        Field<String> name = DSL.field("name", String.class);

        List<Named> found = session.query(Author.class)
                .where(name.ne("b"))
                .orderBy(name)
                .select(name, DSL.upper(name).as("loud"))
                .list(Named.class);

        assertThat(found).containsExactly(new Named("a", "A"));
    }

    @Test
    @Tag("G-26")
    void rowsThatALoadListenerInsertsAreNotAmongThoseBeingRead() {
        elsewhere(s -> s.addAll(List.of(new Author("a"), new Author("b"), new Author("c"))));
        int[] made = {0};
        try (Subscription inserting = InstanceEvents.on(Author.class).load(e -> {
            session.add(new Author("made " + ++made[0]));
            session.flush();
        })) {
            assertThat(session.query(Author.class).list()).hasSize(3);
        }

        assertThat(made[0]).isEqualTo(3);
        assertThat(rows("author")).isEqualTo(6);
    }

    @Test
    @Tag("G-2")
    void queryLeavesLoadedValuesAsTheyAre() {
        Author ed = given();
        direct().execute("update author set name = 'changed'");

        Author found = session.query(Author.class).one();

        assertThat(found).isSameAs(ed);
        assertThat(ed.name).isEqualTo("ed");
    }

    @Test
    @Tag("G-3")
    void populateExistingOverwrites() {
        Author ed = given();
        direct().execute("update author set name = 'changed'");

        session.query(Author.class).populateExisting().list();

        assertThat(ed.name).isEqualTo("changed");
    }

    @Test
    void conditionOrderAndLimitAreThoseOfTheDatabase() {
        elsewhere(s -> s.addAll(List.of(new Author("c"), new Author("a"), new Author("b"))));

        List<Author> found = session.query(Author.class)
                .where(DSL.field("name", String.class).ne("a"))
                .orderBy(DSL.field("name"))
                .limit(1)
                .list();

        assertThat(found).extracting(author -> author.name).containsExactly("b");
    }

    @Test
    void oneOfNoneAndOneOfSeveralAreErrors() {
        assertThatThrownBy(() -> session.query(Author.class).one())
                .isInstanceOf(ObjectNotFoundException.class)
                .hasMessageContaining("Expected one Author");
        session.addAll(List.of(new Author("a"), new Author("b")));

        assertThatThrownBy(() -> session.query(Author.class).one())
                .isInstanceOf(MultipleObjectsFoundException.class)
                .hasMessageContaining("found 2");
    }

    // ---- expire and refresh ----

    @Test
    @Tag("I-21")
    void expiredObjectIsReloadedOnceOnTheNextRead() {
        Author ed = given();
        direct().execute("update author set name = 'changed', country = 'UK'");
        statements.clear();
        session.expire(ed);

        assertThat(ed.name).isEqualTo("changed");
        assertThat(ed.country).isEqualTo("UK");
        statements.assertStatements("SELECT author");
    }

    @Test
    @Tag("I-24")
    void expiredAttributeIsReloadedAlone() {
        Author ed = given();
        direct().execute("update author set name = 'changed', country = 'UK'");
        session.expire(ed, "country");

        assertThat(ed.country).isEqualTo("UK");
        assertThat(ed.name).isEqualTo("ed");
    }

    @Test
    @Tag("I-21")
    void expireForgetsChanges() {
        Author ed = given();
        ed.name = "edward";
        session.expire(ed);

        assertThat(ed.name).isEqualTo("ed");
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("G-6")
    void refreshReloadsAtOnce() {
        Author ed = given();
        direct().execute("update author set name = 'changed'");

        session.refresh(ed);

        assertThat(statements.count()).isPositive();
        statements.clear();
        assertThat(ed.name).isEqualTo("changed");
        statements.assertNone();
    }

    @Test
    void refreshOfARowThatIsGoneIsAnError() {
        Author ed = given();
        direct().execute("delete from author");

        assertThatThrownBy(() -> session.refresh(ed))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("its row is gone");
    }

    @Test
    @Tag("G-8")
    void readOfAnExpiredObjectWhoseRowIsGoneIsAnError() {
        Author ed = given();
        session.expire(ed);
        direct().execute("delete from author");

        assertThatThrownBy(() -> ed.name.length())
                .isInstanceOf(ObjectDeletedException.class)
                .hasMessageContaining("Author");
    }

    @Test
    @Tag("G-8")
    void readOfAnExpiredObjectWithoutASessionIsAnError() {
        Author ed = given();
        session.commit();
        session.close();

        assertThatThrownBy(() -> ed.name.length())
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageStartingWith("Cannot load")
                .hasMessageContaining("of Author[" + Instance.of(ed).key().part(0) + "]: it belongs to no session.")
                .hasMessageNotContaining("#");
    }

    // ---- lazy ----

    @Test
    @Tag("G-10")
    void collectionIsLoadedOnFirstRead() {
        Author ed = given("a", "b");

        assertThat(ed.books).extracting(book -> book.title).containsExactly("a", "b");

        statements.assertStatements("SELECT book");
        assertThat(ed.books).hasSize(2);
        statements.assertStatements("SELECT book");
    }

    @Test
    void referenceThatIsInMemoryNeedsNoStatement() {
        Author ed = given("a");
        Book a = ed.books.get(0);
        session.expire(a, "author");
        statements.clear();

        assertThat(a.author).isSameAs(ed);

        assertThat(statements.count()).isLessThanOrEqualTo(1);
    }

    @Test
    void lazyLoadWithoutASessionIsAnErrorThatNamesTheAttribute() {
        Author ed = given("a");
        session.close();

        assertThatThrownBy(() -> ed.books.size())
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("books");
    }

    @Test
    @Tag("A-31")
    void elementAddedToACollectionThatIsNotLoadedIsThereAfterTheLoad() {
        Author ed = given("a");
        Book b = new Book("b");
        b.author = ed;

        // A flush before the load would find that the new element is in no session, and forget it (rule U-10).
        session.withoutAutoflush(
                () -> assertThat(ed.books).extracting(book -> book.title).containsExactly("a", "b"));
    }

    // ---- memory ----

    @Test
    @Tag("U-32")
    @Tag("S-37")
    void cleanObjectThatNobodyHoldsIsCollected() {
        WeakReference<Author> ed = new WeakReference<>(given());

        assertThat(isCollected(ed)).isTrue();

        assertThat(session.query(Author.class).one().name).isEqualTo("ed");
        statements.assertStatements("SELECT author");
    }

    @Test
    @Tag("U-32")
    void modifiedObjectThatNobodyHoldsIsKeptAndWritten() {
        WeakReference<Author> ed = new WeakReference<>(given());
        ed.get().name = "edward";

        assertThat(isCollected(ed)).isFalse();

        session.flush();
        assertThat(direct().fetchValue("select name from author")).isEqualTo("edward");
    }

    @Test
    @Tag("U-32")
    void newAndMarkedObjectsThatNobodyHoldsAreKept() {
        given();
        session.delete(session.query(Author.class).one());
        session.add(new Author("jo"));

        System.gc();

        session.commit();
        assertThat(session.query(Author.class).one().name).isEqualTo("jo");
    }

    @Test
    @Tag("U-32")
    void modifiedObjectIsCollectedAfterTheFlush() {
        WeakReference<Author> ed = new WeakReference<>(given());
        ed.get().name = "edward";
        session.flush();

        assertThat(isCollected(ed)).isTrue();
    }

    /** Asks for a collection a few times, with a moment for it between. */
    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 10 && reference.get() != null; i++) {
            System.gc();
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return reference.get() == null;
    }
}
