package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.session.ObjectEvent;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the session and the object look like from within the events of an object that joins, is flushed or leaves. */
@EveryDatabase
@DisplayName("An object on")
class MoveTest extends DatabaseTest {
    private final List<String> seen = new ArrayList<>();

    MoveTest() {
        super(Library.ALL);
    }

    private Author loaded() {
        Integer id = given(s -> new Author("ed"), made -> ((Author) made).id);
        return session.get(Author.class, id);
    }

    private void look(ObjectEvent<Session> event, String name) {
        boolean linked = Session.of(event.instance()) == session;
        seen.add(name + (linked ? " linked" : " free") + (session.contains(event.instance()) ? " inside" : " outside"));
    }

    private void lookAtAttachEvents() {
        Events.on(session).beforeAttach(e -> look(e, "before"));
        Events.on(session).afterAttach(e -> look(e, "after"));
        Events.on(session).transientToPending(e -> look(e, "pending"));
        Events.on(session).detachedToPersistent(e -> look(e, "persistent"));
    }

    @Nested
    class ThatJoins {
        @Test
        @Tag("S-14")
        void isOutsideBeforeAndAmongTheNewOnesAfterwards() {
            lookAtAttachEvents();

            session.add(new Author("ed"));

            assertThat(seen).containsExactly("before free outside", "after linked inside", "pending linked inside");
        }

        @Test
        @Tag("S-14")
        void isOutsideBeforeAndInTheIdentityMapAfterwards() {
            Author ed = loaded();
            session.close();
            lookAtAttachEvents();

            session.add(ed);

            assertThat(seen).containsExactly("before free outside", "after linked inside", "persistent linked inside");
        }

        @Test
        @Tag("S-15")
        void hasHadAllItsEventsBeforeTheFirstCascadedObject() {
            Author ed = events.named("ed", new Author("ed").with("a"));
            Book a = events.named("a", ed.books.get(0));
            a.topics.add(events.named("sea", new Topic("sea")));
            events.sessions(sessions).without("after_transaction_create", "before_attach", "after_attach");

            session.add(ed);

            events.assertTimeline("transient_to_pending ed", "transient_to_pending a", "transient_to_pending sea");
        }

        @Test
        @Tag("S-15")
        void isNotFollowedThroughChildrenThatAreInsideAlready() {
            Author ed = new Author("ed").with("a");
            Book a = ed.books.get(0);
            session.add(a);
            a.topics.add(new Topic("sea"));
            session.expunge(a.topics.get(0));
            events.sessions(sessions);

            session.add(ed);

            assertThat(session.newObjects()).doesNotContain(a.topics.get(0));
        }

        @Test
        @Tag("S-16")
        void isEmptyInAfterAttachWhenItIsTheCopyOfAMerge() {
            List<String> names = new ArrayList<>();
            Events.on(session).afterAttach(e -> names.add(((Author) e.instance()).name));

            Author merged = session.merge(new Author("ed"));

            assertThat(names).hasSize(1).containsOnlyNulls();
            assertThat(merged.name).isEqualTo("ed");
        }
    }

    @Nested
    class ThatIsFlushed {
        @Test
        @Tag("S-20")
        void isNotWrittenWhenBeforeFlushTakesItOut() {
            Author ed = new Author("ed");
            session.add(ed);
            Events.on(session).beforeFlush(e -> session.expunge(ed));
            events.sessions(sessions).statements(engine);

            session.flush();

            events.assertTimeline("before_flush", "pending_to_transient Author1");
        }

        @Test
        @Tag("S-23")
        void isPersistentAndStillAmongTheNewOnesInItsEvent() {
            List<Boolean> clean = new ArrayList<>();
            Events.on(session).pendingToPersistent(e -> {
                seen.add(lifecycle(e.instance()) + " " + session.newObjects().contains(e.instance()));
                clean.add(!session.isModified(e.instance()));
            });
            session.add(new Author("ed"));

            session.flush();

            assertThat(seen).containsExactly(LifecycleState.PERSISTENT + " true");
            assertThat(clean).containsExactly(true);
            assertThat(session.newObjects()).isEmpty();
        }

        @Test
        @Tag("S-23")
        void comesAfterAllThatAreDeleted() {
            Author ed = events.named("ed", loaded());
            session.delete(ed);
            session.add(events.named("jo", new Author("jo")));
            events.sessions(sessions);

            session.flush();

            assertThat(events.timeline()).containsSubsequence("persistent_to_deleted ed", "pending_to_persistent jo");
        }

        @Test
        @Tag("S-25")
        void hasItsUnloadedLinksLoadedWithEvents() {
            Integer id = given(
                    s -> {
                        Book book = new Book("a");
                        book.topics.add(new Topic("sea"));
                        return book;
                    },
                    made -> ((Book) made).id);
            Book book = session.get(Book.class, id);
            session.delete(book);
            events.sessions(sessions).instances().without("first_init");

            session.flush();

            assertThat(events.timeline())
                    .containsSubsequence(
                            "before_flush",
                            "after_transaction_create SUBTRANSACTION",
                            "do_orm_execute SELECT Topic (Book.topics)",
                            "load Topic1",
                            "loaded_as_persistent Topic1",
                            "after_flush");
        }

        @Test
        @Tag("S-25")
        void isRefreshedWithEventsWhenItIsExpired() {
            Author ed = events.named("ed", loaded());
            session.expire(ed);
            session.delete(ed);
            session.expire(ed);
            events.sessions(sessions).instances();

            session.flush();

            assertThat(events.timeline())
                    .containsSubsequence("before_flush", "do_orm_execute SELECT Author (column load)", "after_flush")
                    .anyMatch(line -> line.startsWith("refresh ed"));
        }

        @Test
        @Tag("S-18")
        void doesNotCauseAnotherFlushByQueriesOfListeners() {
            List<Integer> found = new ArrayList<>();
            Events.on(session)
                    .afterFlush(
                            e -> found.add(session.query(Author.class).list().size()));
            session.add(new Author("ed"));

            session.flush();

            assertThat(found).containsExactly(1);
        }
    }

    @Nested
    class ThatLeaves {
        private void lookAtDetachEvents() {
            Events.on(session).pendingToTransient(e -> seen.add("pending_to_transient " + e.deleted()));
            Events.on(session).persistentToTransient(e -> seen.add("persistent_to_transient " + e.deleted()));
            Events.on(session).persistentToDetached(e -> seen.add("persistent_to_detached " + e.deleted()));
            Events.on(session).deletedToDetached(e -> seen.add("deleted_to_detached " + e.deleted()));
        }

        private Author inserted() {
            Author ed = new Author("ed");
            session.add(ed);
            session.flush();
            return ed;
        }

        @Test
        @Tag("S-36")
        void wasDeleted() {
            Author ed = inserted();
            session.delete(ed);
            session.flush();
            lookAtDetachEvents();

            session.expunge(ed);

            assertThat(seen).containsExactly("deleted_to_detached true");
        }

        @Test
        @Tag("S-36")
        void hadNoKey() {
            Author ed = new Author("ed");
            session.add(ed);
            lookAtDetachEvents();

            session.expunge(ed);

            assertThat(seen).containsExactly("pending_to_transient false");
        }

        @Test
        @Tag("S-36")
        void wasInsertedByWhatIsRolledBack() {
            inserted();
            lookAtDetachEvents();

            session.rollback();

            assertThat(seen).containsExactly("persistent_to_transient false");
        }

        @Test
        @Tag("S-36")
        void wasPersistent() {
            Author ed = loaded();
            lookAtDetachEvents();

            session.expunge(ed);

            assertThat(seen).containsExactly("persistent_to_detached false");
        }

        @Test
        @Tag("S-35")
        void hasNoSessionAnyMoreInItsEvent() {
            Author ed = loaded();
            Events.on(session).persistentToDetached(e -> look(e, "detached"));

            session.close();

            assertThat(seen).containsExactly("detached free outside");
            assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
        }

        @Test
        @Tag("S-34")
        void isCollectedWithItsCascadeBeforeTheFirstEvent() {
            Author ed = new Author("ed").with("a", "b");
            session.add(ed);
            Events.on(session).once().pendingToTransient(e -> ed.books.clear());
            events.sessions(sessions);

            session.expunge(ed);

            assertThat(events.timeline())
                    .filteredOn(line -> line.startsWith("pending_to_transient"))
                    .hasSize(3);
        }
    }

    @Test
    @Tag("T-14")
    void isDeletedByASetBasedDeleteThatMeetsIt() {
        Author ed = events.named("ed", loaded());
        events.sessions(sessions).mappers().without("do_orm_execute");

        session.deleteFrom(Author.class).execute();

        events.assertTimeline("persistent_to_deleted ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DELETED);
    }

    @Test
    @Tag("T-26")
    void isDetachedOnceByClosingWhenItWasMarkedAgainAfterItsDelete() {
        Author ed = events.named("ed", loaded());
        session.delete(ed);
        session.flush();
        session.delete(ed);
        events.sessions(sessions).without("after_transaction_end");

        session.close();

        events.assertTimeline("deleted_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
    }

    @Test
    @Tag("T-26")
    void isDetachedByClosingWhenItsDeleteWasFlushed() {
        Author ed = events.named("ed", loaded());
        session.delete(ed);
        session.flush();
        events.sessions(sessions).without("after_transaction_end");

        session.close();

        events.assertTimeline("deleted_to_detached ed");
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.DETACHED);
    }

    @Test
    @Tag("X-3")
    void isDirtyWhenAnEqualValueWasAssignedAndNotModified() {
        Author ed = loaded();

        ed.name = new String("ed");

        assertThat(session.dirty()).containsExactly(ed);
        assertThat(session.isModified(ed)).isFalse();
    }

    @Test
    @Tag("X-3")
    void isNotDirtyWhenItIsMarkedForDelete() {
        Author ed = loaded();
        ed.name = "edward";

        session.delete(ed);

        assertThat(session.dirty()).isEmpty();
        assertThat(session.deleted()).containsExactly(ed);
    }
}
