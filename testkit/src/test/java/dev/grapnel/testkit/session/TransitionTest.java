package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The transition table of the specification, row by row: the events, and the state afterwards. */
@EveryDatabase
@DisplayName("Transitions on")
class TransitionTest extends DatabaseTest {
    /** What happens inside a flush, at a commit and to transactions is the matter of {@link TimelineTest}. */
    private static final String[] AROUND = {
        "after_transaction_create",
        "after_transaction_end",
        "after_begin",
        "before_flush",
        "after_flush",
        "after_flush_postexec",
        "before_commit",
        "after_commit",
        "after_rollback",
        "after_soft_rollback",
        "do_orm_execute",
        "refresh",
        "first_init"
    };

    TransitionTest() {
        super(Library.ALL);
    }

    private void record() {
        events.sessions(sessions).mappers().instances().without(AROUND);
    }

    private int givenAuthor() {
        return given(s -> new Author("ed"), made -> ((Author) made).id);
    }

    private Author loaded() {
        return session.get(Author.class, givenAuthor());
    }

    /** Inserted and not committed. */
    private Author inserted() {
        Author ed = new Author("ed");
        session.add(ed);
        session.flush();
        return ed;
    }

    private Author deletedAndFlushed() {
        Author ed = loaded();
        session.delete(ed);
        session.flush();
        return ed;
    }

    private Author detached() {
        Author ed = loaded();
        ed.books.size();
        session.close();
        return ed;
    }

    // ---- made and loaded ----

    @Test
    @Tag("T-1")
    void constructorMakesATransientObject() {
        record();

        Author ed = new Author("ed");

        events.assertTimeline("init Author1");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-2")
    void rowMakesAPersistentObject() {
        int id = givenAuthor();
        record();

        Author ed = session.get(Author.class, id);

        events.assertTimeline("load Author1", "loaded_as_persistent Author1");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
    }

    // ---- pending ----

    @Test
    @Tag("T-3")
    void addMakesATransientObjectPending() {
        Author ed = events.named("ed", new Author("ed"));
        record();

        session.add(ed);

        events.assertTimeline("before_attach ed", "after_attach ed", "transient_to_pending ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PENDING);
        assertThat(session.newObjects()).containsExactly(ed);
    }

    @Test
    @Tag("T-3")
    @Tag("S-15")
    void addCascadesToTheObjectsOfACollectionAfterTheirOwner() {
        Author ed = events.named("ed", new Author("ed").with("a"));
        events.named("a", ed.books.get(0));
        record();

        session.add(ed);

        events.assertTimeline(
                "before_attach ed",
                "after_attach ed",
                "transient_to_pending ed",
                "before_attach a",
                "after_attach a",
                "transient_to_pending a");
    }

    @Test
    @Tag("S-13")
    void addOfAnAttachedObjectFiresNothing() {
        Author ed = new Author("ed");
        session.add(ed);
        record();

        session.add(ed);

        events.assertTimeline();
    }

    @Test
    @Tag("T-4")
    void mergeLeavesTheGivenObjectTransient() {
        Author given = new Author("ed");

        Author merged = session.merge(given);

        assertThat(lifecycle(given)).isEqualTo(LifecycleState.TRANSIENT);
        assertThat(lifecycle(merged)).isEqualTo(LifecycleState.PENDING);
    }

    @Test
    @Tag("T-5")
    void transientObjectIsMadeDetached() {
        int id = givenAuthor();
        Author ed = events.named("ed", new Author("ed"));
        ed.id = id;
        record();

        Instance.of(ed).makeTransientToDetached();

        assertThat(events.timeline()).singleElement().asString().startsWith("expire ed [");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
    }

    @Test
    @Tag("T-6")
    void deleteOfATransientOrPendingObjectIsRefusedWithoutAnEvent() {
        Author transientOne = new Author("ed");
        Author pending = new Author("jo");
        session.add(pending);
        record();

        assertThatThrownBy(() -> session.delete(transientOne)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> session.delete(pending)).isInstanceOf(InvalidRequestException.class);

        events.assertTimeline();
    }

    @Test
    @Tag("T-7")
    void flushMakesAPendingObjectPersistent() {
        Author ed = events.named("ed", new Author("ed"));
        session.add(ed);
        record();

        session.flush();

        events.assertTimeline("before_insert ed", "after_insert ed", "pending_to_persistent ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(session.newObjects()).isEmpty();
    }

    @Test
    @Tag("T-8")
    void expungeMakesAPendingObjectTransient() {
        Author ed = events.named("ed", new Author("ed"));
        session.add(ed);
        record();

        session.expunge(ed);

        events.assertTimeline("pending_to_transient ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-8")
    void rollbackMakesAPendingObjectTransient() {
        Author ed = events.named("ed", new Author("ed"));
        session.add(ed);
        record();

        session.rollback();

        events.assertTimeline("pending_to_transient ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-8")
    void closeMakesAPendingObjectTransient() {
        Author ed = events.named("ed", new Author("ed"));
        session.add(ed);
        record();

        session.close();

        events.assertTimeline("pending_to_transient ed");
    }

    @Test
    @Tag("T-8")
    void failedFlushMakesAPendingObjectTransient() {
        givenAuthor();
        Author twin = events.named("twin", new Author("ed"));
        session.add(twin);
        record();

        assertThatThrownBy(() -> session.flush());

        assertThat(events.timeline()).contains("pending_to_transient twin");
        assertThat(lifecycle(twin)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-9")
    void pendingObjectThatLosesItsOnlyOwnerBecomesTransient() {
        Author ed = new Author("ed").with("a");
        Book a = events.named("a", ed.books.get(0));
        session.add(ed);
        record();

        ed.books.remove(a);

        events.assertTimeline("pending_to_transient a");
        assertThat(lifecycle(a)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-10")
    void pendingObjectLeavesWhenItsOwnerIsExpired() {
        Author ed = events.named("ed", loaded());
        Book a = events.named("a", new Book("a"));
        ed.books.add(a);
        record();

        session.expire(ed);

        events.assertTimeline("expire ed all", "pending_to_transient a");
        assertThat(lifecycle(a)).isEqualTo(LifecycleState.TRANSIENT);
    }

    // ---- persistent ----

    @Test
    @Tag("T-11")
    @Tag("X-1")
    void deleteOnlyMarksAPersistentObject() {
        Author ed = loaded();
        ed.books.size();
        record();

        session.delete(ed);

        events.assertTimeline();
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(session.deleted()).containsExactly(ed);
        assertThat(session.contains(ed)).isTrue();
    }

    @Test
    @Tag("T-12")
    void addUnmarksAnObjectMarkedForDelete() {
        Author ed = loaded();
        session.delete(ed);
        record();

        session.add(ed);

        events.assertTimeline();
        assertThat(session.deleted()).isEmpty();
        session.commit();
        assertThat(rows("author")).isEqualTo(1);
    }

    @Test
    @Tag("T-13")
    @Tag("X-2")
    void flushMakesAMarkedObjectDeleted() {
        Author ed = events.named("ed", loaded());
        session.delete(ed);
        record();

        session.flush();

        events.assertTimeline("before_delete ed", "after_delete ed", "persistent_to_deleted ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DELETED);
        assertThat(session.contains(ed)).isFalse();
        assertThat(session.deleted()).isEmpty();
        assertThat(Session.of(ed)).isSameAs(session);
    }

    @Test
    @Tag("T-15")
    void getOfAnExpiredObjectWhoseRowIsGoneMakesItDeleted() {
        Author ed = events.named("ed", loaded());
        session.expire(ed);
        direct().execute("delete from author");
        Object key = Instance.of(ed).key().part(0);
        record();

        assertThat(session.get(Author.class, key)).isNull();

        events.assertTimeline("persistent_to_deleted ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DELETED);
    }

    @Test
    @Tag("T-16")
    @Tag("S-35")
    void expungeMakesAPersistentObjectDetached() {
        Author ed = events.named("ed", loaded());
        record();

        session.expunge(ed);

        events.assertTimeline("persistent_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
        assertThat(Session.of(ed)).isNull();
    }

    @Test
    @Tag("T-16")
    @Tag("S-33")
    void expungeAllTakesEverythingOut() {
        Author ed = events.named("ed", loaded());
        Author jo = events.named("jo", new Author("jo"));
        session.add(jo);
        record();

        session.expungeAll();

        events.assertTimeline("persistent_to_detached ed", "pending_to_transient jo");
        assertThat(session.contains(ed)).isFalse();
    }

    @Test
    @Tag("T-16")
    void makeTransientTakesKeyAndSession() {
        Author ed = events.named("ed", loaded());
        record();

        Instance.of(ed).makeTransient();

        events.assertTimeline("persistent_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-17")
    @Tag("U-38")
    void rollbackMakesAnInsertedObjectTransientAndLeavesItsValues() {
        Author ed = events.named("ed", inserted());
        Integer id = ed.id;
        record();

        session.rollback();

        events.assertTimeline("persistent_to_transient ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
        assertThat(ed.id).isEqualTo(id);
        assertThat(ed.name).isEqualTo("ed");
    }

    @Test
    @Tag("T-18")
    void rollbackExpiresAnObjectFromBefore() {
        Author ed = events.named("ed", loaded());
        ed.name = "edward";
        session.flush();
        record();

        session.rollback();

        events.assertTimeline("expire ed all");
        assertThat(ed.name).isEqualTo("ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
    }

    @Test
    @Tag("T-18")
    void rollbackOfASavepointExpiresOnlyWhatWasModifiedInIt() {
        elsewhere(s -> s.add(new Author("jo")));
        Author ed = events.named("ed", loaded());
        Author jo = session.query(Author.class)
                .where(org.jooq.impl.DSL.field("name", String.class).eq("jo"))
                .one();
        SessionTransaction savepoint = session.beginNested();
        ed.name = "edward";
        session.flush();
        record();

        savepoint.rollback();

        events.assertTimeline("expire ed all");
        assertThat(Instance.of(jo).unloaded()).doesNotContain("name");
    }

    @Test
    @Tag("T-19")
    void commitExpires() {
        Author ed = events.named("ed", inserted());
        record();

        session.commit();

        events.assertTimeline("expire ed all");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
    }

    @Test
    @Tag("T-19")
    @Tag("U-39")
    void commitDoesNotExpireIfThatIsSwitchedOff() {
        reopen(SessionOptions.DEFAULT.withExpireOnCommit(false));
        Author ed = inserted();
        record();

        session.commit();

        events.assertTimeline();
        statements.clear();
        assertThat(ed.name).isEqualTo("ed");
        statements.assertNone();
    }

    // ---- deleted ----

    @Test
    @Tag("T-20")
    void commitDetachesADeletedObject() {
        Author ed = events.named("ed", deletedAndFlushed());
        record();

        session.commit();

        events.assertTimeline("deleted_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
    }

    @Test
    @Tag("T-21")
    void commitDetachesADeletedObjectAlsoWithoutExpiry() {
        reopen(SessionOptions.DEFAULT.withExpireOnCommit(false));
        Author ed = events.named("ed", deletedAndFlushed());
        record();

        session.commit();

        events.assertTimeline("deleted_to_detached ed");
    }

    @Test
    @Tag("T-22")
    void rollbackMakesADeletedObjectPersistent() {
        Author ed = events.named("ed", deletedAndFlushed());
        record();

        session.rollback();

        events.assertTimeline("deleted_to_persistent ed", "expire ed all");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(ed.name).isEqualTo("ed");
    }

    @Test
    @Tag("T-23")
    void rollbackMakesAnObjectInsertedAndDeletedTransient() {
        Author ed = events.named("ed", inserted());
        session.delete(ed);
        session.flush();
        record();

        session.rollback();

        events.assertTimeline("persistent_to_transient ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-23")
    void whatWasInsertedAndDeletedAndFailsToBeInsertedAgainWasPersistentOnce() {
        Author ed = events.named("ed", inserted());
        session.delete(ed);
        session.flush();
        session.rollback();
        session.add(ed);
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PENDING);
        record();

        session.rollback();

        events.assertTimeline("persistent_to_transient ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-23")
    void whatWasInsertedAndDeletedIsPersistentOnceItIsInsertedAgain() {
        Author ed = inserted();
        session.delete(ed);
        session.flush();
        session.rollback();

        session.add(ed);
        session.flush();

        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
        assertThat(session.contains(ed)).isTrue();
    }

    @Test
    @Tag("T-24")
    void rollbackUnmarksWithoutALifecycleEvent() {
        Author ed = events.named("ed", loaded());
        session.delete(ed);
        record();

        session.rollback();

        events.assertTimeline("expire ed all");
        assertThat(session.deleted()).isEmpty();
    }

    @Test
    @Tag("T-25")
    void expungeDetachesADeletedObject() {
        Author ed = events.named("ed", deletedAndFlushed());
        record();

        session.expunge(ed);

        events.assertTimeline("deleted_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
    }

    @Test
    @Tag("T-26")
    void closeAndExpungeAllDetachADeletedObject() {
        Author ed = events.named("ed", deletedAndFlushed());
        record();

        session.expungeAll();

        events.assertTimeline("deleted_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
    }

    @Test
    @Tag("T-27")
    void makeTransientOfADeletedObjectSurvivesTheRollback() {
        Author ed = events.named("ed", deletedAndFlushed());
        record();

        Instance.of(ed).makeTransient();
        session.rollback();

        events.assertTimeline("deleted_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("X-4")
    void detachedObjectThatWasDeletedCannotBeAdded() {
        Author ed = deletedAndFlushed();
        session.commit();

        assertThatThrownBy(() -> session.add(ed))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it was deleted. Make it transient first");
    }

    // ---- detached ----

    @Test
    @Tag("T-28")
    void addMakesADetachedObjectPersistent() {
        Author ed = events.named("ed", detached());
        record();

        session.add(ed);

        events.assertTimeline("before_attach ed", "after_attach ed", "detached_to_persistent ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PERSISTENT);
    }

    @Test
    @Tag("T-28")
    void changesOfADetachedObjectAreWrittenAfterItWasAdded() {
        Author ed = detached();
        ed.name = "edward";

        session.add(ed);
        session.commit();

        assertThat(direct().fetchValue("select name from author")).isEqualTo("edward");
    }

    @Test
    @Tag("T-29")
    void deleteOfADetachedObjectAttachesAndMarksIt() {
        Author ed = events.named("ed", detached());
        record();

        session.delete(ed);

        events.assertTimeline("before_attach ed", "after_attach ed", "detached_to_persistent ed");
        assertThat(session.deleted()).containsExactly(ed);
    }

    @Test
    @Tag("T-30")
    void makeTransientOfADetachedObjectFiresNothing() {
        Author ed = detached();
        record();

        Instance.of(ed).makeTransient();

        events.assertTimeline();
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
    }

    @Test
    @Tag("T-31")
    void objectOfOneSessionIsRefusedByAnother() {
        Author ed = new Author("ed");
        session.add(ed);
        record();
        try (Session other = sessions.open()) {
            events.clear();

            assertThatThrownBy(() -> other.add(ed)).isInstanceOf(InvalidRequestException.class);

            events.assertTimeline();
        }
    }

    @Test
    @Tag("T-32")
    @Tag("U-35")
    void secondObjectWithAKeyIsRefusedAfterBeforeAttach() {
        Author first = events.named("detached", detached());
        Author second = session.get(Author.class, first.id);
        record();

        assertThatThrownBy(() -> session.add(first)).isInstanceOf(InvalidRequestException.class);

        events.assertTimeline("before_attach detached");
        assertThat(session.contains(second)).isTrue();
    }

    @Test
    @Tag("S-34")
    void expungeCascadesFromOwnerToOwned() {
        Author ed = events.named("ed", new Author("ed").with("a"));
        events.named("a", ed.books.get(0));
        session.add(ed);
        session.flush();
        record();

        session.expunge(ed);

        events.assertTimeline("persistent_to_detached ed", "persistent_to_detached a");
    }

    @Test
    void assignedKeyIsKept() {
        session.add(new Topic("sea"));
        session.commit();

        assertThat(session.get(Topic.class, "sea")).isNotNull();
    }
}
