package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Queries along relationships that have a table of their own. */
@EveryDatabase
@DisplayName("Queries over associations on")
class AssociationQueryTest extends DatabaseTest {
    private static final CollectionAttribute<Author, Book> BOOKS =
            CollectionAttribute.of(Author.class, "books", Book.class);
    private static final ColumnAttribute<Book, String> TITLE = ColumnAttribute.of(Book.class, "title", String.class);
    private static final CollectionAttribute<Book, Topic> TOPICS =
            CollectionAttribute.of(Book.class, "topics", Topic.class);
    private static final ColumnAttribute<Topic, String> WORD = ColumnAttribute.of(Topic.class, "word", String.class);
    private static final CollectionAttribute<Topic, Book> BOOKS_OF_TOPIC =
            CollectionAttribute.of(Topic.class, "books", Book.class);

    AssociationQueryTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenThreeBooks() {
        elsewhere(s -> {
            Author ann = new Author("ann").with("sea", "sun", "sky");
            Topic water = new Topic("water");
            Topic light = new Topic("light");
            ann.books.get(0).topics.addAll(List.of(water, light));
            ann.books.get(1).topics.add(light);
            s.add(ann);
        });
    }

    private static List<String> titles(Query<Book> query) {
        return query.orderBy(TITLE).list().stream().map(book -> book.title).toList();
    }

    private Query<Book> books() {
        return session.query(Book.class);
    }

    @Test
    void joinGoesThroughTheAssociation() {
        assertThat(titles(books().join(TOPICS).where(WORD.eq("light")))).containsExactly("sea", "sun");
        assertThat(titles(books().leftJoin(TOPICS).where(WORD.isNull()))).containsExactly("sky");
    }

    @Test
    void joinUnderAnotherNameGoesThroughTheAssociation() {
        Aliased<Topic> one = Aliased.of(Topic.class, "one");
        Aliased<Topic> other = Aliased.of(Topic.class, "other");

        assertThat(titles(books().join(TOPICS, one)
                        .join(TOPICS, other)
                        .where(one.get(WORD).eq("light"), other.get(WORD).eq("water"))))
                .containsExactly("sea");
    }

    @Test
    void anyAndContainsGoThroughTheAssociation() {
        Topic water = session.get(Topic.class, "water");

        assertThat(titles(books().where(TOPICS.any(WORD.eq("light"))))).containsExactly("sea", "sun");
        assertThat(titles(books().where(TOPICS.contains(water)))).containsExactly("sea");
        assertThat(titles(books().where(TOPICS.isEmpty()))).containsExactly("sky");
    }

    @Test
    void questionMayLeadBackOverTheSameAssociation() {
        assertThat(titles(books().where(TOPICS.any(BOOKS_OF_TOPIC.any(TITLE.eq("sun"))))))
                .containsExactly("sea", "sun");
        assertThat(session.query(Author.class)
                        .where(BOOKS.any(TOPICS.any(WORD.eq("water"))))
                        .count())
                .isOne();
    }
}
