package dev.grapnel.mongo.command;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The commands that sessions send: one call, one command, at once.
 *
 * <p>Belongs to one session, and takes part in its transaction if there is one.
 */
public final class DocumentLayer {
    private final MongoDatabase database;
    private final DocumentObserver observer;
    private final DocumentWrites writes = new DocumentWrites(this);
    private final DocumentReads reads = new DocumentReads(this);
    private final FindAndChange findAndChange = new FindAndChange(this);
    private @Nullable ClientSession transaction;

    /**
     * A layer over a database.
     *
     * @param database of the driver
     * @param observer told of each call
     */
    public DocumentLayer(MongoDatabase database, DocumentObserver observer) {
        this.database = database;
        this.observer = observer;
    }

    /** The database of the driver. */
    public MongoDatabase database() {
        return database;
    }

    /** The session of the driver that all commands run in, or null. */
    public @Nullable ClientSession transaction() {
        return transaction;
    }

    /** Has all commands run in a session of the driver; null: in none. */
    public void transaction(@Nullable ClientSession session) {
        this.transaction = session;
    }

    /** What writes. */
    public DocumentWrites writes() {
        return writes;
    }

    /** What reads. */
    public DocumentReads reads() {
        return reads;
    }

    /** What finds one document and changes it in one step. */
    public FindAndChange findAndChange() {
        return findAndChange;
    }

    DocumentObserver observer() {
        return observer;
    }

    BoundCollection collection(String name) {
        return new BoundCollection(database.getCollection(name), transaction);
    }
}
