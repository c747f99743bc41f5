package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.LazyLoadGuard;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryDatabase
class LazyLoadGuardTest extends DatabaseTest {
    LazyLoadGuardTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void fill() {
        elsewhere(other -> List.of("Ada", "Bob", "Cyd")
                .forEach(name -> other.add(new Author(name).with(name + " one", name + " two"))));
    }

    private int readBooks(List<Author> authors) {
        return authors.stream().mapToInt(author -> author.books.size()).sum();
    }

    @Test
    void aCollectionReadFromOwnerAfterOwnerFails() {
        List<Author> authors =
                session.query(Author.class).orderBy(DSL.field(DSL.name("id"))).list();

        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 2)) {
            assertThatThrownBy(() -> readBooks(authors))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "Author.books was loaded by a statement of its own more often than the 2 times"
                                    + " allowed. Load it with its owners: session.query(Author.class).load(LoadStrategy.SELECTIN,"
                                    + " Author_.books), or map it with @Load(LoadStrategy.SELECTIN). Loads in this session, for:"
                                    + " [Author[1], Author[2], Author[3]].");
        }
    }

    @Test
    void theLoadThatIsTooManyIsNotSent() {
        List<Author> authors = session.query(Author.class).list();
        statements.clear();

        try (LazyLoadGuard guard = LazyLoadGuard.on(session, 1)) {
            assertThatThrownBy(() -> readBooks(authors)).isInstanceOf(AssertionError.class);
        }

        statements.assertStatements("SELECT book");
    }

    @Test
    void aReferenceIsToBeLoadedByAJoin() {
        List<Book> books = session.query(Book.class).list();

        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 1)) {
            assertThatThrownBy(() ->
                            books.forEach(book -> assertThat(book.author.name).isNotNull()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Book.author was loaded")
                    .hasMessageContaining("load(LoadStrategy.JOINED, Book_.author)");
        }
    }

    @Test
    void asManyAsAllowedPass() {
        List<Author> authors = session.query(Author.class).list();

        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 3)) {
            assertThat(readBooks(authors)).isEqualTo(6);
        }
    }

    @Test
    void aCollectionLoadedForAllOwnersPasses() {
        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 0)) {
            List<Author> authors = session.query(Author.class)
                    .options(LoadOptions.NONE.load(LoadStrategy.SELECTIN, "books"))
                    .list();

            assertThat(readBooks(authors)).isEqualTo(6);
        }
    }

    @Test
    void eachSessionIsCountedByItself() {
        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 1)) {
            for (int key = 1; key <= 3; key++) {
                int wanted = key;
                elsewhere(other ->
                        assertThat(other.getOne(Author.class, wanted).books).hasSize(2));
            }
        }
    }

    @Test
    void whatIsReadAfterwardsIsNotCounted() {
        List<Author> authors = session.query(Author.class).list();
        LazyLoadGuard.on(sessions, 0).close();

        assertThat(readBooks(authors)).isEqualTo(6);
    }

    @Test
    void reloadsPassUnlessTheyAreCounted() {
        List<Author> authors = session.query(Author.class).list();
        session.expireAll();

        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 0)) {
            assertThat(authors).extracting(author -> author.name).containsExactlyInAnyOrder("Ada", "Bob", "Cyd");
        }
    }

    @Test
    void expiredObjectsReadOneAfterTheOtherFail() {
        List<Author> authors = session.query(Author.class).list();
        session.expireAll();

        try (LazyLoadGuard guard = LazyLoadGuard.withReloads(sessions, 1)) {
            assertThatThrownBy(() ->
                            authors.forEach(author -> assertThat(author.name).isNotNull()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "Columns of Author were reloaded by a statement of its own more often than the 1"
                                    + " time allowed. Query the objects again by one statement");
        }
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> LazyLoadGuard.on(sessions, -1))
                .hasMessage("Cannot allow -1 lazy loads: give 0 or more.");
    }
}
