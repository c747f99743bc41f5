package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over tables that somebody else has made, a statement is the first that asks the mapping anything. */
@EveryDatabase
@DisplayName("The first statement on")
class FirstStatementTest extends DatabaseTest {
    FirstStatementTest() {
        super(Author.class, Book.class, Topic.class);
    }

    /** A mapping that nobody has asked yet. */
    @BeforeEach
    void mapAnew() {
        elsewhere(s -> s.add(new Author("ed").with("a")));
        session.close();
        registry.dispose();
        registry = Registry.of(Author.class, Book.class, Topic.class);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECT", "IMMEDIATE", "SELECTIN", "SUBQUERY", "JOINED"})
    void mayBringRelationships(LoadStrategy strategy) {
        List<Author> authors = session.query(Author.class)
                .options(LoadOptions.NONE.load(strategy, "books"))
                .list();

        assertThat(authors).singleElement().satisfies(ed -> assertThat(ed.books).hasSize(1));
    }

    @Test
    void mayGetByKey() {
        assertThat(session.getOne(Author.class, 1).books).hasSize(1);
    }

    @Test
    void mayPutAnObjectIn() {
        session.add(new Author("mo").with("b"));
        session.commit();

        assertThat(session.query(Book.class).count()).isEqualTo(2);
    }

    @Test
    void mayCount() {
        assertThat(session.query(Author.class).count()).isEqualTo(1);
    }

    @Test
    void mayDeleteManyRows() {
        assertThat(session.deleteFrom(Book.class).execute()).isEqualTo(1);
    }
}
