package dev.grapnel.mongo.connection;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.mongo.command.DocumentLayer;
import dev.grapnel.mongo.command.DocumentObserver;
import dev.grapnel.mongo.command.LayerCodecs;
import org.jspecify.annotations.Nullable;

/**
 * One database of one server.
 *
 * <pre>{@code
 * try (DataStore store = DataStore.connect("mongodb://localhost", "shop")) { … }
 * DataStore store = DataStore.of(client.getDatabase("shop"));     // the client stays yours
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class DataStore implements AutoCloseable {
    private final MongoDatabase database;
    /** Knows what the layer writes and reads without documents. */
    private final MongoDatabase layered;

    private final DocumentObserver observer;
    private final @Nullable MongoClient client;
    private final boolean owned;

    private DataStore(MongoDatabase database, DocumentObserver observer, @Nullable MongoClient client, boolean owned) {
        this.database = database;
        this.layered = LayerCodecs.in(database);
        this.observer = observer;
        this.client = client;
        this.owned = owned;
    }

    /**
     * A database of a client that somebody else closes. Without the client there are no transactions.
     *
     * @param database of the driver
     * @return the store
     */
    public static DataStore of(MongoDatabase database) {
        return new DataStore(database, DocumentObserver.NOBODY, null, false);
    }

    /**
     * A database of a client that somebody else closes.
     *
     * @param client of the driver
     * @param database its name
     * @return the store
     */
    public static DataStore of(MongoClient client, String database) {
        return new DataStore(client.getDatabase(database), DocumentObserver.NOBODY, client, false);
    }

    /**
     * A database of a server; the connection is closed with the store.
     *
     * @param address of the server, as {@code mongodb://localhost:27017}
     * @param database its name
     * @return the store
     * @throws InvalidArgumentException if the address is none
     */
    public static DataStore connect(String address, String database) {
        try {
            MongoClient opened = MongoClients.create(address);
            return new DataStore(opened.getDatabase(database), DocumentObserver.NOBODY, opened, true);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidArgumentException(
                    "Cannot connect to '" + address + "': " + wrong.getMessage()
                            + " Give an address like mongodb://localhost:27017.",
                    wrong);
        }
    }

    /**
     * The same store, telling somebody of each command of the sessions that are made with it.
     *
     * @param told of the commands
     * @return the store
     */
    public DataStore observedBy(DocumentObserver told) {
        return new DataStore(database, told, client, owned);
    }

    /** The database of the driver. */
    public MongoDatabase database() {
        return database;
    }

    /** The client of the driver, or null if it is not known. */
    public @Nullable MongoClient client() {
        return client;
    }

    /**
     * Opens a session of the driver, for transactions.
     *
     * @return the session; close it
     * @throws dev.grapnel.core.error.InvalidRequestException if the server takes no transactions, or the client is not known
     */
    public ClientSession startSession() {
        return new TransactionSupport(database, client).startSession();
    }

    /** The commands of one session. */
    public DocumentLayer layer() {
        return new DocumentLayer(layered, observer);
    }

    /** Closes the connection, if {@link #connect} made it. */
    @Override
    public void close() {
        if (owned && client != null) {
            client.close();
        }
    }
}
