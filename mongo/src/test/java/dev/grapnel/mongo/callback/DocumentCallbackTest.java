package dev.grapnel.mongo.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.PersistListeners;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.mapping.entry.EntryEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.mongo.MemoryServer;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.callback.Letters.Letter;
import dev.grapnel.mongo.callback.Letters.Parcel;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A callback of JPA in a document class")
class DocumentCallbackTest {
    @RegisterExtension
    final MemoryServer server = new MemoryServer();

    private final DocumentRegistry registry = DocumentRegistry.create();
    private final List<Subscription> added = new ArrayList<>();
    private OdmSessionFactory sessions;
    private OdmSession session;

    @BeforeEach
    void open() {
        registry.map(Letters.ALL);
        sessions = OdmSessionFactory.of(server.store());
        session = sessions.open();
        Trace.take();
    }

    @AfterEach
    void free() {
        added.forEach(Subscription::close);
        registry.dispose();
    }

    private Letter stored(int id, String text) {
        Letter letter = session.save(new Letter(id, text));
        session.flush();
        Trace.take();
        return letter;
    }

    private void recordPlaces() {
        added.add(Mapped.onAll().beforeInsert(event -> Trace.add("before_insert")));
        added.add(Mapped.onAll().afterInsert(event -> Trace.add("after_insert")));
        added.add(Mapped.onAll().beforeUpdate(event -> Trace.add("before_update")));
        added.add(Mapped.onAll().afterUpdate(event -> Trace.add("after_update")));
        added.add(Mapped.onAll().beforeDelete(event -> Trace.add("before_delete")));
        added.add(Mapped.onAll().afterDelete(event -> Trace.add("after_delete")));
        added.add(Events.on(sessions).beforeFlush(event -> Trace.add("before_flush")));
        added.add(Events.on(sessions).afterFlush(event -> Trace.add("after_flush")));
        added.add(Events.on(sessions).transientToPending(event -> Trace.add("transient_to_pending")));
    }

    // ---- at their places ----

    @Test
    void isCalledWithinSaveAndBehindTheInsert() {
        recordPlaces();
        session.save(new Letter(1, "a"));
        Trace.add("flush");
        session.flush();

        assertThat(Trace.take())
                .containsExactly(
                        "Office PrePersist a",
                        "PrePersist a",
                        "transient_to_pending",
                        "flush",
                        "before_flush",
                        "before_insert",
                        "after_insert",
                        "PostPersist a",
                        "after_flush");
    }

    @Test
    void isCalledAroundAnUpdate() {
        Letter letter = stored(1, "a");
        recordPlaces();
        letter.text = "b";
        session.flush();

        assertThat(Trace.take())
                .containsExactly(
                        "before_flush", "before_update", "PreUpdate b", "after_update", "PostUpdate b", "after_flush");
        assertThat(server.documents("letters"))
                .containsExactly(new Document("_id", 1)
                        .append("kind", "letter")
                        .append("text", "b")
                        .append("stamp", "B"));
    }

    @Test
    void isCalledWithinDeleteAndBehindTheDeletion() {
        Letter letter = stored(1, "a");
        recordPlaces();
        session.delete(letter);
        Trace.add("flush");
        session.flush();

        assertThat(Trace.take())
                .containsExactly(
                        "PreRemove a",
                        "flush",
                        "before_flush",
                        "before_delete",
                        "after_delete",
                        "PostRemove a",
                        "after_flush");
    }

    @Test
    void isCalledForAnObjectThatWasLoadedAndForOneThatWasRefreshed() {
        stored(1, "a");
        session.clear();
        Letter letter = session.find(Letter.class, Filters.eq("text", "a")).one();
        assertThat(Trace.take()).containsExactly("Office PostLoad a", "PostLoad a");

        session.refresh(letter);
        assertThat(Trace.take()).containsExactly("Office PostLoad a", "PostLoad a");

        session.find(Letter.class, Filters.eq("text", "a")).one();
        assertThat(Trace.take()).isEmpty();
    }

    @Test
    void ofASubclassComesBehindThatOfItsSuperclass() {
        session.save(new Parcel(1, "p"));

        assertThat(Trace.take()).containsExactly("Office PrePersist p", "PrePersist p", "weigh p");
    }

    @Test
    void isCalledInTheSameOrderWhereWritesAreSentTogether() {
        session = sessions.bulkWrites(true).open();
        session.save(new Letter(1, "a"));
        session.save(new Letter(2, "b"));
        Trace.take();
        session.flush();

        assertThat(Trace.take()).containsExactly("PostPersist a", "PostPersist b");
    }

    // ---- what they may do ----

    @Test
    void maySetValuesThatAreRequired() {
        session.save(new Letter(1, "a"));
        session.flush();

        assertThat(server.documents("letters").get(0).getString("stamp")).isEqualTo("A");
    }

    @Test
    void mayRefuseAnObjectThatIsToBeSaved() {
        Letter letter = new Letter(1, "refused");

        assertThatThrownBy(() -> session.save(letter)).hasMessage("no such letter");
        assertThat(session.contains(letter)).isFalse();
        session.flush();
        assertThat(server.documents("letters")).isEmpty();
    }

    @Test
    void mayRefuseAnObjectThatIsToBeDeleted() {
        Letter letter = stored(1, "kept");

        assertThatThrownBy(() -> session.delete(letter)).hasMessage("it has to be kept");
        assertThat(ObjectState.of(letter).status()).isEqualTo(ObjectStatus.CLEAN);
        session.flush();
        assertThat(server.documents("letters")).hasSize(1);
    }

    // ---- once ----

    @Test
    void isCalledOnceForAnObjectThatIsSavedAndDeletedTwice() {
        Letter letter = session.save(new Letter(1, "a"));
        session.save(letter);
        session.flush();
        session.save(letter);
        session.delete(letter);
        session.delete(letter);
        session.flush();

        assertThat(Trace.take())
                .containsExactly("Office PrePersist a", "PrePersist a", "PostPersist a", "PreRemove a", "PostRemove a");
    }

    @Test
    void isNotCalledForAnObjectThatComesBack() {
        Letter letter = stored(1, "a");
        session.expunge(letter);
        session.save(letter);

        assertThat(Trace.take()).isEmpty();
    }

    @Test
    void isNotCalledForWritesByQuery() {
        stored(1, "a");
        session.update(Letter.class, Filters.eq("_id", 1), new Document("$set", new Document("text", "b")));
        session.remove(Letter.class, Filters.eq("_id", 1));

        assertThat(Trace.take()).isEmpty();
    }

    @Test
    void isNotCalledForChangesOfOthers() {
        InstanceState state = Instance.of(stored(1, "a")).state();
        PersistListeners listeners = Mapper.of(state).persistListeners();
        PersistEvent<Object> event = new PersistEvent<>(Mapper.of(state), new Elsewhere(), state);
        listeners.afterInsert.fire(event);
        listeners.afterUpdate.fire(event);
        listeners.afterDelete.fire(event);

        assertThat(Trace.take()).isEmpty();
    }

    /** The connection of somebody else. */
    private static final class Elsewhere implements StoreConnection {
        @Override
        public <C> C unwrap(Class<C> type) {
            throw new IllegalArgumentException("nobody asks");
        }

        @Override
        public boolean isRemote() {
            return true;
        }
    }

    @Nested
    @DisplayName("of an object that is written past the unit of work")
    class PastTheUnitOfWork {
        @Test
        void isCalledBeforeTheInsert() {
            session.insertNow(new Letter(1, "a"));

            assertThat(Trace.take()).containsExactly("Office PrePersist a", "PrePersist a", "PostPersist a");
        }

        @Test
        void isCalledBeforeTheDeletion() {
            session.deleteNow(stored(1, "a"));

            assertThat(Trace.take()).containsExactly("PreRemove a", "PostRemove a");
        }
    }

    // ---- the events ----

    @Nested
    @DisplayName("by its event")
    class TheEvent {
        @Test
        void comesOnceAlsoIfAListenerSavesTheObjectItself() {
            List<String> told = new ArrayList<>();
            added.add(EntryEvents.on(Letter.class).beforeAdd(event -> {
                told.add("before_add " + session.contains(event.target()));
                session.save(event.target());
            }));

            Letter letter = session.save(new Letter(1, "a"));

            assertThat(told).containsExactly("before_add false");
            assertThat(session.newObjects()).containsExactly(letter);
        }

        @Test
        void comesOnceAlsoIfAListenerDeletesTheObjectItself() {
            Letter letter = stored(1, "a");
            List<String> told = new ArrayList<>();
            added.add(EntryEvents.on(Letter.class).beforeMarkDeleted(event -> {
                told.add("before_mark_deleted " + session.deleted().size());
                session.delete(event.target());
            }));

            session.delete(letter);

            assertThat(told).containsExactly("before_mark_deleted 0");
            assertThat(session.deleted()).containsExactly(letter);
        }

        @Test
        void reachesSubclassesIfItIsPropagated() {
            List<Object> told = new ArrayList<>();
            added.add(EntryEvents.on(Letter.class).propagate().beforeAdd(event -> told.add(event.target())));

            Parcel parcel = session.save(new Parcel(1, "p"));

            assertThat(told).containsExactly(parcel);
        }
    }

    // ---- the sets of a flush ----

    @Test
    void listenersSeeBehindAFlushWhatItHasWritten() {
        Letter changed = stored(1, "changed");
        Letter gone = stored(2, "gone");
        Letter fresh = session.save(new Letter(3, "new"));
        changed.text = "changed again";
        session.delete(gone);
        List<Object> told = new ArrayList<>();
        added.add(Events.on(session).afterFlush(event -> {
            told.addAll(event.session().newObjects());
            told.addAll(event.session().dirty());
            told.addAll(event.session().deleted());
        }));
        added.add(Events.on(session).afterFlushPostexec(event -> {
            assertThat(event.session().newObjects()).isEmpty();
            assertThat(event.session().dirty()).isEmpty();
            assertThat(event.session().deleted()).isEmpty();
        }));

        session.flush();

        assertThat(told).containsExactly(fresh, changed, gone);
    }
}
