package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Places.City;
import dev.grapnel.testkit.session.Places.CityKey;
import dev.grapnel.testkit.session.Places.Note;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a flush writes: in which order, in how many statements, with which keys and versions. */
@EveryDatabase
@DisplayName("A flush on")
class FlushTest extends DatabaseTest {
    FlushTest() {
        super(Author.class, Book.class, Topic.class, City.class, Note.class);
    }

    private Author givenAuthor(String... titles) {
        Integer id = given(s -> new Author("ed").with(titles), made -> ((Author) made).id);
        Author author = session.get(Author.class, id);
        author.books.forEach(book -> book.topics.size());
        statements.clear();
        return author;
    }

    // ---- order ----

    @Test
    @Tag("U-2")
    void insertsAParentBeforeItsChildWhateverWasAddedFirst() {
        Book book = new Book("a");
        book.author = new Author("ed");
        session.add(book);
        session.add(book.author);

        session.flush();

        statements.assertStatements("INSERT author", "INSERT book");
    }

    @Test
    @Tag("U-2")
    void deletesAChildBeforeItsParent() {
        Author ed = givenAuthor("a");
        session.delete(ed);

        session.flush();

        statements.assertStatements("DELETE book", "DELETE author");
    }

    @Test
    @Tag("U-7")
    void copiesTheKeyOfTheParentBeforeTheChildIsInserted() {
        Author ed = new Author("ed").with("a");
        session.add(ed);
        Integer[] seen = new Integer[1];

        try (Subscription listening = Mapped.on(Book.class).beforeInsert(e -> seen[0] = e.target().author.id)) {
            session.flush();
        }

        assertThat(seen[0]).isEqualTo(ed.id).isNotNull();
    }

    @Test
    @Tag("U-13")
    void deletesWhatItsOwnerLetGo() {
        Author ed = givenAuthor("a", "b");
        ed.books.remove(0);

        session.flush();

        statements.assertStatements("DELETE book");
        assertThat(rows("book")).isEqualTo(1);
    }

    @Test
    @Tag("U-10")
    void movesAChildFromOneOwnerToAnother() {
        Author ed = givenAuthor("a");
        Author jo = new Author("jo");
        session.add(jo);
        session.flush();
        Book a = ed.books.get(0);

        session.withoutAutoflush(() -> {
            ed.books.remove(a);
            jo.books.add(a);
        });
        session.commit();

        assertThat(a.author).isSameAs(jo);
        assertThat(rows("book")).isEqualTo(1);
    }

    // ---- batches ----

    @Test
    @Tag("U-6")
    void insertsManyRowsInFewStatements() {
        IntStream.range(0, 50).forEach(i -> session.add(new Author("author " + i)));

        session.flush();

        // One batch where generated keys come back from it; else inserts of several rows, whose numbers are powers of
        // two.
        assertThat(statements.count(StatementKind.INSERT)).isLessThanOrEqualTo(3);
        assertThat(statements.parameterSets(StatementKind.INSERT)).isEqualTo(50);
    }

    @Test
    @Tag("U-6")
    void updatesManyRowsInOneBatch() {
        Author ed = givenAuthor("a", "b", "c");
        ed.books.forEach(book -> book.title += "!");

        session.flush();

        statements.assertStatements("UPDATE book ×3");
    }

    @Test
    @Tag("U-6")
    void deletesManyRowsInOneBatch() {
        Author ed = givenAuthor("a", "b", "c");
        ed.books.clear();

        session.flush();

        assertThat(statements.count()).isEqualTo(1);
        assertThat(rows("book")).isZero();
    }

    @Test
    @Tag("U-16")
    void updatesOnlyColumnsThatChanged() {
        Author ed = givenAuthor();
        ed.country = "UK";

        session.flush();

        assertThat(statements.texts())
                .singleElement()
                .asString()
                .contains("country")
                .doesNotContain("name");
    }

    @Test
    @Tag("X-3")
    void writesNothingForAnEqualValue() {
        Author ed = givenAuthor();
        ed.name = new String("ed");

        assertThat(session.dirty()).containsExactly(ed);
        assertThat(session.isModified(ed)).isFalse();
        session.flush();

        statements.assertNone();
    }

    @Test
    @Tag("M-11")
    void writesWhatAListenerChangesBeforeTheInsert() {
        Author ed = new Author("ed");
        session.add(ed);

        try (Subscription listening = Mapped.on(Author.class).beforeInsert(e -> e.target().country = "UK")) {
            session.commit();
        }

        assertThat(ed.country).isEqualTo("UK");
    }

    @Test
    void ofSomeObjectsLeavesTheOthers() {
        Author ed = new Author("ed");
        Author jo = new Author("jo");
        session.addAll(List.of(ed, jo));

        session.flush(List.of(ed));

        assertThat(session.newObjects()).containsExactly(jo);
    }

    // ---- keys ----

    @Test
    void givesEachRowOfABatchItsOwnGeneratedKey() {
        List<Author> all =
                IntStream.range(0, 20).mapToObj(i -> new Author("author " + i)).toList();
        session.addAll(all);

        session.flush();

        Set<Integer> keys = new HashSet<>();
        all.forEach(author -> keys.add(author.id));
        assertThat(keys).hasSize(20).doesNotContainNull();
        session.expireAll();
        all.forEach(author -> assertThat(author.name).isEqualTo("author " + all.indexOf(author)));
    }

    @Test
    void takesKeysOfSeveralParts() {
        session.add(new City("uk", "London", 9));
        session.commit();

        assertThat(session.get(City.class, "uk", "London").people).isEqualTo(9);
        assertThat(new CityKey("uk", "London")).isEqualTo(new CityKey("uk", "London"));
    }

    @Test
    @Tag("U-24")
    @Tag("U-16")
    void movesAnObjectToItsNewKeyAndRollbackMovesItBack() {
        Topic sea = new Topic("sea");
        session.add(sea);
        session.commit();
        sea.word.length();

        sea.word = "ocean";
        session.flush();
        assertThat(session.get(Topic.class, "ocean")).isSameAs(sea);
        session.rollback();

        assertThat(sea.word).isEqualTo("sea");
        assertThat(session.get(Topic.class, "sea")).isSameAs(sea);
    }

    @Test
    @Tag("U-1")
    void turnsDeleteAndInsertOfOneKeyIntoAnUpdate() {
        Topic old = new Topic("sea");
        session.add(old);
        session.commit();
        old.books.size();
        session.delete(old);
        Topic fresh = new Topic("sea");
        fresh.description = "new";
        session.add(fresh);
        statements.clear();

        session.flush();

        assertThat(statements.count(StatementKind.UPDATE)).isEqualTo(1);
        assertThat(statements.count(StatementKind.INSERT)).isZero();
        assertThat(statements.count(StatementKind.DELETE)).isZero();
        session.commit();
        assertThat(session.get(Topic.class, "sea")).isSameAs(fresh);
    }

    @Test
    @Tag("U-8")
    void setsTheForeignKeyToNullWhenALinkIsCut() {
        Author ed = givenAuthor("a");
        Book a = ed.books.get(0);
        session.expunge(ed);
        Book again = session.get(Book.class, a.id);

        again.author = null;
        session.flush();

        assertThat(direct().fetchValue("select author_id from book")).isNull();
    }

    // ---- versions ----

    private Note givenNote() {
        Integer id = given(s -> new Note("a"), made -> ((Note) made).id);
        return session.get(Note.class, id);
    }

    @Test
    @Tag("U-19")
    void countsVersionsUpWithEachUpdate() {
        Note note = givenNote();
        int first = note.version;
        note.text = "b";
        session.flush();

        assertThat(note.version).isEqualTo(first + 1);
    }

    @Test
    @Tag("U-20")
    void leavesTheVersionWithoutANetChange() {
        Note note = givenNote();
        int first = note.version;
        note.text = new String("a");
        session.flush();

        assertThat(note.version).isEqualTo(first);
    }

    @Test
    @Tag("U-19")
    void refusesToUpdateARowThatSomeoneElseChanged() {
        Note note = givenNote();
        direct().execute("update note set version = version + 1");
        note.text = "b";

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Note");
    }

    @Test
    @Tag("U-19")
    @Tag("U-17")
    void refusesToDeleteARowThatSomeoneElseChanged() {
        Note note = givenNote();
        direct().execute("update note set version = version + 1");
        session.delete(note);

        assertThatThrownBy(() -> session.flush()).isInstanceOf(StaleDataException.class);
    }

    @Test
    @Tag("U-17")
    void refusesToUpdateARowThatIsGoneAlsoWithoutAVersion() {
        Author ed = givenAuthor();
        direct().execute("delete from author");
        ed.country = "UK";

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Author");
    }

    @Test
    @Tag("U-22")
    void mergeOfAnOlderVersionIsRefused() {
        reopen(SessionOptions.DEFAULT.withExpireOnCommit(false));
        Note note = givenNote();
        session.expunge(note);
        session.commit();
        elsewhere(s -> s.get(Note.class, note.id).text = "b");
        Note present = session.get(Note.class, note.id);

        assertThat(present.version).isGreaterThan(note.version);
        assertThatThrownBy(() -> session.merge(note))
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("its version");
    }
}
