package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Topic;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Objects that the application does not hold may be collected at any moment, also while the session works on them. */
@EveryDatabase
@DisplayName("Collected objects on")
class CollectedObjectsTest extends DatabaseTest {
    CollectedObjectsTest() {
        super(Library.ALL);
    }

    private void given(String... words) {
        elsewhere(s -> List.of(words).forEach(word -> s.add(new Topic(word))));
    }

    @Test
    @Tag("U-32")
    void commitExpiresObjectsThatNobodyHolds() {
        given("a", "b", "c");
        session.query(Topic.class).list();
        List<Integer> expired = new ArrayList<>();
        try (Subscription collecting = InstanceEvents.on(Topic.class).expire(e -> {
            expired.add(1);
            System.gc();
        })) {
            session.commit();
        }

        assertThat(expired).hasSize(3);
        assertThat(session.get(Topic.class, "c").word).isEqualTo("c");
    }

    @Test
    @Tag("E-12")
    void objectThatIsDeletedAndHeldByNobodyIsInTheEvent() {
        given("a");
        List<String> deleted = new ArrayList<>();
        session.delete(session.get(Topic.class, "a"));
        try (Subscription collecting = Events.on(session).afterFlush(e -> System.gc());
                Subscription telling = Events.on(session)
                        .persistentToDeleted(
                                e -> deleted.add(Instance.of(e.instance()).key().toString()))) {
            session.flush();
        }

        assertThat(deleted).hasSize(1);
    }

    @Test
    @Tag("T-4")
    void copyMadeByMergeWithoutLoadingIsHeldUntilItIsReturned() {
        given("a");
        try (Session other = sessions.open();
                Subscription collecting = Events.on(session).beforeAttach(e -> System.gc())) {
            Topic merged = session.merge(other.get(Topic.class, "a"), false);

            assertThat(merged.word).isEqualTo("a");
        }
    }

    /** Compiled code forgets what it does not need any more, in the middle of a method; so this has to be compiled first. */
    @Test
    @Tag("T-3")
    void newObjectThatOnlyTheCallHoldsIsAdded() {
        for (int time = 0; time < 20_000; time++) {
            addAndGiveUp();
        }
        try (Subscription collecting = Events.on(session).afterTransactionCreate(e -> System.gc())) {
            for (int time = 0; time < 5; time++) {
                addAndGiveUp();
            }
            session.add(new Topic("a"));
        }
        session.commit();

        assertThat(session.query(Topic.class).list()).hasSize(1);
    }

    private void addAndGiveUp() {
        session.add(new Topic("given up"));
        session.rollback();
    }

    @Test
    @Tag("G-4")
    void objectThatNobodyHoldsLoadsItsLastCollection() {
        elsewhere(s -> s.add(new Author("ann").with("one", "two")));
        for (int time = 0; time < 15_000; time++) {
            assertThat(titlesOfAnn()).isEqualTo(2);
        }
        try (Subscription collecting = Events.on(session).doOrmExecute(e -> {
            if (e.isRelationshipLoad()) {
                System.gc();
            }
        })) {
            for (int time = 0; time < 3; time++) {
                assertThat(titlesOfAnn()).isEqualTo(2);
            }
        }
    }

    private int titlesOfAnn() {
        session.expungeAll();
        return session.getOne(Author.class, 1).books.size();
    }

    private void flushAndForget(Topic topic) {
        session.add(topic);
        session.flush();
    }

    private Topic loadedAgain(String word) {
        WeakReference<Topic> former = new WeakReference<>(session.get(Topic.class, word));
        while (former.get() != null) {
            System.gc();
        }
        return session.get(Topic.class, word);
    }

    @Test
    @Tag("S-28")
    void objectThatWasLoadedInItsPlaceIsGoneWithItsRowWhenTheSavepointIsRolledBack() {
        SessionTransaction savepoint = session.beginNested();
        flushAndForget(new Topic("a"));
        Topic again = loadedAgain("a");

        savepoint.rollback();

        assertThat(session.get(Topic.class, "a")).isNull();
        assertThat(lifecycle(again)).isNotEqualTo(LifecycleState.PERSISTENT);
    }

    @Test
    @Tag("S-28")
    void objectThatWasLoadedInItsPlaceIsReadAnewWhenTheSavepointIsRolledBack() {
        given("a");
        SessionTransaction savepoint = session.beginNested();
        session.get(Topic.class, "a").description = "changed";
        session.flush();
        Topic again = loadedAgain("a");

        savepoint.rollback();

        assertThat(again.description).isNull();
    }
}
