package dev.grapnel.mongo.command;

import com.mongodb.client.MongoDatabase;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** The codecs of what a layer writes and reads without documents, beside those of the program. */
public final class LayerCodecs implements CodecProvider {
    private LayerCodecs() {}

    /**
     * A database of the driver that knows them.
     *
     * @param database of the program
     * @return the same with more codecs; they are searched once, so keep it
     */
    public static MongoDatabase in(MongoDatabase database) {
        return database.withCodecRegistry(CodecRegistries.fromRegistries(
                CodecRegistries.fromProviders(new LayerCodecs()), database.getCodecRegistry()));
    }

    @Override
    @SuppressWarnings("unchecked") // the class says so
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry codecs) {
        if (type == DocumentSource.class) {
            return (Codec<T>) new SourceCodec(codecs);
        }
        return type == StoredRow.class ? (Codec<T>) new StoredRowCodec(codecs) : null;
    }

    /** Lets what is stored write itself. */
    private record SourceCodec(CodecRegistry codecs) implements Codec<DocumentSource> {
        @Override
        public void encode(BsonWriter writer, DocumentSource source, EncoderContext context) {
            source.encode(writer, codecs, context);
        }

        @Override
        public DocumentSource decode(BsonReader reader, DecoderContext context) {
            throw new UnsupportedOperationException("What is written is not read.");
        }

        @Override
        public Class<DocumentSource> getEncoderClass() {
            return DocumentSource.class;
        }
    }
}
