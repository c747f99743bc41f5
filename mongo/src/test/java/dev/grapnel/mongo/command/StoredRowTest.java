package dev.grapnel.mongo.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A row that was read")
class StoredRowTest {
    private static final DecoderContext CONTEXT = DecoderContext.builder().build();
    private static final Document NINE_FIELDS = new Document("a", 1)
            .append("b", 2)
            .append("c", 3)
            .append("d", 4)
            .append("e", null)
            .append("f", 6)
            .append("g", 7)
            .append("h", 8)
            .append("i", 9);

    @Test
    void hasEachFieldInAnyOrder() {
        StoredRow row = StoredRow.of(NINE_FIELDS);

        for (String name : List.of("a", "b", "i", "h", "c", "c", "a", "i")) {
            assertThat(row.get(name)).isEqualTo(NINE_FIELDS.get(name));
        }
    }

    @Test
    void tellsNullFromNothing() {
        StoredRow row = StoredRow.of(NINE_FIELDS);

        assertThat(row.getOr("e", "nothing")).isNull();
        assertThat(row.getOr("z", "nothing")).isEqualTo("nothing");
        assertThat(row.get("z")).isNull();
        assertThat(StoredRow.of(new Document()).getOr("a", "nothing")).isEqualTo("nothing");
    }

    @Test
    void isItsDocument() {
        assertThat(StoredRow.of(NINE_FIELDS).document()).isEqualTo(NINE_FIELDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSPECIFIED", "STANDARD", "JAVA_LEGACY"})
    void hasTheValuesThatADocumentHas(UuidRepresentation uuids) {
        CodecRegistry codecs =
                CodecRegistries.withUuidRepresentation(MongoClientSettings.getDefaultCodecRegistry(), uuids);
        CodecRegistry writing = uuids == UuidRepresentation.UNSPECIFIED
                ? CodecRegistries.withUuidRepresentation(codecs, UuidRepresentation.STANDARD)
                : codecs;
        BsonDocument stored = new Document("_id", new ObjectId())
                .append("text", "a")
                .append("int", 1)
                .append("long", 2L)
                .append("double", 2.5)
                .append("truth", true)
                .append("null", null)
                .append("time", new Date(-5))
                .append("decimal", Decimal128.parse("1.20"))
                .append("bytes", new Binary(new byte[] {1}))
                .append("uuid", new UUID(1, 2))
                .append(
                        "pattern",
                        Pattern.compile("a.*", Pattern.CASE_INSENSITIVE).pattern())
                .append("most", new MaxKey())
                .append("list", Arrays.asList(1, null, new Document("uuid", new UUID(3, 4)), List.of(new UUID(5, 6))))
                .append("nested", new Document("list", List.of(1L)))
                .toBsonDocument(Document.class, writing);

        StoredRow row = new StoredRowCodec(codecs).decode(new BsonDocumentReader(stored), CONTEXT);

        assertThat(row.document())
                .isEqualTo(codecs.get(Document.class).decode(new BsonDocumentReader(stored), CONTEXT));
    }
}
