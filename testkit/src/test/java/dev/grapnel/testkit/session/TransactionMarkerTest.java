package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.session.TransactionOrigin;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Topic;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tree of transaction markers: what makes one, how they nest, and what each puts back. */
@EveryDatabase
@DisplayName("A transaction marker on")
class TransactionMarkerTest extends DatabaseTest {
    TransactionMarkerTest() {
        super(Library.ALL);
    }

    private void recordTransactions() {
        events.sessions(sessions)
                .without("before_attach", "after_attach", "transient_to_pending", "pending_to_persistent")
                .without("before_flush", "after_flush", "after_flush_postexec", "do_orm_execute");
    }

    private void added(String name) {
        session.add(new Author(name));
    }

    private Author given(String name) {
        elsewhere(s -> s.add(new Author(name)));
        return session.query(Author.class)
                .where(DSL.field("name", String.class).eq(name))
                .one();
    }

    @Nested
    class ComesAbout {
        private final List<TransactionOrigin> origins = new ArrayList<>();

        private void watch() {
            Events.on(sessions)
                    .afterTransactionCreate(e -> origins.add(e.transaction().origin()));
        }

        @Test
        @Tag("S-1")
        @Tag("S-2")
        void byTheFirstObjectThatIsAdded() {
            watch();

            added("ed");

            assertThat(origins).containsExactly(TransactionOrigin.AUTOBEGIN);
        }

        @Test
        @Tag("S-2")
        void byTheFirstChangeOfAnObject() {
            reopen(SessionOptions.DEFAULT.withExpireOnCommit(false));
            Author ed = given("ed");
            session.commit();
            watch();

            ed.country = "UK";

            assertThat(origins).containsExactly(TransactionOrigin.AUTOBEGIN);
        }

        @Test
        @Tag("S-2")
        void byACommitThatHasNothingToDo() {
            watch();

            session.commit();

            assertThat(origins).containsExactly(TransactionOrigin.AUTOBEGIN);
        }

        @Test
        @Tag("S-2")
        void byTheConnection() {
            watch();

            session.connection();

            assertThat(origins).containsExactly(TransactionOrigin.AUTOBEGIN);
        }

        @Test
        @Tag("S-1")
        void byBegin() {
            watch();

            session.begin();

            assertThat(origins).containsExactly(TransactionOrigin.BEGIN);
        }

        @Test
        @Tag("S-1")
        @Tag("U-36")
        void byASavepoint() {
            watch();
            session.begin();

            session.beginNested();

            assertThat(origins).containsExactly(TransactionOrigin.BEGIN, TransactionOrigin.BEGIN_NESTED);
        }

        @Test
        @Tag("S-1")
        void byAFlush() {
            watch();
            added("ed");

            session.flush();

            assertThat(origins).containsExactly(TransactionOrigin.AUTOBEGIN, TransactionOrigin.SUBTRANSACTION);
        }

        @Test
        @Tag("U-36")
        void onlyOnceAtTheRoot() {
            session.begin();

            assertThatThrownBy(session::begin)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("one is open in this session");
        }
    }

    @Nested
    class Nests {
        @Test
        @Tag("S-3")
        void withoutAParentOnlyAtTheRoot() {
            SessionTransaction root = session.begin();
            SessionTransaction savepoint = session.beginNested();

            assertThat(root.parent()).isNull();
            assertThat(savepoint.parent()).isSameAs(root);
        }

        @Test
        @Tag("S-3")
        void asASavepointOrNot() {
            SessionTransaction root = session.begin();
            SessionTransaction savepoint = session.beginNested();

            assertThat(root.isNested()).isFalse();
            assertThat(savepoint.isNested()).isTrue();
        }

        @Test
        @Tag("S-3")
        @Tag("U-36")
        void insideOfTheInnermostOne() {
            List<SessionTransaction> parents = new ArrayList<>();
            session.begin();
            SessionTransaction savepoint = session.beginNested();
            Events.on(session)
                    .afterTransactionCreate(e -> parents.add(e.transaction().parent()));
            added("ed");

            session.flush();

            assertThat(parents).containsExactly(savepoint);
        }
    }

    @Nested
    class Ends {
        @Test
        @Tag("S-4")
        void onceForEachThatWasMade() {
            recordTransactions();
            events.without("after_begin", "before_commit", "after_commit", "expire");
            added("ed");

            session.beginNested();
            session.commit();

            events.assertTimeline(
                    "after_transaction_create AUTOBEGIN",
                    "after_transaction_create SUBTRANSACTION",
                    "after_transaction_end SUBTRANSACTION",
                    "after_transaction_create BEGIN_NESTED",
                    "after_transaction_end BEGIN_NESTED",
                    "after_transaction_end AUTOBEGIN");
        }

        @Test
        @Tag("S-4")
        void alsoWhenAFlushFails() {
            given("ed");
            session.commit();
            List<SessionTransaction> open = new ArrayList<>();
            Events.on(session).afterTransactionCreate(e -> open.add(e.transaction()));
            Events.on(session).afterTransactionEnd(e -> open.remove(e.transaction()));
            added("ed");

            assertThatThrownBy(session::commit).isInstanceOf(RuntimeException.class);
            session.rollback();

            assertThat(open).isEmpty();
        }

        @Test
        @Tag("S-30")
        void withoutRollbackEventsWhenItsBlockIsLeftByTheErrorOfAFlush() {
            given("ed");
            session.commit();
            recordTransactions();

            assertThatThrownBy(() -> {
                        try (SessionTransaction block = session.begin()) {
                            added("ed");
                            session.flush();
                        } finally {
                            events.mark("block left");
                        }
                    })
                    .isInstanceOf(RuntimeException.class);

            assertThat(events.timeline())
                    .containsSubsequence(
                            "after_rollback",
                            "after_transaction_end SUBTRANSACTION",
                            "after_soft_rollback SUBTRANSACTION",
                            "after_transaction_end BEGIN",
                            "block left")
                    .doesNotContain("after_soft_rollback BEGIN");
            assertThat(session.inTransaction()).isFalse();
        }
    }

    @Nested
    class GetsAConnection {
        @Test
        @Tag("S-5")
        void whenItIsFirstNeeded() {
            recordTransactions();

            session.begin();
            events.mark("first use");
            session.connection();
            session.connection();

            events.assertTimeline("after_transaction_create BEGIN", "first use", "after_begin BEGIN");
        }

        @Test
        @Tag("S-5")
        void afterThoseAroundIt() {
            recordTransactions();
            session.begin();
            session.beginNested();

            session.connection();

            events.assertTimeline(
                    "after_transaction_create BEGIN",
                    "after_transaction_create BEGIN_NESTED",
                    "after_begin BEGIN",
                    "after_begin BEGIN_NESTED");
        }

        @Test
        @Tag("S-5")
        void neverForTheScopeOfAFlush() {
            recordTransactions();
            added("ed");

            session.flush();

            assertThat(events.timeline())
                    .contains("after_begin AUTOBEGIN")
                    .doesNotContain("after_begin SUBTRANSACTION");
        }
    }

    @Nested
    class Commits {
        @Test
        @Tag("S-6")
        void withoutEventsForTheScopeOfAFlush() {
            added("ed");
            recordTransactions();

            session.flush();

            assertThat(events.timeline()).doesNotContain("before_commit", "after_commit");
        }

        @Test
        @Tag("S-7")
        void thoseInsideOfItBetweenItsOwnEvents() {
            SessionTransaction outer = session.beginNested();
            session.beginNested();
            recordTransactions();

            outer.commit();

            events.assertTimeline(
                    "before_commit",
                    "before_commit",
                    "after_commit",
                    "after_transaction_end BEGIN_NESTED",
                    "after_commit",
                    "after_transaction_end BEGIN_NESTED");
            assertThat(session.inNestedTransaction()).isFalse();
            assertThat(session.inTransaction()).isTrue();
        }

        @Test
        @Tag("S-9")
        void notForEverWhenEachFlushMakesNewWork() {
            Events.on(session).afterFlushPostexec(e -> session.add(new Topic("t" + rows("topic"))));
            added("ed");

            assertThatThrownBy(session::commit)
                    .isInstanceOf(FlushException.class)
                    .hasMessageContaining("after 100 flushes there is still something to write");
        }
    }

    @Nested
    class RollsBack {
        @Test
        @Tag("S-7")
        void savepointsAndRootFromTheInside() {
            session.begin();
            session.beginNested();
            recordTransactions();

            session.rollback();

            events.assertTimeline(
                    "after_rollback",
                    "after_transaction_end BEGIN_NESTED",
                    "after_soft_rollback BEGIN_NESTED",
                    "after_rollback",
                    "after_transaction_end BEGIN",
                    "after_soft_rollback BEGIN");
        }

        @Test
        @Tag("S-29")
        void onlyTheSavepointInWhichAFlushFailed() {
            given("ed");
            added("jo");
            SessionTransaction savepoint = session.beginNested();
            added("ed");

            assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);
            savepoint.rollback();

            assertThat(session.isActive()).isTrue();
            session.commit();
            assertThat(rows("author")).isEqualTo(2);
        }
    }

    /** What became of objects since a boundary began is put back with it, and what was before stays. */
    @Nested
    class Remembers {
        @Test
        @Tag("U-37")
        void whatWasInsertedInIt() {
            Author before = new Author("before");
            session.add(before);
            SessionTransaction savepoint = session.beginNested();
            Author inside = new Author("inside");
            session.add(inside);
            session.flush();

            savepoint.rollback();

            assertThat(lifecycle(before)).isEqualTo(LifecycleState.PERSISTENT);
            assertThat(lifecycle(inside)).isEqualTo(LifecycleState.TRANSIENT);
        }

        @Test
        @Tag("U-37")
        void whatWasDeletedInIt() {
            Author ed = given("ed");
            SessionTransaction savepoint = session.beginNested();
            session.delete(ed);
            session.flush();

            savepoint.rollback();

            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
            assertThat(session.contains(ed)).isTrue();
        }

        @Test
        @Tag("U-37")
        void whatWasUpdatedInIt() {
            Author ed = given("ed");
            SessionTransaction savepoint = session.beginNested();
            ed.country = "UK";
            session.flush();

            savepoint.rollback();

            assertThat(ed.country).isNull();
        }

        @Test
        @Tag("U-37")
        @Tag("U-24")
        void whichKeysChangedInIt() {
            elsewhere(s -> s.add(new Topic("sea")));
            Topic sea = session.get(Topic.class, "sea");
            SessionTransaction savepoint = session.beginNested();
            sea.word = "ocean";
            session.flush();
            assertThat(session.get(Topic.class, "ocean")).isSameAs(sea);

            savepoint.rollback();

            assertThat(session.get(Topic.class, "sea")).isSameAs(sea);
            assertThat(sea.word).isEqualTo("sea");
        }

        @Test
        @Tag("U-37")
        @Tag("S-27")
        void whatWasDoneInASavepointThatWasCommitted() {
            SessionTransaction savepoint = session.beginNested();
            Author ed = new Author("ed");
            session.add(ed);
            savepoint.commit();
            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);

            session.rollback();

            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
        }
    }
}
