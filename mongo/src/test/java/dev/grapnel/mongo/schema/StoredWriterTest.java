package dev.grapnel.mongo.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.grapnel.mongo.field.EmbeddedMapping;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A value that is written without a document")
class StoredWriterTest {
    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();
    private static final FieldSchema ADDRESS = Schema.document()
            .field("street", Schema.string())
            .field("since", Schema.of(LocalDate.class))
            .asField();

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Schema.string(), "text"),
                Arguments.of(Schema.string(), null),
                Arguments.of(Schema.integer(), 7),
                Arguments.of(Schema.longInteger(), 7L),
                Arguments.of(Schema.of(Short.class), (short) 7),
                Arguments.of(Schema.number(), 7.5),
                Arguments.of(Schema.of(Float.class), 7.5f),
                Arguments.of(Schema.bool(), true),
                Arguments.of(Schema.decimal(), new BigDecimal("12.340")),
                Arguments.of(Schema.any(), new Decimal128(5)),
                Arguments.of(Schema.objectId(), new ObjectId()),
                Arguments.of(Schema.binary(), new byte[] {1, 2}),
                Arguments.of(Schema.of(UUID.class), UUID.randomUUID()),
                Arguments.of(Schema.of(DayOfWeek.class), DayOfWeek.FRIDAY),
                Arguments.of(Schema.dateTime(), Instant.ofEpochMilli(-1_234)),
                Arguments.of(Schema.of(Date.class), new Date(1_234)),
                Arguments.of(Schema.of(LocalDate.class), LocalDate.of(1969, 12, 31)),
                Arguments.of(Schema.of(LocalDateTime.class), LocalDateTime.of(2026, 1, 2, 3, 4, 5)),
                Arguments.of(Schema.any(), ZonedDateTime.parse("2026-01-02T03:04:05+02:00[Europe/Helsinki]")),
                Arguments.of(Schema.any(), new Code("function() {}")),
                Arguments.of(Schema.any(), Arrays.asList(1, null, List.of("a"), Map.of("b", 2L))),
                Arguments.of(Schema.array(Schema.of(LocalDate.class)), List.of(LocalDate.EPOCH)),
                Arguments.of(Schema.array(ADDRESS), List.of(Map.of("street", "a"), Map.of("other", List.of(1)))),
                Arguments.of(Schema.map(ADDRESS), Map.of("home", Map.of("since", LocalDate.EPOCH))),
                Arguments.of(Schema.map(Schema.string()).nullable(), null),
                Arguments.of(ADDRESS, Collections.singletonMap("street", null)),
                Arguments.of(EmbeddedMapping.annotated(Stop.class), new Stop("a", List.of(new Car(7)))),
                Arguments.of(EmbeddedMapping.annotated(Stop.class), Map.of("unchecked", 1)),
                Arguments.of(EmbeddedMapping.annotated(Vehicle.class), new Car(7)),
                Arguments.of(EmbeddedMapping.annotated(Vehicle.class), Map.of("unchecked", LocalDate.EPOCH)),
                Arguments.of(FieldSchema.of(new Reversed()), "abc"));
    }

    /** With values of several classes in it. */
    @Embeddable
    record Stop(String name, List<Vehicle> seen) {}

    /** Of several classes. */
    sealed interface Vehicle permits Car {}

    /** Has a class of its own. */
    @Embeddable
    record Car(int seats) implements Vehicle {}

    /** A type of a program, which knows only {@code stored}. */
    private static final class Reversed implements ValueType {
        @Override
        public Object check(Object value, Checking checking) {
            return value;
        }

        @Override
        public Object stored(Object value) {
            return new StringBuilder((String) value).reverse().toString();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void isTheSameAsInItsDocument(FieldSchema schema, @Nullable Object value) {
        BsonDocument direct = new BsonDocument();
        StoredWriter out = new StoredWriter(
                new BsonDocumentWriter(direct), CODECS, EncoderContext.builder().build());
        out.beginDocument();
        out.name("value");
        schema.write(value, out);
        out.endDocument();

        BsonDocument made = new Document("value", schema.stored(value)).toBsonDocument(Document.class, CODECS);
        assertThat(direct).isEqualTo(made);
    }
}
