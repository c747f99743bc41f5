package dev.grapnel.mongo.command;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinarySubType;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.BsonTypeCodecMap;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.UuidCodec;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Reads rows. Their values are those that a {@link Document} would have. */
@SuppressWarnings("JavaUtilDate") // what the driver has for a point in time
final class StoredRowCodec implements Codec<StoredRow> {
    private final CodecRegistry codecs;
    private final BsonTypeCodecMap others;
    private final Codec<Document> documents;
    private final @Nullable BsonBinarySubType uuids;

    StoredRowCodec(CodecRegistry codecs) {
        this.codecs = codecs;
        this.others = new BsonTypeCodecMap(new BsonTypeClassMap(), codecs);
        this.documents = codecs.get(Document.class);
        this.uuids = uuids(codecs.get(UUID.class));
    }

    /** The form of UUIDs that the program has chosen. */
    private static @Nullable BsonBinarySubType uuids(Codec<UUID> codec) {
        UuidRepresentation chosen =
                codec instanceof UuidCodec known ? known.getUuidRepresentation() : UuidRepresentation.UNSPECIFIED;
        return switch (chosen) {
            case UNSPECIFIED -> null;
            case STANDARD -> BsonBinarySubType.UUID_STANDARD;
            default -> BsonBinarySubType.UUID_LEGACY;
        };
    }

    @Override
    public StoredRow decode(BsonReader reader, DecoderContext context) {
        StoredRow row = new StoredRow();
        reader.readStartDocument();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            row.add(reader.readName(), value(type, reader, context));
        }
        reader.readEndDocument();
        return row;
    }

    private @Nullable Object value(BsonType type, BsonReader reader, DecoderContext context) {
        return switch (type) {
            case STRING -> reader.readString();
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            case DOUBLE -> reader.readDouble();
            case BOOLEAN -> reader.readBoolean();
            case OBJECT_ID -> reader.readObjectId();
            case DATE_TIME -> new Date(reader.readDateTime());
            case DECIMAL128 -> reader.readDecimal128();
            case DOCUMENT -> documents.decode(reader, context);
            case ARRAY -> list(reader, context);
            default -> other(type, reader, context);
        };
    }

    private List<@Nullable Object> list(BsonReader reader, DecoderContext context) {
        List<@Nullable Object> list = new ArrayList<>();
        reader.readStartArray();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            list.add(value(type, reader, context));
        }
        reader.readEndArray();
        return list;
    }

    private @Nullable Object other(BsonType type, BsonReader reader, DecoderContext context) {
        if (type == BsonType.NULL) {
            reader.readNull();
            return null;
        }
        if (type == BsonType.BINARY && uuids != null && reader.peekBinarySubType() == uuids.getValue()) {
            return codecs.get(UUID.class).decode(reader, context);
        }
        return others.get(type).decode(reader, context);
    }

    @Override
    public void encode(BsonWriter writer, StoredRow row, EncoderContext context) {
        documents.encode(writer, row.document(), context);
    }

    @Override
    public Class<StoredRow> getEncoderClass() {
        return StoredRow.class;
    }
}
