package dev.grapnel.mongo.change;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.mongo.connection.DataStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The stream of the driver over the collections of one database. */
record ChangeStream(DataStore store, Set<String> collections, ChangeOptions options) {
    private static final int HISTORY_LOST = 286;

    MongoChangeStreamCursor<ChangeStreamDocument<Document>> open() {
        try {
            return stream().cursor();
        } catch (MongoCommandException refused) {
            throw refusal(refused);
        }
    }

    private ChangeStreamIterable<Document> stream() {
        ChangeStreamIterable<Document> stream = watched()
                .fullDocument(FullDocument.UPDATE_LOOKUP)
                .maxAwaitTime(Math.max(1, options.longestWait().toMillis()), TimeUnit.MILLISECONDS);
        return options.resumeToken() == null ? stream : stream.resumeAfter(options.resumeToken());
    }

    private ChangeStreamIterable<Document> watched() {
        Bson writes = Filters.in("operationType", "insert", "update", "replace", "delete", "invalidate");
        if (collections.size() == 1) {
            return store.database()
                    .getCollection(collections.iterator().next())
                    .watch(List.of(Aggregates.match(writes)));
        }
        Bson there = Filters.in("ns.coll", collections);
        return store.database().watch(List.of(Aggregates.match(Filters.and(there, writes))));
    }

    private InvalidRequestException refusal(MongoCommandException refused) {
        String what = "Cannot watch collections " + collections + " of database '"
                + store.database().getName() + "': ";
        String why = refused.getErrorCode() == HISTORY_LOST
                ? "the server has forgotten the place to go on from. Load what is needed, and watch from now on, without a resume token."
                : "the server says '" + refused.getErrorMessage()
                        + "'. Change streams need a replica set, of which one member is enough, or a router of shards.";
        return new InvalidRequestException(what + why, refused);
    }
}
