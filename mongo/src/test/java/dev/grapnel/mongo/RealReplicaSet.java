package dev.grapnel.mongo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.grapnel.mongo.connection.DataStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The replica set that {@code -Dgrapnel.mongo.uri} names; without it a test is skipped, and says so. */
public final class RealReplicaSet implements ReplicaSet, BeforeEachCallback, AfterEachCallback {
    private static final String PROPERTY = "grapnel.mongo.uri";
    private static final String ADDRESS = System.getProperty(PROPERTY, "");

    private @Nullable MongoClient client;
    private String database = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        assumeTrue(
                !ADDRESS.isBlank(),
                "Not run: no replica set was named. Run with -D" + PROPERTY + "=mongodb://host:port/?replicaSet=name.");
        client = MongoClients.create(ADDRESS);
        database = "grapnel-" + UUID.randomUUID();
        client.getDatabase(database).createCollection("doc");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (client != null) {
            client.getDatabase(database).drop();
            client.close();
        }
    }

    @Override
    public DataStore store() {
        return DataStore.of(Objects.requireNonNull(client), database);
    }

    @Override
    public MongoCollection<Document> collection(String name) {
        return store().database().getCollection(name);
    }

    @Override
    public List<Document> documents(String name) {
        return collection(name).find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }
}
