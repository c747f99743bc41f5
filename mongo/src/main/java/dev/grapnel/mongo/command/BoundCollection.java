package dev.grapnel.mongo.command;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.DistinctIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import java.util.List;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A collection of the driver, together with the session in which its commands run: the only place that chooses between with and without. */
final class BoundCollection {
    private final MongoCollection<Document> collection;
    private final @Nullable ClientSession session;

    BoundCollection(MongoCollection<Document> collection, @Nullable ClientSession session) {
        this.collection = collection;
        this.session = session;
    }

    // ---- writing ----

    void insert(Document document) {
        if (session == null) {
            collection.insertOne(document);
        } else {
            collection.insertOne(session, document);
        }
    }

    UpdateResult replace(Bson filter, Document document, ReplaceOptions options) {
        return session == null
                ? collection.replaceOne(filter, document, options)
                : collection.replaceOne(session, filter, document, options);
    }

    UpdateResult updateOne(Bson filter, Bson change, UpdateOptions options) {
        return session == null
                ? collection.updateOne(filter, change, options)
                : collection.updateOne(session, filter, change, options);
    }

    UpdateResult updateMany(Bson filter, Bson change, UpdateOptions options) {
        return session == null
                ? collection.updateMany(filter, change, options)
                : collection.updateMany(session, filter, change, options);
    }

    DeleteResult deleteOne(Bson filter) {
        return session == null ? collection.deleteOne(filter) : collection.deleteOne(session, filter);
    }

    DeleteResult deleteMany(Bson filter) {
        return session == null ? collection.deleteMany(filter) : collection.deleteMany(session, filter);
    }

    void writeAll(List<WriteModel<DocumentSource>> models) {
        MongoCollection<DocumentSource> sources = collection.withDocumentClass(DocumentSource.class);
        if (session == null) {
            sources.bulkWrite(models);
        } else {
            sources.bulkWrite(session, models);
        }
    }

    // ---- reading ----

    FindIterable<StoredRow> find(Bson filter) {
        return session == null
                ? collection.find(filter, StoredRow.class)
                : collection.find(session, filter, StoredRow.class);
    }

    long count(Bson filter) {
        return session == null ? collection.countDocuments(filter) : collection.countDocuments(session, filter);
    }

    DistinctIterable<BsonValue> distinct(String field, Bson filter) {
        return session == null
                ? collection.distinct(field, filter, BsonValue.class)
                : collection.distinct(session, field, filter, BsonValue.class);
    }

    AggregateIterable<Document> aggregate(List<? extends Bson> pipeline) {
        return session == null ? collection.aggregate(pipeline) : collection.aggregate(session, pipeline);
    }

    // ---- finding and changing one ----

    @Nullable Document findOneAndUpdate(Bson filter, Bson change, FindOneAndUpdateOptions options) {
        return session == null
                ? collection.findOneAndUpdate(filter, change, options)
                : collection.findOneAndUpdate(session, filter, change, options);
    }

    @Nullable Document findOneAndReplace(Bson filter, Document replacement, FindOneAndReplaceOptions options) {
        return session == null
                ? collection.findOneAndReplace(filter, replacement, options)
                : collection.findOneAndReplace(session, filter, replacement, options);
    }

    @Nullable Document findOneAndDelete(Bson filter, FindOneAndDeleteOptions options) {
        return session == null
                ? collection.findOneAndDelete(filter, options)
                : collection.findOneAndDelete(session, filter, options);
    }
}
