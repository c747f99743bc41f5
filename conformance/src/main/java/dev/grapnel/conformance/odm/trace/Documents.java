package dev.grapnel.conformance.odm.trace;

import com.mongodb.MongoClientSettings;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;

/** Reads what is given to the driver. */
public final class Documents {
    private static final DocumentCodec CODEC = new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry());

    private Documents() {}

    /**
     * A filter or a change as a document.
     *
     * @param bson of the driver
     * @return its entries
     */
    public static Map<String, Object> of(Bson bson) {
        if (bson instanceof Document document) {
            return document;
        }
        BsonDocument document = bson.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry());
        return CODEC.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }
}
