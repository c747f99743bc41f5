package dev.grapnel.mongo.command;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The queries that sessions send. */
public final class DocumentReads {
    private final DocumentLayer layer;

    DocumentReads(DocumentLayer layer) {
        this.layer = layer;
    }

    /**
     * Prepares a query.
     *
     * @param collection where to look
     * @param filter which documents; null: all
     * @param fields those that are read; null: all
     * @return the query, which has not run
     */
    public DocumentQuery find(String collection, @Nullable Bson filter, @Nullable List<String> fields) {
        layer.observer().find(collection, filter);
        Bson selecting = filter == null ? new Document() : filter;
        FindIterable<StoredRow> rows = layer.collection(collection).find(selecting);
        return new DocumentQuery(
                this, collection, selecting, fields == null ? rows : rows.projection(Projections.include(fields)));
    }

    /** How many documents a filter selects. */
    long count(String collection, Bson filter) {
        return layer.collection(collection).count(filter);
    }

    /** The different values of a field in the documents that a filter selects. */
    public List<@Nullable Object> distinct(String collection, String field, Bson filter) {
        layer.observer().distinct(collection, field, filter);
        return valuesOf(collection, field, filter);
    }

    /** The same for a query whose cursor is known: nobody is told (statement ODM-Q8). */
    List<@Nullable Object> valuesOf(String collection, String field, Bson filter) {
        List<@Nullable Object> values = new ArrayList<>();
        for (BsonValue value : layer.collection(collection).distinct(field, filter)) {
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
        layer.observer().aggregate(collection, pipeline);
        return layer.collection(collection).aggregate(pipeline).into(new ArrayList<>());
    }
}
