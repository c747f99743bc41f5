package dev.grapnel.mongo.command;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.mongo.FindOneOptions;
import dev.grapnel.mongo.UpdateQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The commands that sessions send: one call, one command, at once.
 *
 * <p>Belongs to one session, and takes part in its transaction if there is one.
 */
public final class DocumentLayer {
    /** Writes documents as they are. */
    public static final Consumer<Document> UNCHANGED = document -> {};

    private final MongoDatabase database;
    private final DocumentObserver observer;
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

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    // ---- one document ----

    /**
     * Inserts a document.
     *
     * @param collection its collection
     * @param document the document
     * @param beforeSave may change what is written (statement ODM-B1)
     */
    public void insert(String collection, Document document, Consumer<Document> beforeSave) {
        observer.insert(collection, document);
        Document written = prepared(document, beforeSave);
        if (transaction == null) {
            collection(collection).insertOne(written);
        } else {
            collection(collection).insertOne(transaction, written);
        }
    }

    /**
     * Replaces a document by its id, or inserts it if there is none (statement ODM-F6).
     *
     * @param collection its collection
     * @param document the document
     * @param fields those that are written, the others stay as they are stored; null: all
     * @param beforeSave may change what is written
     */
    public void save(
            String collection, Document document, @Nullable List<String> fields, Consumer<Document> beforeSave) {
        observer.save(collection, document, fields);
        Document written = prepared(document, beforeSave);
        Bson byId = Filters.eq("_id", written.get("_id"));
        if (fields == null) {
            replace(collection, byId, written);
        } else {
            updateOne(collection, byId, changeOf(written, fields), new UpdateOptions().upsert(true));
        }
    }

    private void replace(String collection, Bson byId, Document written) {
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        if (transaction == null) {
            collection(collection).replaceOne(byId, written, upsert);
        } else {
            collection(collection).replaceOne(transaction, byId, written, upsert);
        }
    }

    static Document changeOf(Document written, List<String> fields) {
        Document set = new Document();
        Document unset = new Document();
        for (String field : fields) {
            if (written.containsKey(field)) {
                set.put(field, written.get(field));
            } else {
                unset.put(field, "");
            }
        }
        set.remove("_id");
        Document change = new Document();
        if (!set.isEmpty()) {
            change.put("$set", set);
        }
        if (!unset.isEmpty()) {
            change.put("$unset", unset);
        }
        return change.isEmpty() ? new Document("$setOnInsert", written) : change;
    }

    static Document prepared(Document document, Consumer<Document> beforeSave) {
        if (beforeSave == UNCHANGED) {
            return document; // made for this write, and seen by nobody who could change it
        }
        Document written = new Document(document);
        beforeSave.accept(written);
        return written;
    }

    /**
     * Writes several documents of one collection by one command, in order; it ends at the first one that is refused.
     *
     * @param collection their collection
     * @param commands what is written
     * @throws com.mongodb.MongoBulkWriteException if one is refused; those before it are written
     */
    public void writeAll(String collection, List<BulkCommand> commands) {
        List<WriteModel<Document>> models = new ArrayList<>(commands.size());
        for (BulkCommand command : commands) {
            models.add(command.told(collection, observer));
        }
        if (transaction == null) {
            collection(collection).bulkWrite(models);
        } else {
            collection(collection).bulkWrite(transaction, models);
        }
    }

    /**
     * Replaces a document if its version still is the one that is known.
     *
     * @param collection its collection
     * @param document with its new version
     * @param fields those that are written; null: all
     * @param expected which fields have to have which values
     * @param beforeSave may change what is written
     * @return whether there was such a document
     */
    public boolean saveIf(
            String collection,
            Document document,
            @Nullable List<String> fields,
            Document expected,
            Consumer<Document> beforeSave) {
        observer.save(collection, document, fields);
        Document written = prepared(document, beforeSave);
        UpdateResult result = fields == null
                ? (transaction == null
                        ? collection(collection).replaceOne(expected, written)
                        : collection(collection).replaceOne(transaction, expected, written))
                : updateOne(collection, expected, changeOf(written, fields), new UpdateOptions());
        return result.getMatchedCount() == 1;
    }

    /**
     * Deletes a document by its id.
     *
     * @param collection its collection
     * @param id its id
     * @param expected what it has to be like; null: anything
     * @return whether there was one
     */
    public boolean delete(String collection, @Nullable Object id, @Nullable Document expected) {
        observer.delete(collection, id);
        Bson filter = expected == null ? Filters.eq("_id", id) : expected;
        DeleteResult result = transaction == null
                ? collection(collection).deleteOne(filter)
                : collection(collection).deleteOne(transaction, filter);
        return result.getDeletedCount() == 1;
    }

    // ---- by query ----

    /** Deletes the documents that a filter selects. */
    public DeleteResult remove(String collection, Bson filter) {
        observer.remove(collection, filter);
        return transaction == null
                ? collection(collection).deleteMany(filter)
                : collection(collection).deleteMany(transaction, filter);
    }

    /** Changes the first document, or all, that a filter selects. */
    public UpdateResult update(String collection, Bson filter, Bson change, UpdateQuery.Options options) {
        observer.update(collection, filter, change, options.upsert(), options.multi());
        UpdateOptions driver = new UpdateOptions().upsert(options.upsert());
        if (!options.multi()) {
            return updateOne(collection, filter, change, driver);
        }
        return transaction == null
                ? collection(collection).updateMany(filter, change, driver)
                : collection(collection).updateMany(transaction, filter, change, driver);
    }

    private UpdateResult updateOne(String collection, Bson filter, Bson change, UpdateOptions options) {
        return transaction == null
                ? collection(collection).updateOne(filter, change, options)
                : collection(collection).updateOne(transaction, filter, change, options);
    }

    // ---- reading ----

    /**
     * Prepares a query.
     *
     * @param collection where to look
     * @param filter which documents; null: all
     * @param fields those that are read; null: all
     * @return the query, which has not run
     */
    public DocumentQuery find(String collection, @Nullable Bson filter, @Nullable List<String> fields) {
        observer.find(collection, filter);
        Bson selecting = filter == null ? new Document() : filter;
        FindIterable<Document> rows = transaction == null
                ? collection(collection).find(selecting)
                : collection(collection).find(transaction, selecting);
        return new DocumentQuery(
                this, collection, selecting, fields == null ? rows : rows.projection(Projections.include(fields)));
    }

    /** How many documents a filter selects. */
    long count(String collection, Bson filter) {
        return transaction == null
                ? collection(collection).countDocuments(filter)
                : collection(collection).countDocuments(transaction, filter);
    }

    /** The different values of a field in the documents that a filter selects. */
    public List<@Nullable Object> distinct(String collection, String field, Bson filter) {
        observer.distinct(collection, field, filter);
        return valuesOf(collection, field, filter);
    }

    /** The same for a query whose cursor is known: nobody is told (statement ODM-Q8). */
    List<@Nullable Object> valuesOf(String collection, String field, Bson filter) {
        List<@Nullable Object> values = new ArrayList<>();
        var found = transaction == null
                ? collection(collection).distinct(field, filter, BsonValue.class)
                : collection(collection).distinct(transaction, field, filter, BsonValue.class);
        for (BsonValue value : found) {
            values.add(plain(value));
        }
        return values;
    }

    private static @Nullable Object plain(BsonValue value) {
        return new DocumentCodec()
                .decode(
                        new BsonDocument("value", value).asBsonReader(),
                        DecoderContext.builder().build())
                .get("value");
    }

    /** The documents that an aggregation gives. */
    public List<Document> aggregate(String collection, List<? extends Bson> pipeline) {
        observer.aggregate(collection, pipeline);
        AggregateIterable<Document> found = transaction == null
                ? collection(collection).aggregate(pipeline)
                : collection(collection).aggregate(transaction, pipeline);
        return found.into(new ArrayList<>());
    }

    // ---- one document, found and changed ----

    /** Changes the first document that a filter selects, and gives it. */
    public @Nullable Document findOneAndUpdate(String collection, Bson filter, Bson change, FindOneOptions options) {
        observer.findOneAnd("update", collection, filter, change);
        FindOneAndUpdateOptions driver = new FindOneAndUpdateOptions()
                .returnDocument(returned(options))
                .upsert(options.upsert())
                .sort(options.sort());
        return transaction == null
                ? collection(collection).findOneAndUpdate(filter, change, driver)
                : collection(collection).findOneAndUpdate(transaction, filter, change, driver);
    }

    /** Replaces the first document that a filter selects, and gives it. */
    public @Nullable Document findOneAndReplace(
            String collection, Bson filter, Document replacement, FindOneOptions options) {
        observer.findOneAnd("replace", collection, filter, replacement);
        FindOneAndReplaceOptions driver = new FindOneAndReplaceOptions()
                .returnDocument(returned(options))
                .upsert(options.upsert())
                .sort(options.sort());
        return transaction == null
                ? collection(collection).findOneAndReplace(filter, replacement, driver)
                : collection(collection).findOneAndReplace(transaction, filter, replacement, driver);
    }

    /** Deletes the first document that a filter selects, and gives it. */
    public @Nullable Document findOneAndDelete(String collection, Bson filter, FindOneOptions options) {
        observer.findOneAnd("delete", collection, filter, null);
        FindOneAndDeleteOptions driver = new FindOneAndDeleteOptions().sort(options.sort());
        return transaction == null
                ? collection(collection).findOneAndDelete(filter, driver)
                : collection(collection).findOneAndDelete(transaction, filter, driver);
    }

    private static ReturnDocument returned(FindOneOptions options) {
        return options.after() ? ReturnDocument.AFTER : ReturnDocument.BEFORE;
    }
}
