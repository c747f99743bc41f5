package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.flush.explain.FlushExplanation;
import dev.grapnel.core.flush.explain.PlannedRow;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Club.Player;
import dev.grapnel.testkit.session.Club.Team;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Tree.Node;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a session says about its next flush, and whether the flush then does it. */
@EveryDatabase
@DisplayName("The explanation of a flush on")
class ExplainFlushTest extends DatabaseTest {
    ExplainFlushTest() {
        super(RandomGraph.classes());
    }

    /** A table for each row, in order, as {@code UPDATE author}. */
    private static List<String> rows(FlushExplanation explanation) {
        return explanation.rows().stream()
                .map(row -> row.kind() + " " + row.place().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Nested
    class Reasons {
        private Author ed;

        private void givenEd() {
            Integer id = given(s -> new Author("ed").with("a", "b"), made -> ((Author) made).id);
            ed = session.get(Author.class, id);
            ed.books.forEach(book -> book.topics.size());
        }

        private PlannedRow only() {
            assertThat(session.explainFlush().rows()).hasSize(1);
            return session.explainFlush().rows().get(0);
        }

        @Test
        void nameTheAttributesThatChanged() {
            givenEd();
            ed.country = "UK";

            assertThat(only()).hasToString("UPDATE author (country): Author[" + ed.id + "]");
            assertThat(only().reasons()).map(Object::toString).containsExactly("country changed");
        }

        @Test
        void nameTheObjectThatLetAnOrphanGo() {
            givenEd();
            ed.books.remove(0);

            assertThat(only().reasons())
                    .map(Object::toString)
                    .containsExactly("Author[" + ed.id + "] let go of it along Author.books, which deletes orphans");
        }

        @Test
        void nameTheObjectThatADeletionCascadesFrom() {
            givenEd();
            session.delete(ed);

            FlushExplanation explanation = session.explainFlush();

            assertThat(rows(explanation)).containsExactly("DELETE book", "DELETE book", "DELETE author");
            assertThat(explanation.rows().get(0).reasons())
                    .map(Object::toString)
                    .containsExactly(
                            "it is marked for delete", "it is deleted with Author[" + ed.id + "] along Author.books");
            assertThat(explanation.rows().get(2).dependencies())
                    .map(Object::toString)
                    .containsExactly("1 (Author.books)", "2 (Author.books)");
        }

        @Test
        void nameTheRowWhoseKeyIsNeeded() {
            session.add(new Author("jo").with("c"));

            FlushExplanation explanation = session.explainFlush();

            assertThat(rows(explanation)).containsExactly("INSERT author", "INSERT book");
            assertThat(explanation.rows().get(1).dependencies())
                    .map(Object::toString)
                    .containsExactly("1 (Book.author)");
        }

        @Test
        @Tag("M-10")
        void nameTheObjectWhoseRowIsTakenOver() {
            given(s -> new Topic("sea"), made -> "sea");
            Topic old = session.get(Topic.class, "sea");
            old.books.size();
            session.delete(old);
            Topic fresh = new Topic("sea");
            fresh.description = "new";
            session.add(fresh);

            PlannedRow row = only();
            session.flush();

            assertThat(row.reasons())
                    .map(Object::toString)
                    .contains("it takes over the row of Topic[sea], which is deleted and has the same key");
        }

        @Test
        @Tag("M-15")
        void leaveOutWhatHasEventsButNoRow() {
            givenEd();
            ed.name = new String("ed");

            FlushExplanation explanation = session.explainFlush();

            assertThat(explanation.rows()).isEmpty();
            assertThat(explanation.eventsOnly())
                    .singleElement()
                    .satisfies(object -> assertThat(object.object()).isSameAs(ed));
        }

        @Test
        @Tag("U-27")
        void tellOfKeysThatAreWrittenByThemselves() {
            Team team = new Team("reds", new Player("p"));
            team.captain = team.players.get(0);
            session.add(team);

            FlushExplanation explanation = session.explainFlush();

            assertThat(rows(explanation)).containsExactly("INSERT team", "INSERT player", "UPDATE team");
            assertThat(explanation.rows().get(2).reasons())
                    .map(Object::toString)
                    .containsExactly("its key along Team.captain is written by an update of its own");
        }
    }

    @Nested
    class OpenQuestions {
        @Test
        @Tag("U-9")
        void areAskedForChildrenThatAreNotLoaded() {
            Integer id = given(s -> new Team("reds", new Player("p")), made -> ((Team) made).id);
            Team team = session.get(Team.class, id);
            session.delete(team);

            FlushExplanation explanation = session.explainFlush();

            assertThat(explanation.isComplete()).isFalse();
            assertThat(explanation.openQuestions())
                    .map(Object::toString)
                    .containsExactly("Team.players of Team[" + id
                            + "] is not loaded: it will be loaded, and the keys of what it holds cleared.");
            assertThat(rows(explanation)).containsExactly("DELETE team");
        }
    }

    @Nested
    class Renderings {
        @Test
        void ofNothingSaySo() {
            assertThat(session.explainFlush().toText()).isEqualTo("Nothing to write.\n");
        }

        @Test
        void asTextTellRowsReasonsAndOrder() {
            session.add(new Author("ed").with("a"));

            assertThat(session.explainFlush().toText()).isEqualTo("""
                               1. INSERT author: Author (new 1)
                                   because it is new
                               2. INSERT book: Book (new 2)
                                   because it is new; it joined Author (new 1) along Author.books
                                   after 1 (Book.author)
                            """.replace("        because", "       because")
                    .replace("        after", "       after"));
        }

        @Test
        void asMermaidDrawAnArrowForEachDependency() {
            session.add(new Author("ed").with("a"));

            assertThat(session.explainFlush().toMermaid()).isEqualTo("""
                            flowchart TD
                                r1["1. INSERT author<br/>Author (new 1)"]
                                r2["2. INSERT book<br/>Book (new 2)"]
                                r1 -- "Book.author" --> r2
                            """);
        }
    }

    @Test
    void canBeAskedForBeforeAFlushButNotWhileItWrites() {
        session.add(new Node("n"));

        try (Subscription before = Mapped.on(Node.class).beforeInsert(e -> session.explainFlush())) {
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot explain the next flush: one is writing right now.");
        }
    }

    @Test
    void beginsNoTransaction() {
        session.explainFlush();

        assertThat(session.inTransaction()).isFalse();
    }
}
