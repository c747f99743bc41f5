package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.PendingRollbackException;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.events.Events;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The timelines of the specification: all events of an operation, with the statements between them. */
@EveryDatabase
@DisplayName("Timelines on")
class TimelineTest extends DatabaseTest {
    TimelineTest() {
        super(Library.ALL);
    }

    private void record() {
        events.sessions(sessions).mappers().instances().statements(engine).without("first_init", "init");
    }

    private Author given(String name, String... titles) {
        elsewhere(s -> s.add(new Author(name).with(titles)));
        return loaded(name);
    }

    /** Two at once: a session that has loaded something keeps others from writing to SQLite. */
    private void givenBoth(String one, String other) {
        elsewhere(s -> s.addAll(List.of(new Author(one), new Author(other))));
    }

    private Author loaded(String name) {
        Author author = session.query(Author.class)
                .where(DSL.field("name", String.class).eq(name))
                .one();
        events.named(name, author).books.forEach(book -> events.named(book.title, book));
        return author;
    }

    // ---- commit ----

    @Test
    @Tag("S-26")
    @Tag("S-23")
    void addAndCommitOfAParentWithAChild() {
        Author ed = events.named("ed", new Author("ed").with("a"));
        events.named("a", ed.books.get(0));
        record();

        session.add(ed);
        events.mark("commit");
        session.commit();

        events.assertTimeline(
                "after_transaction_create AUTOBEGIN",
                "before_attach ed",
                "after_attach ed",
                "transient_to_pending ed",
                "before_attach a",
                "after_attach a",
                "transient_to_pending a",
                "commit",
                "before_commit",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "after_begin AUTOBEGIN",
                "before_insert ed",
                "INSERT author",
                "after_insert ed",
                "before_insert a",
                "INSERT book",
                "after_insert a",
                "after_flush",
                "pending_to_persistent ed",
                "pending_to_persistent a",
                "after_flush_postexec",
                "after_transaction_end SUBTRANSACTION",
                "after_commit",
                "expire ed all",
                "expire a all",
                "after_transaction_end AUTOBEGIN");
    }

    @Test
    void flushOfADirtyParentANewChildAndADeletedOne() {
        Author ed = given("ed", "old");
        Book old = ed.books.get(0);
        ed.country = "UK";
        ed.books.add(events.named("new", new Book("new")));
        ed.books.remove(old);
        record();

        session.flush();

        events.assertTimeline(
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "do_orm_execute SELECT Topic (Book.topics)",
                "SELECT topic",
                "before_update ed",
                "UPDATE author",
                "after_update ed",
                "before_insert new",
                "INSERT book",
                "after_insert new",
                "before_delete old",
                "DELETE book",
                "after_delete old",
                "after_flush",
                "persistent_to_deleted old",
                "pending_to_persistent new",
                "after_flush_postexec",
                "after_transaction_end SUBTRANSACTION");
    }

    @Test
    void newAndDirtyObjectsOfOneClassTogether() {
        Author ed = given("ed");
        ed.country = "UK";
        session.add(events.named("jo", new Author("jo")));
        record();

        session.flush();

        events.assertTimeline(
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "before_insert jo",
                "before_update ed",
                "UPDATE author",
                "INSERT author",
                "after_insert jo",
                "after_update ed",
                "after_flush",
                "pending_to_persistent jo",
                "after_flush_postexec",
                "after_transaction_end SUBTRANSACTION");
    }

    @Test
    @Tag("S-2")
    void commitWithoutATransactionBeginsOne() {
        record();

        session.commit();

        events.assertTimeline(
                "after_transaction_create AUTOBEGIN",
                "before_commit",
                "after_commit",
                "after_transaction_end AUTOBEGIN");
    }

    @Test
    @Tag("S-2")
    void rollbackWithoutATransactionFiresNothing() {
        record();

        session.rollback();

        events.assertTimeline();
    }

    @Test
    @Tag("S-18")
    void flushWithoutWorkFiresNothing() {
        given("ed");
        record();

        session.flush();

        events.assertTimeline();
    }

    @Test
    @Tag("S-9")
    void objectAddedAfterTheFlushIsWrittenByTheSameCommit() {
        record();
        events.without("before_attach", "after_attach", "transient_to_pending", "after_flush", "expire");
        Events.on(session).once().afterFlushPostexec(e -> session.add(events.named("jo", new Author("jo"))));
        session.add(events.named("ed", new Author("ed")));
        events.clear();

        session.commit();

        events.assertTimeline(
                "before_commit",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "after_begin AUTOBEGIN",
                "before_insert ed",
                "INSERT author",
                "after_insert ed",
                "pending_to_persistent ed",
                "after_flush_postexec",
                "after_transaction_end SUBTRANSACTION",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "before_insert jo",
                "INSERT author",
                "after_insert jo",
                "pending_to_persistent jo",
                "after_flush_postexec",
                "after_transaction_end SUBTRANSACTION",
                "after_commit",
                "after_transaction_end AUTOBEGIN");
    }

    // ---- rollback ----

    @Test
    @Tag("S-28")
    void rollbackOfOneOfEachKind() {
        givenBoth("marked", "dirty");
        Author marked = loaded("marked");
        Author dirty = loaded("dirty");
        session.add(events.named("inserted", new Author("inserted")));
        session.flush();
        session.add(events.named("pending", new Author("pending")));
        session.delete(marked);
        dirty.country = "UK";
        record();

        session.rollback();

        events.assertTimeline(
                "after_rollback",
                "persistent_to_transient inserted",
                "pending_to_transient pending",
                "expire marked all",
                "expire dirty all",
                "after_transaction_end AUTOBEGIN",
                "after_soft_rollback AUTOBEGIN");
    }

    @Test
    @Tag("S-28")
    @Tag("T-22")
    void rollbackOfAFlushedDelete() {
        Author ed = given("ed");
        session.delete(ed);
        session.flush();
        record();

        session.rollback();

        events.assertTimeline(
                "after_rollback",
                "deleted_to_persistent ed",
                "expire ed all",
                "after_transaction_end AUTOBEGIN",
                "after_soft_rollback AUTOBEGIN");
    }

    @Test
    @Tag("S-29")
    @Tag("S-30")
    void failedFlushAndTheRollbackAfterIt() {
        given("ed");
        session.add(events.named("twin", new Author("ed")));
        record();

        assertThatThrownBy(() -> session.flush());
        events.mark("rollback");
        session.rollback();

        events.assertTimeline(
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "before_insert twin",
                "INSERT author",
                "after_rollback",
                "pending_to_transient twin",
                "expire ed all",
                "after_transaction_end SUBTRANSACTION",
                "after_soft_rollback SUBTRANSACTION",
                "rollback",
                "after_transaction_end AUTOBEGIN",
                "after_soft_rollback AUTOBEGIN");
    }

    @Test
    @Tag("S-29")
    void sessionIsInactiveBetweenAFailedFlushAndTheRollback() {
        given("ed");
        session.add(new Author("ed"));
        assertThatThrownBy(() -> session.flush());

        assertThat(session.isActive()).isFalse();
        assertThatThrownBy(() -> session.query(Author.class).list())
                .isInstanceOf(PendingRollbackException.class)
                .hasMessageContaining("Call rollback() on the session");

        session.rollback();
        assertThat(session.query(Author.class).list()).hasSize(1);
    }

    @Test
    @Tag("S-11")
    void statementsInAfterCommitAndAfterRollbackAreRefused() {
        Events.on(session).once().afterCommit(e -> session.query(Author.class).list());
        session.add(new Author("ed"));

        assertThatThrownBy(() -> session.commit())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("In after_commit and after_rollback no SQL is possible");
    }

    @Test
    @Tag("S-12")
    void statementsInAfterSoftRollbackBeginAnew() {
        given("ed");
        int[] found = new int[1];
        Events.on(session)
                .afterSoftRollback(
                        e -> found[0] = session.query(Author.class).list().size());

        session.rollback();

        assertThat(found[0]).isEqualTo(1);
        assertThat(session.inTransaction()).isTrue();
    }

    // ---- savepoints ----

    @Test
    @Tag("S-8")
    @Tag("S-27")
    void savepointThatIsCommitted() {
        session.add(events.named("ed", new Author("ed")));
        record();
        events.without("before_insert", "after_insert", "after_flush", "after_flush_postexec");

        SessionTransaction savepoint = session.beginNested();
        session.add(events.named("jo", new Author("jo")));
        savepoint.commit();

        events.assertTimeline(
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "after_begin AUTOBEGIN",
                "INSERT author",
                "pending_to_persistent ed",
                "after_transaction_end SUBTRANSACTION",
                "after_transaction_create BEGIN_NESTED",
                "before_attach jo",
                "after_attach jo",
                "transient_to_pending jo",
                "before_commit",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "after_begin BEGIN_NESTED",
                "INSERT author",
                "pending_to_persistent jo",
                "after_transaction_end SUBTRANSACTION",
                "after_commit",
                "after_transaction_end BEGIN_NESTED");
    }

    @Test
    @Tag("S-28")
    void savepointThatIsRolledBack() {
        givenBoth("ed", "jo");
        Author ed = loaded("ed");
        loaded("jo");
        SessionTransaction savepoint = session.beginNested();
        ed.country = "UK";
        session.add(events.named("new", new Author("new")));
        session.flush();
        record();

        savepoint.rollback();

        events.assertTimeline(
                "after_rollback",
                "persistent_to_transient new",
                "expire ed all",
                "after_transaction_end BEGIN_NESTED",
                "after_soft_rollback BEGIN_NESTED");
        assertThat(session.inTransaction()).isTrue();
    }

    @Test
    @Tag("S-7")
    void commitOfTheSessionCommitsSavepointAndRoot() {
        session.beginNested();
        record();

        session.commit();

        events.assertTimeline(
                "before_commit",
                "after_commit",
                "after_transaction_end BEGIN_NESTED",
                "before_commit",
                "after_commit",
                "after_transaction_end BEGIN");
    }

    @Test
    @Tag("S-7")
    void rollbackOfAnOuterSavepointClosesTheInnerOneSilently() {
        SessionTransaction outer = session.beginNested();
        session.beginNested();
        record();

        outer.rollback();

        events.assertTimeline(
                "after_transaction_end BEGIN_NESTED",
                "after_rollback",
                "after_transaction_end BEGIN_NESTED",
                "after_soft_rollback BEGIN_NESTED");
    }

    // ---- delete, close, expunge ----

    @Test
    void deleteAndCommit() {
        givenBoth("ed", "jo");
        Author ed = loaded("ed");
        loaded("jo");
        record();

        session.delete(ed);
        session.commit();

        events.assertTimeline(
                "before_commit",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "before_delete ed",
                "DELETE author",
                "after_delete ed",
                "after_flush",
                "persistent_to_deleted ed",
                "after_flush_postexec",
                "after_transaction_end SUBTRANSACTION",
                "after_commit",
                "expire jo all",
                "deleted_to_detached ed",
                "after_transaction_end AUTOBEGIN");
    }

    @Test
    @Tag("U-9")
    void deleteLoadsWhatItCascadesTo() {
        given("ed", "a");
        Author ed = session.query(Author.class).one();
        session.expire(ed, "books");
        record();

        session.delete(ed);

        assertThat(events.timeline()).startsWith("do_orm_execute SELECT Book (Author.books)");
        assertThat(session.deleted()).hasSize(2);
    }

    @Test
    @Tag("S-32")
    void closeDetachesAndEndsWithoutRollbackEvents() {
        given("ed");
        session.add(events.named("jo", new Author("jo")));
        session.beginNested();
        session.add(events.named("al", new Author("al")));
        record();

        session.close();

        events.assertTimeline(
                "persistent_to_detached ed",
                "persistent_to_detached jo",
                "pending_to_transient al",
                "after_transaction_end BEGIN_NESTED",
                "after_transaction_end AUTOBEGIN");
    }

    @Test
    @Tag("S-34")
    void expungeFiresOneEventForEachObjectOfTheCascade() {
        Author ed = given("ed", "a");
        ed.books.add(events.named("new", new Book("new")));
        record();

        session.expunge(ed);

        events.assertTimeline("persistent_to_detached ed", "persistent_to_detached a", "pending_to_transient new");
    }

    // ---- merge ----

    @Test
    @Tag("T-4")
    void mergeOfAKeyInMemoryOnlySetsAttributes() {
        Author ed = given("ed");
        Author copy = events.named("copy", new Author("ed"));
        copy.id = ed.id;
        copy.country = "UK";
        events.sessions(sessions).instances().statements(engine).without("first_init");

        Author merged = session.merge(copy);

        events.assertTimeline();
        assertThat(merged).isSameAs(ed);
        assertThat(ed.country).isEqualTo("UK");
    }

    @Test
    void mergeOfAKeyNotInMemoryLoads() {
        int id = given(s -> new Author("ed"), made -> ((Author) made).id);
        Author copy = new Author("edward");
        copy.id = id;
        record();

        Author merged = session.merge(copy);

        events.assertTimeline(
                "do_orm_execute SELECT Author",
                "after_transaction_create AUTOBEGIN",
                "after_begin AUTOBEGIN",
                "SELECT author",
                "load Author1",
                "loaded_as_persistent Author1");
        assertThat(merged.name).isEqualTo("edward");
    }

    @Test
    @Tag("S-16")
    void mergeWithoutAKeyAddsACopy() {
        record();

        session.merge(new Author("ed"));

        events.assertTimeline(
                "after_transaction_create AUTOBEGIN",
                "before_attach Author1",
                "after_attach Author1",
                "transient_to_pending Author1",
                "load Author1");
    }

    @Test
    void mergeWithoutLoadingAttachesACopy() {
        Author ed = given("ed");
        session.close();
        record();

        Author merged = session.merge(ed, false);

        events.assertTimeline(
                "after_transaction_create AUTOBEGIN",
                "before_attach Author1",
                "after_attach Author1",
                "detached_to_persistent Author1",
                "load Author1");
        assertThat(merged.name).isEqualTo("ed");
    }

    // ---- get and query ----

    @Test
    void getOfAnObjectInMemoryFiresNothing() {
        Author ed = given("ed");
        record();

        assertThat(session.get(Author.class, ed.id)).isSameAs(ed);

        events.assertTimeline();
    }

    @Test
    void getOfAnExpiredObjectRefreshesIt() {
        Author ed = given("ed");
        int id = ed.id;
        session.expire(ed);
        record();

        session.get(Author.class, id);

        assertThat(events.timeline())
                .startsWith("do_orm_execute SELECT Author (column load)", "SELECT author")
                .last()
                .asString()
                .startsWith("refresh ed");
    }

    /** What was never set counts as not loaded, so the row brings it. */
    @Test
    @Tag("S-51")
    @Tag("U-28")
    @Tag("I-13")
    void queryFlushesAfterItsListenersAndBeforeItsStatement() {
        session.add(events.named("ed", new Author("ed")));
        record();
        events.without("after_flush", "after_flush_postexec", "before_insert", "after_insert");

        session.query(Author.class).list();

        events.assertTimeline(
                "do_orm_execute SELECT Author",
                "before_flush",
                "after_transaction_create SUBTRANSACTION",
                "after_begin AUTOBEGIN",
                "INSERT author",
                "pending_to_persistent ed",
                "after_transaction_end SUBTRANSACTION",
                "SELECT author",
                "refresh ed [books, country]");
    }
}
