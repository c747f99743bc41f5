package dev.grapnel.mongo.command;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.grapnel.mongo.UpdateQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The writes that sessions send: one call, one command, at once. */
public final class DocumentWrites {
    /** Writes documents as they are. */
    public static final Consumer<Document> UNCHANGED = document -> {};

    private final DocumentLayer layer;

    DocumentWrites(DocumentLayer layer) {
        this.layer = layer;
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
        layer.observer().insert(collection, document);
        Document written = prepared(document, beforeSave);
        layer.collection(collection).insert(written);
    }

    /**
     * Replaces a document by its id, or inserts it if there is none (statement ODM-F6). Of a part of its fields no document is made: if it is gone,
     * nothing is written (statement ODM-F7).
     *
     * @param collection its collection
     * @param document the document
     * @param fields those that are written, the others stay as they are stored; null: all
     * @param beforeSave may change what is written
     */
    public void save(
            String collection, Document document, @Nullable List<String> fields, Consumer<Document> beforeSave) {
        layer.observer().save(collection, document, fields);
        Document written = prepared(document, beforeSave);
        Bson byId = Filters.eq("_id", written.get("_id"));
        if (fields == null) {
            layer.collection(collection).replace(byId, written, new ReplaceOptions().upsert(true));
        } else {
            layer.collection(collection).updateOne(byId, changeOf(written, fields), new UpdateOptions());
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
        List<WriteModel<DocumentSource>> models = new ArrayList<>(commands.size());
        for (BulkCommand command : commands) {
            models.add(command.told(collection, layer.observer()));
        }
        layer.collection(collection).writeAll(models);
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
        layer.observer().save(collection, document, fields);
        Document written = prepared(document, beforeSave);
        BoundCollection bound = layer.collection(collection);
        UpdateResult result = fields == null
                ? bound.replace(expected, written, new ReplaceOptions())
                : bound.updateOne(expected, changeOf(written, fields), new UpdateOptions());
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
        layer.observer().delete(collection, id);
        Bson filter = expected == null ? Filters.eq("_id", id) : expected;
        return layer.collection(collection).deleteOne(filter).getDeletedCount() == 1;
    }

    // ---- by query ----

    /** Deletes the documents that a filter selects. */
    public DeleteResult remove(String collection, Bson filter) {
        layer.observer().remove(collection, filter);
        return layer.collection(collection).deleteMany(filter);
    }

    /** Changes the first document, or all, that a filter selects. */
    public UpdateResult update(String collection, Bson filter, Bson change, UpdateQuery.Options options) {
        layer.observer().update(collection, filter, change, options.upsert(), options.multi());
        UpdateOptions driver = new UpdateOptions().upsert(options.upsert());
        BoundCollection bound = layer.collection(collection);
        return options.multi() ? bound.updateMany(filter, change, driver) : bound.updateOne(filter, change, driver);
    }
}
