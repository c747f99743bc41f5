package dev.grapnel.mongo.command;

import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** What is stored as a document: a document, or an object that goes into BSON without being made one. */
public interface DocumentSource {
    /** The whole as a document of its own, for those who look at it or change it. */
    Document document();

    /** The id as it is stored. */
    @Nullable Object storedId();

    /**
     * Writes the whole. Called while the command is sent, and again if the driver sends it again.
     *
     * @param bson where to
     * @param codecs of the collection
     * @param context of the driver
     */
    void encode(BsonWriter bson, CodecRegistry codecs, EncoderContext context);

    /**
     * A document as it is.
     *
     * @param document the document
     */
    record Made(Document document) implements DocumentSource {
        @Override
        public @Nullable Object storedId() {
            return document.get("_id");
        }

        @Override
        public void encode(BsonWriter bson, CodecRegistry codecs, EncoderContext context) {
            codecs.get(Document.class).encode(bson, document, context);
        }
    }
}
