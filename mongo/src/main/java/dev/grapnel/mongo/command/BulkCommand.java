package dev.grapnel.mongo.command;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One document among those that are written together. */
public sealed interface BulkCommand {
    /** Tells the observer of it, and gives what the driver takes. */
    WriteModel<Document> told(String collection, DocumentObserver observer);

    /**
     * A document is inserted.
     *
     * @param document the document
     * @param beforeSave may change what is written
     */
    record Insert(Document document, Consumer<Document> beforeSave) implements BulkCommand {
        @Override
        public WriteModel<Document> told(String collection, DocumentObserver observer) {
            observer.insert(collection, document);
            return new InsertOneModel<>(DocumentWrites.prepared(document, beforeSave));
        }
    }

    /**
     * A document is replaced, or inserted if it is not there; some of its fields are only written into one that is there.
     *
     * @param document the document
     * @param fields those that are written; null: all
     * @param beforeSave may change what is written
     */
    record Save(Document document, @Nullable List<String> fields, Consumer<Document> beforeSave)
            implements BulkCommand {
        @Override
        public WriteModel<Document> told(String collection, DocumentObserver observer) {
            observer.save(collection, document, fields);
            Document written = DocumentWrites.prepared(document, beforeSave);
            Bson byId = Filters.eq("_id", written.get("_id"));
            return fields == null
                    ? new ReplaceOneModel<>(byId, written, new ReplaceOptions().upsert(true))
                    : new UpdateOneModel<>(byId, DocumentWrites.changeOf(written, fields));
        }
    }

    /**
     * A document is deleted.
     *
     * @param id its id
     */
    record Delete(@Nullable Object id) implements BulkCommand {
        @Override
        public WriteModel<Document> told(String collection, DocumentObserver observer) {
            observer.delete(collection, id);
            return new DeleteOneModel<>(Filters.eq("_id", id));
        }
    }
}
