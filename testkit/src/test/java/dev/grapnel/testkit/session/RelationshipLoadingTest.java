package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relationships of an object that has a session and was not added to it. */
@EveryDatabase
@DisplayName("Relationship loading of a transient object on")
class RelationshipLoadingTest extends DatabaseTest {
    RelationshipLoadingTest() {
        super(Library.ALL);
    }

    /** Has the key of an author with a book, and is not that author. */
    private Author transientOne() {
        Author ed = events.named("ed", new Author("nobody"));
        ed.id = given(s -> new Author("ed").with("a"), made -> ((Author) made).id);
        return ed;
    }

    @Test
    @Tag("S-17")
    void firesTheAttachEventsWithoutAddingTheObject() {
        Author ed = transientOne();
        events.sessions(sessions).without("after_transaction_create");

        session.enableRelationshipLoading(ed);

        events.assertTimeline("before_attach ed", "after_attach ed", "transient_to_pending ed");
        assertThat(Session.of(ed)).isSameAs(session);
        assertThat(session.newObjects()).isEmpty();
        assertThat(session.contains(ed)).isFalse();
    }

    @Test
    @Tag("S-17")
    void findsWhatTheKeysOfTheObjectReferTo() {
        Author ed = transientOne();

        session.enableRelationshipLoading(ed);

        assertThat(ed.books).extracting((Book book) -> book.title).containsExactly("a");
    }

    @Test
    @Tag("S-17")
    void doesNotWriteTheObject() {
        Author ed = transientOne();
        session.enableRelationshipLoading(ed);
        ed.name = "changed";

        session.commit();

        assertThat(session.query(Author.class).list())
                .extracting(author -> author.name)
                .containsExactly("ed");
    }

    @Test
    @Tag("S-17")
    void firesNothingForAnObjectOfTheSession() {
        Author ed = new Author("ed");
        session.add(ed);
        events.sessions(sessions);

        session.enableRelationshipLoading(ed);

        events.assertTimeline();
    }

    @Test
    void endsWithTheSession() {
        Author ed = transientOne();
        session.enableRelationshipLoading(ed);

        session.close();

        assertThat(Session.of(ed)).isNull();
        session.add(ed);
        assertThat(session.newObjects()).containsExactly(ed);
    }

    @Test
    @Tag("T-31")
    void isRefusedForAnObjectOfAnotherSession() {
        Author ed = new Author("ed");
        session.add(ed);
        try (Session other = sessions.open()) {
            assertThatThrownBy(() -> other.enableRelationshipLoading(ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("it belongs to another session");
        }
    }
}
