package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.PendingRollbackException;
import dev.grapnel.core.error.TransactionClosedException;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.events.ListenerContext;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a listener may do when: the lines of the table in docs/guide/listener-rights.md, in its order. */
@EveryDatabase
@DisplayName("A listener on")
class RightsTest extends DatabaseTest {
    private static final String HERE = "by the listener at dev.grapnel.testkit.session.RightsTest$";

    private final List<Subscription> subscriptions = new ArrayList<>();
    private Warnings warnings;

    RightsTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void recordWarnings() {
        warnings = Warnings.listen();
    }

    @AfterEach
    void stop() {
        warnings.close();
        subscriptions.forEach(Subscription::close);
    }

    private void until(Subscription subscription) {
        subscriptions.add(subscription);
    }

    private Author loaded(String name) {
        elsewhere(s -> s.add(new Author(name).with(name + "'s book")));
        return found(name);
    }

    private Author found(String name) {
        return session.query(Author.class)
                .where(DSL.field("name", String.class).eq(name))
                .one();
    }

    private Author added(String name) {
        Author author = new Author(name);
        session.add(author);
        return author;
    }

    private static String nameOf(Author author) {
        return Instance.of(author).toString();
    }

    private List<String> names() {
        return direct().fetch("select name from author order by name").getValues(0, String.class);
    }

    @Nested
    class ToBeforeFlush {
        @Test
        @Tag("S-19")
        void mayAddAndChangeForTheSameFlush() {
            Author ed = loaded("ed");
            Events.on(session).once().beforeFlush(e -> {
                ed.country = "UK";
                session.add(new Author("jo"));
            });
            added("al");

            session.flush();

            assertThat(names()).containsExactly("al", "ed", "jo");
            assertThat(direct().fetchValue("select country from author where name = 'ed'"))
                    .isEqualTo("UK");
            assertThat(warnings.messages()).isEmpty();
        }

        @Test
        @Tag("S-18")
        void mayNotFlush() {
            Events.on(session).beforeFlush(e -> session.flush());
            added("ed");

            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(
                            "this session is flushing already. Leave the work to the running flush. Done " + HERE)
                    .hasMessageContaining("to session.before_flush.");
        }

        @Test
        @Tag("S-10")
        void leavesEverythingPendingWhenItThrows() {
            Events.on(session).beforeFlush(e -> {
                throw new IllegalStateException("no");
            });
            Author ed = added("ed");

            assertThatThrownBy(session::flush).hasMessage("no");

            assertThat(session.isActive()).isTrue();
            assertThat(session.newObjects()).containsExactly(ed);
        }
    }

    @Nested
    class ToBeforeCommit {
        @Test
        @Tag("S-6")
        void mayDoAllWork() {
            Events.on(session).beforeCommit(e -> {
                assertThat(e.session().query(Author.class).list()).hasSize(1);
                session.add(new Author("jo"));
            });
            added("ed");

            session.commit();

            assertThat(names()).containsExactly("ed", "jo");
        }

        @Test
        @Tag("S-10")
        void leavesTheTransactionOpenWhenItThrows() {
            Events.on(session).beforeCommit(e -> {
                throw new IllegalStateException("no");
            });
            Author ed = added("ed");

            assertThatThrownBy(session::commit).hasMessage("no");

            assertThat(session.inTransaction()).isTrue();
            assertThat(session.isActive()).isTrue();
            assertThat(session.newObjects()).containsExactly(ed);
        }
    }

    @Nested
    class ToAfterBegin {
        @Test
        @Tag("S-5")
        void mayUseTheGivenConnection() {
            Events.on(session)
                    .afterBegin(e ->
                            e.connection().unwrap(DSLContext.class).execute("insert into author (name) values ('al')"));
            added("ed");

            session.flush();

            assertThat(names()).containsExactly("al", "ed");
        }

        @Test
        @Tag("S-5")
        void mayNotUseTheSession() {
            Events.on(session).afterBegin(e -> e.session().query(Author.class).list());

            assertThatThrownBy(() -> session.query(Author.class).list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("In after_begin use the given connection only. Done " + HERE);
        }
    }

    @Nested
    class ToTheEventsBeforeARow {
        @Test
        @Tag("M-11")
        void mayChangeItsObject() {
            until(Mapped.on(Author.class).beforeInsert(e -> e.target().country = "UK"));
            added("ed");

            session.flush();

            assertThat(direct().fetchValue("select country from author")).isEqualTo("UK");
        }

        @Test
        @Tag("M-2")
        void mayUseTheConnection() {
            until(Mapped.on(Author.class)
                    .beforeInsert(e -> e.connection()
                            .unwrap(DSLContext.class)
                            .execute("insert into topic (word) values ('sea')")));
            added("ed");

            session.flush();

            assertThat(rows("topic")).isEqualTo(1);
        }

        @Test
        @Tag("S-21")
        @Tag("M-12")
        void isWarnedWhenItAddsAnObjectWhichWaitsForTheNextFlush() {
            Author jo = new Author("jo");
            until(Mapped.on(Author.class).once().beforeInsert(e -> session.add(jo)));
            added("ed");

            session.flush();

            warnings.assertOne(
                    "Adding Author (without key) while a flush is writing has no effect on that flush.",
                    HERE,
                    "RightsTest.java:",
                    "to mapper.before_insert of Author (without key)",
                    "Do it in before_flush, or after the flush.");
            assertThat(session.newObjects()).containsExactly(jo);
            assertThat(names()).containsExactly("ed");
        }

        @Test
        @Tag("S-21")
        @Tag("M-12")
        void isWarnedWhenItDeletesAnObject() {
            Author ed = loaded("ed");
            until(Mapped.on(Author.class).beforeInsert(e -> session.delete(ed)));
            added("jo");

            session.flush();

            warnings.assertOne("Deleting " + nameOf(ed), HERE, "to mapper.before_insert");
            assertThat(names()).containsExactly("ed", "jo");
        }

        @Test
        @Tag("S-21")
        void isWarnedWhenItMergesAnObject() {
            until(Mapped.on(Author.class).once().beforeInsert(e -> session.merge(new Author("jo"))));
            added("ed");

            session.flush();

            warnings.assertOne("Merging Author (without key)", HERE, "to mapper.before_insert");
        }

        @Test
        @Tag("S-21")
        @Tag("A-41")
        void isWarnedWhenItAddsToACollection() {
            until(Mapped.on(Author.class)
                    .once()
                    .beforeInsert(e -> e.target().books.add(new Book("late"))));
            added("ed");

            session.flush();

            assertThat(warnings.messages())
                    .first()
                    .asString()
                    .containsSubsequence(
                            "Adding Book (without key) to Author.books of Author (without key)",
                            HERE,
                            "to mapper.before_insert");
            assertThat(rows("book")).isZero();
        }

        @Test
        @Tag("S-21")
        @Tag("A-41")
        void isWarnedWhenItAssignsAReference() {
            Author ed = loaded("ed");
            until(Mapped.on(Book.class).once().beforeInsert(e -> e.target().author = ed));
            session.add(new Book("b"));

            session.flush();

            assertThat(warnings.messages())
                    .first()
                    .asString()
                    .containsSubsequence(
                            "Assigning Book.author of Book (without key)", HERE, "to mapper.before_insert");
        }

        @Test
        @Tag("S-22")
        @Tag("M-12")
        void isWarnedWhenItChangesAnObjectOutsideTheFlushAndTheChangeIsLost() {
            Author ed = loaded("ed");
            until(Mapped.on(Author.class).beforeInsert(e -> ed.country = "UK"));
            added("jo");

            session.flush();

            warnings.assertOne(
                    "The changes of " + nameOf(ed) + " are not written",
                    HERE,
                    "to mapper.before_insert of Author (without key)",
                    "Change objects in before_flush, or in after_flush_postexec for the next flush.");
            assertThat(ed.country).isEqualTo("UK");
            assertThat(session.dirty()).isEmpty();
        }

        @Test
        @Tag("M-12")
        void mayChangeAnotherObjectOfTheSameBatch() {
            Author ed = added("ed");
            Author jo = added("jo");
            until(Mapped.on(Author.class).beforeInsert(e -> {
                if (e.target() == jo) {
                    ed.country = "UK";
                }
            }));

            session.flush();

            assertThat(direct().fetchValue("select country from author where name = 'ed'"))
                    .isEqualTo("UK");
            assertThat(warnings.messages()).isEmpty();
        }

        @Test
        @Tag("M-14")
        void refusesTheRowByThrowing() {
            until(Mapped.on(Author.class).beforeInsert(e -> {
                throw new IllegalStateException("no");
            }));
            Author ed = added("ed");

            assertThatThrownBy(session::flush).hasMessage("no");

            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
            assertThat(session.isActive()).isFalse();
        }

        @Test
        void endsTheFlushWhenItCommits() {
            until(Mapped.on(Author.class).beforeInsert(e -> session.commit()));
            added("ed");

            assertThatThrownBy(session::flush).isInstanceOf(TransactionClosedException.class);

            session.rollback();
            assertThat(names()).isEmpty();
        }
    }

    @Nested
    class ToTheEventsAfterARow {
        @Test
        @Tag("M-13")
        @Tag("S-22")
        void keepsAChangeInMemoryThatIsNeverWritten() {
            until(Mapped.on(Author.class).afterInsert(e -> e.target().country = "UK"));
            Author ed = added("ed");

            session.flush();

            assertThat(ed.country).isEqualTo("UK");
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(direct().fetchValue("select country from author")).isNull();
        }

        @Test
        @Tag("M-13")
        void mayNotFlush() {
            until(Mapped.on(Author.class).afterInsert(e -> session.flush()));
            Author ed = added("ed");

            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Done " + HERE)
                    .hasMessageContaining("to mapper.after_insert of Author (without key).")
                    .satisfies(failure ->
                            assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(ListenerContext.class));

            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
            session.rollback();
            assertThat(names()).isEmpty();
        }
    }

    @Nested
    class ToAfterFlush {
        @Test
        @Tag("S-22")
        void mayRunStatements() {
            List<String> seen = new ArrayList<>();
            Events.on(session).afterFlush(e -> seen.addAll(names()));
            added("ed");

            session.flush();

            assertThat(seen).containsExactly("ed");
        }

        @Test
        @Tag("S-22")
        void isWarnedThatItsChangesOfOtherObjectsAreLost() {
            Author ed = loaded("ed");
            Events.on(session).afterFlush(e -> ed.country = "UK");
            added("jo");

            session.flush();

            warnings.assertOne("The changes of " + nameOf(ed) + " are not written", HERE, "to session.after_flush.");
            assertThat(direct().fetchValue("select country from author where name = 'ed'"))
                    .isNull();
        }
    }

    @Nested
    class ToAfterFlushPostexec {
        @Test
        @Tag("S-22")
        @Tag("S-24")
        void mayChangeForTheNextFlush() {
            Author ed = loaded("ed");
            Events.on(session).once().afterFlushPostexec(e -> ed.country = "UK");
            added("jo");

            session.flush();

            assertThat(session.dirty()).containsExactly(ed);
            session.flush();
            assertThat(direct().fetchValue("select country from author where name = 'ed'"))
                    .isEqualTo("UK");
            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Nested
    class ToAfterCommit {
        @Test
        @Tag("S-11")
        void mayNotRunStatements() {
            Events.on(session).afterCommit(e -> e.session().query(Author.class).list());
            added("ed");

            assertThatThrownBy(session::commit)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("In after_commit and after_rollback no SQL is possible")
                    .hasMessageContaining("Done " + HERE)
                    .hasMessageContaining("to session.after_commit.");
        }

        @Test
        @Tag("S-10")
        void leavesCommittedWorkAndASessionToBeClosedWhenItThrows() {
            Events.on(session).once().afterCommit(e -> {
                throw new IllegalStateException("no");
            });
            Author ed = added("ed");

            assertThatThrownBy(session::commit).hasMessage("no");

            assertThat(ed.name).isEqualTo("ed");
            assertThat(session.isActive()).isFalse();
            assertThatThrownBy(session::rollback).isInstanceOf(InvalidRequestException.class);
            session.close();
            assertThat(names()).containsExactly("ed");
        }
    }

    @Nested
    class ToAfterRollback {
        @Test
        @Tag("S-11")
        void mayNotRunStatements() {
            Events.on(session)
                    .afterRollback(e -> e.session().query(Author.class).list());
            added("ed");

            assertThatThrownBy(session::rollback)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("it was rolled back")
                    .hasMessageContaining("to session.after_rollback.");
        }
    }

    @Nested
    class ToAfterSoftRollback {
        @Test
        @Tag("S-12")
        void mayRunStatementsIfTheSessionIsActive() {
            loaded("ed");
            List<String> seen = new ArrayList<>();
            Events.on(session).afterSoftRollback(e -> {
                if (e.session().isActive()) {
                    seen.addAll(names());
                }
            });

            session.rollback();

            assertThat(seen).containsExactly("ed");
        }

        @Test
        @Tag("S-29")
        void mayNotRunStatementsAfterAFailedFlush() {
            loaded("ed");
            List<Boolean> active = new ArrayList<>();
            List<Class<?>> refused = new ArrayList<>();
            Events.on(session).once().afterSoftRollback(e -> {
                active.add(session.isActive());
                try {
                    session.query(Author.class).list();
                } catch (PendingRollbackException refusal) {
                    refused.add(refusal.getClass());
                }
            });
            added("ed");

            assertThatThrownBy(session::flush);

            assertThat(active).containsExactly(false);
            assertThat(refused).containsExactly(PendingRollbackException.class);
        }
    }

    @Nested
    class ToExpire {
        @Test
        @Tag("I-22")
        void mayReadTheObjectWhichLoadsIt() {
            Author ed = loaded("ed");
            List<String> seen = new ArrayList<>();
            until(InstanceEvents.on(Author.class).once().expire(e -> seen.add(e.target().name)));

            session.expire(ed);

            assertThat(seen).containsExactly("ed");
        }

        @Test
        @Tag("I-22")
        @Tag("S-11")
        void mayNotReadTheObjectDuringACommit() {
            Author ed = added("ed");
            until(InstanceEvents.on(Author.class)
                    .once()
                    .expire(e -> assertThat(e.target().name).isNotNull()));

            assertThatThrownBy(session::commit)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("it is committed")
                    .satisfies(failure ->
                            assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(ListenerContext.class));
            session.close();
            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
        }
    }

    @Nested
    class OfASessionThatWasRolledBack {
        @Test
        @Tag("S-31")
        void isWarnedThatChangesAreDiscarded() {
            loaded("ed");
            added("ed");
            assertThatThrownBy(session::flush);
            Author jo = added("jo");

            session.rollback();

            warnings.assertOne(
                    "Changes made to a session whose transaction was rolled back are discarded: new [Author (without key)]",
                    "Call rollback() on the session before changing anything.");
            assertThat(lifecycle(jo)).isEqualTo(LifecycleState.TRANSIENT);
        }
    }
}
