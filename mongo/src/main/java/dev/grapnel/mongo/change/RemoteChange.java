package dev.grapnel.mongo.change;

import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A change of one document, as the server tells of it. Immutable. A listener to a mapper event gets it by
 * {@code event.connection().unwrap(RemoteChange.class)}.
 *
 * @param kind what was done
 * @param collection where
 * @param id the value of {@code _id}, as it is stored
 * @param document the document as it is now, or as it was if it was deleted; null if the server did not say
 * @param resumeToken the place in the stream right after this change
 */
public record RemoteChange(
        Kind kind,
        String collection,
        @Nullable Object id,
        @Nullable Document document,
        BsonDocument resumeToken) {
    /** What was done to a document. */
    public enum Kind {
        /** It was inserted. */
        INSERT,
        /** Some of its fields were changed. */
        UPDATE,
        /** It was replaced as a whole. */
        REPLACE,
        /** It was deleted. */
        DELETE
    }
}
