package dev.grapnel.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import dev.grapnel.mongo.connection.DataStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server in memory that says it is a replica set: it takes sessions and transactions, undoes what is aborted, notes each command, and fails
 * where a test says so. The driver in front of it is the real one, with its own repetitions.
 */
public final class FakeReplicaSet implements ReplicaSet, BeforeEachCallback, AfterEachCallback {
    private static final TransactionalBackend BACKEND = new TransactionalBackend();
    private static final MongoServer SERVER = new MongoServer(BACKEND);
    private static final MongoClient CLIENT;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    static {
        SERVER.enableOplog();
        var address = SERVER.bind();
        BACKEND.address("localhost:" + address.getPort());
        CLIENT = MongoClients.create("mongodb://localhost:" + address.getPort() + "/?replicaSet=fake");
    }

    private String database = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        database = "test" + DATABASES.incrementAndGet();
        BACKEND.forget();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CLIENT.getDatabase(database).drop();
    }

    @Override
    public DataStore store() {
        return DataStore.of(CLIENT, database);
    }

    @Override
    public MongoCollection<Document> collection(String name) {
        return CLIENT.getDatabase(database).getCollection(name);
    }

    @Override
    public List<Document> documents(String name) {
        return collection(name).find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    /** The commands of transactions so far, each as {@code "number name collection"}; the first of a transaction ends with {@code "begins"}. */
    public List<String> commands() {
        return BACKEND.commands();
    }

    /**
     * Has the next command of that name fail, without being done.
     *
     * @param command its name
     * @param code of the error
     * @param label of the error
     */
    public void failNext(String command, int code, String label) {
        BACKEND.failNext(command, code, label, false);
    }

    /** As {@link #failNext}, but the command is done: only its answer gets lost. */
    public void loseAnswer(String command, int code, String label) {
        BACKEND.failNext(command, code, label, true);
    }

    /** Has the server say, when it is asked for changes the next time, that there will be no more. */
    public void invalidateStream() {
        BACKEND.invalidateStream();
    }

    /** The collection and the stages of the last change stream that was opened. */
    public String lastStream() {
        return BACKEND.lastStream();
    }
}
