package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Tree.Node;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relationships other than the plain one of owner and owned. */
@EveryDatabase
@DisplayName("Relationships on")
class RelationshipTest extends DatabaseTest {
    RelationshipTest() {
        super(Author.class, Book.class, Topic.class, Node.class);
    }

    // ---- many to many ----

    @Test
    @Tag("U-2")
    void linksAreInsertedAfterBothSides() {
        Book book = new Book("a");
        book.topics.add(new Topic("sea"));
        book.topics.add(new Topic("war"));
        session.add(book);

        session.flush();

        assertThat(statements.statements())
                .map(Object::toString)
                .containsExactlyInAnyOrder("INSERT topic ×2", "INSERT book", "INSERT book_topic ×2")
                .last()
                .isEqualTo("INSERT book_topic ×2");
    }

    @Test
    void linkIsSeenFromTheOtherSide() {
        Topic sea = new Topic("sea");
        Book book = new Book("a");
        book.topics.add(sea);

        assertThat(sea.books).containsExactly(book);
    }

    @Test
    void removedLinkIsDeletedAndBothSidesStay() {
        Book book = new Book("a");
        book.topics.add(new Topic("sea"));
        session.add(book);
        session.commit();
        book.topics.remove(0);
        statements.clear();

        session.flush();

        statements.assertStatements("DELETE book_topic");
        assertThat(rows("topic")).isEqualTo(1);
        assertThat(rows("book")).isEqualTo(1);
    }

    @Test
    @Tag("U-2")
    void linksOfADeletedObjectAreDeletedBeforeIt() {
        Book book = new Book("a");
        book.topics.add(new Topic("sea"));
        session.add(book);
        session.commit();
        session.delete(book);

        session.flush();

        assertThat(statements.statements(StatementKind.DELETE))
                .map(Object::toString)
                .containsExactly("DELETE book_topic", "DELETE book");
    }

    @Test
    void changeOnBothSidesWritesTheLinkOnce() {
        Topic sea = new Topic("sea");
        Book book = new Book("a");
        session.add(sea);
        session.add(book);
        session.flush();
        sea.books.add(book);

        session.flush();

        assertThat(book.topics).containsExactly(sea);
        assertThat(rows("book_topic")).isEqualTo(1);
    }

    // ---- both sides of one to many ----

    @Test
    @Tag("A-32")
    void assigningTheReferenceFillsTheCollection() {
        Author ed = new Author("ed");
        Book book = new Book("a");

        book.author = ed;

        assertThat(ed.books).containsExactly(book);
    }

    @Test
    @Tag("A-32")
    void changingTheReferenceMovesBetweenCollections() {
        Author ed = new Author("ed").with("a");
        Author jo = new Author("jo");
        Book a = ed.books.get(0);

        a.author = jo;

        assertThat(ed.books).isEmpty();
        assertThat(jo.books).containsExactly(a);
    }

    @Test
    @Tag("A-26")
    void replacingACollectionWritesOnlyTheDifference() {
        Author ed = new Author("ed").with("a", "b");
        session.add(ed);
        session.commit();
        Book b = ed.books.get(1);
        statements.clear();

        ed.books = new java.util.ArrayList<>(java.util.List.of(b, new Book("c")));
        session.flush();

        assertThat(statements.parameterSets(StatementKind.INSERT)).isEqualTo(1);
        assertThat(statements.parameterSets(StatementKind.DELETE)).isEqualTo(1);
        assertThat(statements.count(StatementKind.UPDATE)).isZero();
    }

    // ---- self reference ----

    private Node tree() {
        return new Node("root", new Node("left", new Node("leaf")), new Node("right"));
    }

    @Test
    @Tag("U-4")
    void treeIsInsertedFromTheRootDownLevelByLevel() {
        session.add(tree());

        session.flush();

        statements.assertStatements("INSERT node", "INSERT node ×2", "INSERT node");
    }

    @Test
    @Tag("U-4")
    void treeIsDeletedFromTheLeavesUp() {
        Node root = tree();
        session.add(root);
        session.commit();
        session.delete(root);
        statements.clear();

        session.commit();

        assertThat(rows("node")).isZero();
        assertThat(statements.parameterSets(StatementKind.DELETE)).isEqualTo(4);
    }

    @Test
    void subtreeIsMoved() {
        Node root = tree();
        session.add(root);
        session.commit();
        Node left = root.children.get(0);
        Node right = root.children.get(1);

        left.parent = right;
        session.commit();

        assertThat(right.children).containsExactly(left);
        assertThat(root.children).containsExactly(right);
    }

    @Nested
    @DisplayName("merged")
    class Merged {
        private Author givenDetached() {
            Author ed = new Author("ed").with("a", "b");
            session.add(ed);
            session.flush();
            ed.books.forEach(book -> book.title.length());
            session.expungeAll();
            return ed;
        }

        @Test
        @Tag("U-31")
        void graphUpdatesWhatIsThere() {
            Author ed = givenDetached();
            ed.books.get(0).title = "changed";

            Author merged = session.merge(ed);
            session.flush();

            assertThat(merged).isNotSameAs(ed);
            assertThat(direct().fetchValues("select title from book order by id"))
                    .hasToString("[changed, b]");
        }

        @Test
        void graphAddsAndRemovesElements() {
            Author ed = givenDetached();
            ed.books.remove(0);
            ed.books.add(new Book("c"));

            session.merge(ed);
            session.flush();

            assertThat(direct().fetchValues("select title from book order by id"))
                    .hasToString("[b, c]");
        }

        @Test
        void objectIsMergedOnceHoweverOftenItIsReached() {
            Author ed = givenDetached();

            Author merged = session.merge(ed);

            assertThat(merged.books).allSatisfy(book -> assertThat(book.author).isSameAs(merged));
            assertThat(session.merge(ed)).isSameAs(merged);
        }
    }
}
