package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Shelf.Book;
import dev.grapnel.testkit.session.Shelf.Folder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More rows than go one by one, where the database has a better way for many. */
@EveryDatabase
@DisplayName("Many rows of one table on")
class ManyRowsTest extends DatabaseTest {
    private static final int MANY = 150;

    ManyRowsTest() {
        super(Shelf.ALL);
    }

    private List<Book> books() {
        List<Book> books = IntStream.rangeClosed(1, MANY).mapToObj(Book::new).toList();
        session.addAll(books);
        session.flush();
        statements.clear();
        return books;
    }

    private List<Folder> folders() {
        List<Folder> folders =
                IntStream.rangeClosed(1, MANY).mapToObj(Folder::new).toList();
        session.addAll(folders);
        session.flush();
        statements.clear();
        return folders;
    }

    @Test
    @Tag("U-6")
    void areUpdatedByOneStatementEachWithItsOwnValues() {
        List<Book> books = books();
        books.forEach(book -> book.pages = 1_000 + book.id);

        session.flush();

        assertThat(statements.count(StatementKind.UPDATE)).isEqualTo(1);
        assertThat(direct().fetch("select pages from book order by id").getValues(0, int.class))
                .isEqualTo(IntStream.rangeClosed(1, MANY)
                        .mapToObj(id -> 1_000 + id)
                        .toList());
    }

    @Test
    @Tag("U-19")
    void areFoundByTheirVersionsToo() {
        List<Folder> folders = folders();
        int before = folders.get(0).version;
        folders.forEach(folder -> folder.label = "new " + folder.id);

        session.flush();

        assertThat(folders).extracting(folder -> folder.version).containsOnly(before + 1);
        assertThat(direct().fetch("select distinct version from folder").getValues(0, int.class))
                .containsExactly(before + 1);
    }

    @Test
    @Tag("U-17")
    void areRefusedIfOneToBeUpdatedIsGone() {
        List<Book> books = books();
        direct().execute("delete from book where id = 77");
        books.forEach(book -> book.pages++);

        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("in table book")
                .hasMessageContaining("Someone changed or deleted")
                .hasMessageContaining("roll back");
    }

    @Test
    @Tag("U-17")
    @Tag("U-19")
    void areRefusedIfOneToBeUpdatedHasAnotherVersion() {
        List<Folder> folders = folders();
        direct().execute("update folder set version = 5 where id = 77");
        folders.forEach(folder -> folder.label = "new");

        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Cannot update the row of Folder[77] in table folder");
    }

    @Test
    @Tag("U-6")
    void areDeletedByOneStatement() {
        List<Book> books = books();
        books.subList(10, MANY).forEach(session::delete);

        session.flush();

        assertThat(statements.count(StatementKind.DELETE)).isEqualTo(1);
        assertThat(direct().fetch("select id from book order by id").getValues(0, int.class))
                .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    @Tag("U-17")
    void areDeletedWithAWarningOfThoseThatAreGone() {
        List<Book> books = books();
        direct().execute("delete from book where id in (77, 78)");
        books.forEach(session::delete);

        try (Warnings warnings = Warnings.listen()) {
            session.flush();

            assertThat(warnings.messages())
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message).contains("book").contains("gone already"));
        }
        assertThat(rows("book")).isZero();
    }

    @Test
    @Tag("U-17")
    @Tag("U-19")
    void areNotDeletedIfOneHasAnotherVersion() {
        List<Folder> folders = folders();
        direct().execute("update folder set version = 5 where id = 77");
        folders.forEach(session::delete);

        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Cannot delete the row of Folder[77]");
    }

    @Test
    @Tag("I-23")
    void giveUpAllTheirValuesOnCommit() {
        List<Book> books = books();

        session.commit();
        direct().execute("update book set pages = 5, title = 'other', used = true");

        assertThat(books).allSatisfy(book -> {
            assertThat(book.title).isEqualTo("other");
            assertThat(book.pages).isEqualTo(5);
            assertThat(book.used).isTrue();
        });
    }
}
