package dev.grapnel.mongo.change;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Watches collections, and tells of changes as events of the classes that are mapped to them: {@code after_insert}, {@code after_update},
 * {@code after_delete}, to the same listeners that hear of writes of this program. {@code event.isRemote()} tells which it is.
 *
 * <pre>{@code
 * Mapped.on(Contact.class).afterUpdate(e -> cache.forget(e.target().id));
 *
 * try (ChangeSource changes = ChangeSource.watch(store, ChangeOptions.NONE, Contact.class)) {
 *     executor.execute(changes);               // or changes.deliverAvailable() now and then
 * }
 * }</pre>
 *
 * <p>The target is an object of its own, in no session, made of the document as it is when the change is delivered; of a deletion it has the
 * id only, unless the collection keeps images of what was before. The server tells of all changes, those of this program included. Extensions of
 * classes and sessions are not called: they belong to a session.
 *
 * <p>Changes are delivered by one thread at a time, of the program's choice. {@link #close} and {@link #resumeToken} may be called by any.
 */
public final class ChangeSource implements Runnable, AutoCloseable {
    /** How soon a server that does not wait is asked again. */
    private static final long PAUSE_MILLIS = 20;

    private final ChangeDelivery delivery;
    private final ChangeErrorHandler errors;
    private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable BsonDocument resumeToken;

    private ChangeSource(
            ChangeDelivery delivery,
            ChangeOptions options,
            MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) {
        this.delivery = delivery;
        this.errors = options.errors();
        this.cursor = cursor;
        this.resumeToken = options.resumeToken() == null ? cursor.getResumeToken() : options.resumeToken();
    }

    // ---- opening ----

    /**
     * Watches the collections of some classes; changes count from now on, whenever they are delivered.
     *
     * @param store the database
     * @param options where to begin, and what becomes of failures
     * @param types mapped onto collections; subclasses in the same collection are meant too
     * @return the source; close it
     * @throws InvalidRequestException if the server has no change streams, or has forgotten the place to go on from
     */
    public static ChangeSource watch(DataStore store, ChangeOptions options, Class<?>... types) {
        List<DocumentMapper> mappers = new ArrayList<>();
        for (Class<?> type : types) {
            mappers.add(DocumentMapper.of(type));
        }
        return watch(store, options, mappers);
    }

    /** As {@link #watch(DataStore, ChangeOptions, Class[])}, for all classes of a registry. */
    public static ChangeSource watch(DataStore store, ChangeOptions options, DocumentRegistry registry) {
        registry.configure();
        return watch(
                store,
                options,
                registry.mappers().stream().map(DocumentMapper.class::cast).toList());
    }

    private static ChangeSource watch(DataStore store, ChangeOptions options, List<DocumentMapper> mappers) {
        if (mappers.isEmpty()) {
            throw new InvalidArgumentException("Cannot watch no classes. Name those whose collections are meant.");
        }
        ChangeDelivery delivery = new ChangeDelivery(store, mappers, options.expiring());
        return new ChangeSource(delivery, options, new ChangeStream(store, delivery.collections(), options).open());
    }

    // ---- delivering ----

    /**
     * Tells of the changes that are there, in this thread.
     *
     * @return how many
     */
    public int deliverAvailable() {
        int delivered = 0;
        while (isOpen() && deliverNext()) {
            delivered++;
        }
        return delivered;
    }

    /** Tells of changes as they come, in this thread, until the source is closed, the stream breaks, or the handler of failures throws. */
    @Override
    public void run() {
        try {
            while (isOpen()) {
                if (!deliverNext() && closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private boolean deliverNext() {
        ChangeStreamDocument<Document> change;
        try {
            change = cursor.tryNext();
        } catch (MongoException broken) {
            end();
            errors.failed(null, broken);
            return false;
        }
        if (change == null) {
            return false;
        } else if (change.getOperationType() == OperationType.INVALIDATE) {
            end();
            errors.failed(null, delivery.ended());
            return false;
        }
        deliver(delivery.changeOf(change));
        return true;
    }

    private void deliver(RemoteChange change) {
        try {
            delivery.deliver(change);
        } catch (RuntimeException failure) {
            handle(change, failure);
        }
        resumeToken = change.resumeToken();
    }

    private void handle(RemoteChange change, RuntimeException failure) {
        try {
            errors.failed(change, failure);
        } catch (RuntimeException | Error refused) {
            end();
            throw refused;
        }
    }

    // ---- the source ----

    /**
     * The place behind the last change that was delivered. Kept, it lets a later source go on there, as long as the server remembers.
     *
     * @return the token; null if nothing was delivered and the server gave none
     */
    public @Nullable BsonDocument resumeToken() {
        return resumeToken;
    }

    /** Whether changes can still come. */
    public boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Has {@link #run} end, in whichever thread it is, after the change that it is about to deliver. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void end() {
        closed.countDown();
        cursor.close();
    }
}
