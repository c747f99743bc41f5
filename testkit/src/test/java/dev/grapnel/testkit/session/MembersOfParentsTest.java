package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Books belong to an author and go with them; who was never given one, or is still new, is treated in another way. */
@EveryDatabase
@DisplayName("Members of a parent on")
class MembersOfParentsTest extends DatabaseTest {
    MembersOfParentsTest() {
        super(Library.ALL);
    }

    private Author flushed(String... titles) {
        Author author = new Author("ann").with(titles);
        session.add(author);
        session.flush();
        return author;
    }

    @Test
    @Tag("U-11")
    void doNotJoinTheSessionByTheOtherSideAlone() {
        Author ann = flushed("a");
        Book book = new Book("b");

        book.author = ann;

        assertThat(ann.books).contains(book);
        assertThat(session.contains(book)).isFalse();
    }

    @Test
    @Tag("U-12")
    void areMarkedWithTheParentUnlessTheyAreStillNew() {
        Author ann = flushed("a");
        Book old = ann.books.get(0);
        Book fresh = new Book("b");
        ann.books.add(fresh);

        session.delete(ann);

        assertThat(session.deleted()).containsExactlyInAnyOrder(ann, old);
        assertThat(session.newObjects()).containsExactly(fresh);
    }

    @Test
    @Tag("U-14")
    void areInsertedIfTheyNeverHadAParent() {
        session.add(new Book("a"));

        session.commit();

        assertThat(rows("book")).isOne();
    }

    @Test
    @Tag("U-14")
    void leaveAtOnceIfTheyAreNewAndLoseTheirParent() {
        Author ann = flushed("a");
        Book fresh = new Book("b");
        ann.books.add(fresh);

        ann.books.remove(fresh);

        assertThat(lifecycle(fresh)).isEqualTo(LifecycleState.TRANSIENT);
        assertThat(session.newObjects()).isEmpty();
    }
}
