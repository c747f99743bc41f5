package dev.grapnel.testkit.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("One listener")
class OneListenerTest {

    /** The same program and the same assertions for every store. */
    abstract static class Contract {
        final Journal journal = new Journal();

        abstract MapperRegistry registry();

        abstract ObjectSession session();

        abstract void open();

        abstract void save(Note note);

        abstract void letAllGo();

        abstract Note get(int id);

        abstract void closeStore();

        @BeforeEach
        void listen() {
            open();
            registry().configure();
            journal.listenToNotes();
        }

        @AfterEach
        void close() {
            registry().dispose();
            closeStore();
        }

        private Note written() {
            Note note = new Note(1, "Text");
            save(note);
            session().flush();
            return note;
        }

        @Test
        void hearsOfAnInsertAndChangesIt() {
            Note note = written();

            assertThat(note.text).isEqualTo("text");
            assertThat(journal.lines)
                    .containsExactly(
                            "set null to text",
                            "pending 1.0",
                            "before_flush of 1 new, 0 dirty, 0 deleted",
                            "before_insert 1.1",
                            "after_insert 1.1",
                            "after_flush",
                            "persistent 1.1");
        }

        @Test
        void hearsOfAnUpdateAndChangesIt() {
            Note note = written();
            journal.lines.clear();

            note.text = "OTHER";
            session().flush();

            assertThat(journal.lines)
                    .containsExactly(
                            "set text to other",
                            "before_flush of 0 new, 1 dirty, 0 deleted",
                            "before_update 1.2",
                            "after_update 1.2",
                            "after_flush");
        }

        @Test
        void hearsOfALoad() {
            written();
            letAllGo();
            journal.lines.clear();

            assertThat(get(1).text).isEqualTo("text");

            assertThat(journal.lines).containsExactly("load 1.1", "loaded 1.1");
        }

        @Test
        void hearsOfADelete() {
            Note note = written();
            journal.lines.clear();

            session().delete(note);
            session().flush();

            assertThat(journal.lines)
                    .containsExactly(
                            "before_flush of 0 new, 0 dirty, 1 deleted",
                            "before_delete 1.1",
                            "after_delete 1.1",
                            "after_flush",
                            "deleted 1.1");
        }
    }

    @Nested
    @DisplayName("over tables")
    @SuppressWarnings("NullAway.Init") // opened before each test
    class OverTables extends Contract {
        private Engine engine;
        private Registry registry;
        private Session session;

        @Override
        void open() {
            engine = Engine.create("jdbc:h2:mem:one-listener");
            registry = Registry.of(Note.class);
            dev.grapnel.sql.Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            journal.listenTo(sessions);
            session = sessions.open();
        }

        @Override
        MapperRegistry registry() {
            return registry;
        }

        @Override
        ObjectSession session() {
            return session;
        }

        @Override
        void save(Note note) {
            session.add(note);
        }

        @Override
        void letAllGo() {
            session.expungeAll();
        }

        @Override
        Note get(int id) {
            return Objects.requireNonNull(session.get(Note.class, id));
        }

        @Override
        void closeStore() {
            session.close();
            engine.close();
        }
    }

    @Nested
    @DisplayName("over documents")
    @SuppressWarnings("NullAway.Init") // opened before each test
    class OverDocuments extends Contract {
        private MongoServer server;
        private MongoClient client;
        private DocumentRegistry registry;
        private OdmSession session;

        @Override
        void open() {
            server = new MongoServer(new MemoryBackend());
            client = MongoClients.create("mongodb:/" + server.bind());
            registry = DocumentRegistry.create();
            registry.map(DocumentMapping.of(Note.class)
                    .collection("note")
                    .field("id", "_id", Schema.of(int.class))
                    .field("text", Schema.string())
                    .field("revision", Schema.of(int.class)));
            OdmSessionFactory sessions = OdmSessionFactory.of(DataStore.of(client, "test"));
            journal.listenTo(sessions);
            session = sessions.open();
        }

        @Override
        MapperRegistry registry() {
            return registry;
        }

        @Override
        ObjectSession session() {
            return session;
        }

        @Override
        void save(Note note) {
            session.save(note);
        }

        @Override
        void letAllGo() {
            session.clear();
        }

        @Override
        Note get(int id) {
            return Objects.requireNonNull(session.get(Note.class, id));
        }

        @Override
        void closeStore() {
            session.close();
            client.close();
            server.shutdownNow();
        }
    }
}
