package dev.grapnel.conformance.odm.database;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A document server in memory, with a database of its own for each scenario. */
public final class MemoryServer implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private int databases;

    private MemoryServer() {
        this.client = MongoClients.create(server.bindAndGetConnectionString());
    }

    /** {@return a server that is running} */
    public static MemoryServer start() {
        return new MemoryServer();
    }

    /** {@return a database without collections} */
    public MongoDatabase empty() {
        databases++;
        return client.getDatabase("scenario" + databases);
    }

    /** Stops the server; all databases are gone. */
    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
