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
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** One document among those that are written together. A document is only made of an object if somebody looks at it. */
public sealed interface BulkCommand {
    /** Tells the observer of it, and gives what the driver takes. */
    WriteModel<DocumentSource> told(String collection, DocumentObserver observer);

    private static boolean isSeen(DocumentObserver observer, Consumer<Document> beforeSave) {
        return observer != DocumentObserver.NOBODY || beforeSave != DocumentWrites.UNCHANGED;
    }

    /**
     * A document is inserted.
     *
     * @param source the document
     * @param beforeSave may change what is written
     */
    record Insert(DocumentSource source, Consumer<Document> beforeSave) implements BulkCommand {
        @Override
        public WriteModel<DocumentSource> told(String collection, DocumentObserver observer) {
            if (!isSeen(observer, beforeSave) && source.storedId() != null) {
                return new InsertOneModel<>(source);
            }
            Document document = source.document();
            observer.insert(collection, document);
            Document written = DocumentWrites.prepared(document, beforeSave);
            if (!written.containsKey("_id")) {
                written.put("_id", new ObjectId());
            }
            return new InsertOneModel<>(new DocumentSource.Made(written));
        }
    }

    /**
     * A document is replaced, or inserted if it is not there; some of its fields are only written into one that is there.
     *
     * @param source the document
     * @param fields those that are written; null: all
     * @param beforeSave may change what is written
     */
    record Save(DocumentSource source, @Nullable List<String> fields, Consumer<Document> beforeSave)
            implements BulkCommand {
        @Override
        public WriteModel<DocumentSource> told(String collection, DocumentObserver observer) {
            if (fields == null && !isSeen(observer, beforeSave)) {
                return replacing(source);
            }
            Document document = source.document();
            observer.save(collection, document, fields);
            Document written = DocumentWrites.prepared(document, beforeSave);
            return fields == null
                    ? replacing(new DocumentSource.Made(written))
                    : new UpdateOneModel<>(byId(written.get("_id")), DocumentWrites.changeOf(written, fields));
        }

        private static WriteModel<DocumentSource> replacing(DocumentSource written) {
            return new ReplaceOneModel<>(byId(written.storedId()), written, new ReplaceOptions().upsert(true));
        }
    }

    /**
     * A document is deleted.
     *
     * @param id its id
     */
    record Delete(@Nullable Object id) implements BulkCommand {
        @Override
        public WriteModel<DocumentSource> told(String collection, DocumentObserver observer) {
            observer.delete(collection, id);
            return new DeleteOneModel<>(byId(id));
        }
    }

    private static Bson byId(@Nullable Object id) {
        return Filters.eq("_id", id);
    }
}
