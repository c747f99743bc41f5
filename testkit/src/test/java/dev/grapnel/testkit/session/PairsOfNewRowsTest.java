package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.session.Instance;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A row that is new has no pairs in the association table yet, even if the object in memory had some before. */
@EveryDatabase
@DisplayName("Pairs of a many-to-many on")
class PairsOfNewRowsTest extends DatabaseTest {
    PairsOfNewRowsTest() {
        super(Library.ALL);
    }

    private Book rolledBack(Topic topic) {
        Book book = new Book("a");
        book.topics.add(topic);
        session.add(book);
        session.flush();
        session.rollback();
        return book;
    }

    private List<String> topics() {
        session.commit();
        return session.query(Book.class).one().topics.stream()
                .map(topic -> topic.word)
                .toList();
    }

    @Test
    void areWrittenWhenBothObjectsAreAddedAgainAfterARollback() {
        session.add(rolledBack(new Topic("sea")));

        assertThat(topics()).containsExactly("sea");
        assertThat(rows("book_topic")).isOne();
    }

    @Test
    void areWrittenWhenOnlyTheOwnerIsAddedAgain() {
        Topic sea = new Topic("sea");
        session.add(sea);
        session.commit();

        session.add(rolledBack(sea));

        assertThat(topics()).containsExactly("sea");
        assertThat(rows("book_topic")).isOne();
    }

    @Test
    void areThoseOfTheCollectionAsItIsNow() {
        Book book = rolledBack(new Topic("sea"));
        book.topics.remove(0);
        book.topics.add(new Topic("law"));
        session.add(book);

        assertThat(topics()).containsExactly("law");
    }

    @Test
    void areWrittenForACopyThatWasMadeTransient() {
        Topic sea = new Topic("sea");
        Book book = new Book("a");
        book.topics.add(sea);
        session.add(book);
        session.commit();
        assertThat(book.topics).hasSize(1);
        assertThat(book.title).isEqualTo("a");
        Instance.of(book).makeTransient();
        book.id = null;

        session.add(book);
        session.commit();

        assertThat(rows("book_topic")).isEqualTo(2);
    }
}
