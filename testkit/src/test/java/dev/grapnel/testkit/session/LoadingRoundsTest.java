package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.events.Events;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relationships that are loaded when a result has been read, and those of the objects that come with them. */
@EveryDatabase
@DisplayName("Rounds of loading on")
class LoadingRoundsTest extends DatabaseTest {
    private static final ColumnAttribute<Book, String> TITLE = ColumnAttribute.of(Book.class, "title", String.class);

    private final List<String> told = new ArrayList<>();

    LoadingRoundsTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenBooksOfTwoAuthors() {
        elsewhere(s -> s.addAll(List.of(new Author("ed").with("a"), new Author("jo").with("b"))));
        Events.on(session).doOrmExecute(e -> told.add(String.valueOf(e.loaderPath())));
    }

    private void load(LoadOptions options) {
        session.query(Book.class).options(options).list();
    }

    @Test
    void bringWhatAllObjectsOfTheResultHaveBeforeGoingDeeper() {
        load(LoadOptions.NONE.load(LoadStrategy.SELECTIN, "author", "books").load(LoadStrategy.SELECTIN, "topics"));

        assertThat(told).containsExactly("null", "Book.author", "Book.topics", "Author.books");
    }

    @Test
    void bringWhatObjectsHaveTogetherThoughTheyCameOneByOne() {
        load(LoadOptions.NONE.load(LoadStrategy.SELECTIN, "author", "books").load(LoadStrategy.IMMEDIATE, "author"));

        assertThat(told).containsExactly("null", "Book.author", "Book.author", "Author.books");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("G-10")
    void findWhatOwnersReferToThoughTheirOtherColumnsWereLeftOut(boolean raises) {
        load((raises ? LoadOptions.NONE.loadOnlyRaising(TITLE) : LoadOptions.NONE.loadOnly(TITLE))
                .load(LoadStrategy.SELECTIN, "author"));

        assertThat(told).containsExactly("null", "Book.author");
    }
}
