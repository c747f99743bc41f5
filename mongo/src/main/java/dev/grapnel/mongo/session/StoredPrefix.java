package dev.grapnel.mongo.session;

import dev.grapnel.mongo.command.DocumentQuery;
import dev.grapnel.mongo.command.DocumentWrites;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * How many of some insertions were done when the program could not go on. Nobody has counted them then, but they were sent in order, so what is in the
 * collection tells: the documents of the first objects, as they were to be written.
 */
final class StoredPrefix {
    /** As many ids as one query names. */
    private static final int PORTION = 1000;

    private final SessionParts parts;
    private final List<DocumentState<?>> inserted;
    private final CodecRegistry codecs;

    StoredPrefix(SessionParts parts, List<DocumentState<?>> inserted) {
        this.parts = parts;
        this.inserted = inserted;
        this.codecs = parts.layer().database().getCodecRegistry();
    }

    /**
     * How many there are.
     *
     * @param failure gets what hinders the look into the collection; none counts then
     * @return the number of objects from the first one on whose documents are stored
     */
    int length(RuntimeException failure) {
        try {
            return length();
        } catch (RuntimeException unknown) {
            failure.addSuppressed(unknown);
            return 0;
        }
    }

    private int length() {
        int length = 0;
        boolean all = true;
        while (all && length < inserted.size()) {
            int end = Math.min(inserted.size(), length + PORTION);
            Map<BsonValue, BsonDocument> stored = storedAmong(inserted.subList(length, end));
            while (length < end && all) {
                all = isStored(inserted.get(length), stored);
                length += all ? 1 : 0;
            }
        }
        return length;
    }

    private Map<BsonValue, BsonDocument> storedAmong(List<DocumentState<?>> portion) {
        DocumentMapper mapper = portion.get(0).mapper();
        List<@Nullable Object> ids = new ArrayList<>(portion.size());
        portion.forEach(state -> ids.add(state.storedId()));
        Map<BsonValue, BsonDocument> found = new HashMap<>();
        Document filter = new Document("_id", new Document("$in", ids));
        try (DocumentQuery query = parts.layer(mapper).reads().find(mapper.collection(), filter, null)) {
            for (StoredRow row = query.next(); row != null; row = query.next()) {
                BsonDocument document = document(row.document());
                found.put(document.get("_id"), document);
            }
        }
        return found;
    }

    /** One that a hook changes on its way cannot be known again; it counts as not written, and the next flush is refused if it is. */
    private boolean isStored(DocumentState<?> state, Map<BsonValue, BsonDocument> stored) {
        BsonDocument there =
                stored.get(document(new Document("_id", state.storedId())).get("_id"));
        return there != null
                && state.mapper().beforeSave() == DocumentWrites.UNCHANGED
                && there.equals(document(state.document()));
    }

    private BsonDocument document(Document document) {
        return document.toBsonDocument(Document.class, codecs);
    }
}
