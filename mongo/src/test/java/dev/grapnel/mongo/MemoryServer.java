package dev.grapnel.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.grapnel.mongo.connection.DataStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server in memory for all tests, with a database of its own for each. */
public final class MemoryServer implements BeforeEachCallback, AfterEachCallback {
    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final MongoClient CLIENT = MongoClients.create("mongodb:/" + SERVER.bind());
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private String database = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        database = "test" + DATABASES.incrementAndGet();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CLIENT.getDatabase(database).drop();
    }

    /** The database of this test. */
    public DataStore store() {
        return DataStore.of(CLIENT, database);
    }

    /** A collection, behind the back of all sessions. */
    public MongoCollection<Document> collection(String name) {
        return CLIENT.getDatabase(database).getCollection(name);
    }

    /** The documents of a collection, by id. */
    public List<Document> documents(String name) {
        return collection(name).find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }
}
