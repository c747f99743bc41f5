package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Documents on a server that keeps them in a file")
class KeptDocumentsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // made before each test
    Path folder;

    private final DocumentRegistry registry = DocumentRegistry.create();

    @BeforeEach
    void map() {
        registry.map(OneCollectionTest.plain());
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    private void onServer(Consumer<OdmSession> work) {
        MongoServer server =
                new MongoServer(new H2Backend(folder.resolve("documents.mv").toString()));
        try (MongoClient client = MongoClients.create("mongodb:/" + server.bind())) {
            work.accept(OdmSessionFactory.of(DataStore.of(client, "test")).open());
        } finally {
            server.shutdown();
        }
    }

    @Test
    void areThereAfterItWasStartedAgain() {
        onServer(session -> {
            Doc doc = session.save(new Doc(1, 5));
            doc.b.add(7);
            session.flush();
        });

        onServer(session -> {
            Doc doc = session.find(Doc.class).one();
            assertThat(doc.a).isEqualTo(5);
            assertThat(doc.b).isEqualTo(List.of(7));
        });
    }
}
