package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.FieldOption;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A field")
class SchemaTest extends OneCollectionTest {

    @Override
    DocumentMapping<Doc> mapping() {
        return plain().field("s", Schema.string().required())
                .field("n", Schema.integer().ifMissing(7))
                .field("m", Schema.string().withoutDefault())
                .field("mn", Schema.string().withoutDefault(), FieldOption.MISSING_IS_NULL)
                .field("old", Schema.deprecated())
                .field("plain", Schema.any());
    }

    private static @Nullable Object checked(FieldSchema schema, @Nullable Object value) {
        return schema.check(value, Checking.ASSIGNED);
    }

    private static void refused(FieldSchema schema, @Nullable Object value, String problem) {
        assertThatThrownBy(() -> checked(schema, value)).hasMessageContaining(problem);
    }

    @Test
    @Tag("ODM-V1")
    void ofNumbersTakesThoseThatFit() {
        assertThat(checked(Schema.integer(), 3.0)).isEqualTo(3);
        assertThat(checked(Schema.number(), 3)).isEqualTo(3);
        assertThat(checked(Schema.integer(), 1L << 40)).isEqualTo(1L << 40);
        assertThat(checked(Schema.decimal(new MathContext(2)), new BigDecimal("1.26")))
                .isEqualTo(new BigDecimal("1.3"));
        refused(Schema.integer(), 3.5, "expected a whole number, got 3.5 of java.lang.Double");
        refused(Schema.number(), "3", "expected a number of at most 64 bits, got the text '3'");
    }

    @Test
    @Tag("ODM-V1")
    void ofTimesTakesWhateverIsOneToTheMillisecond() {
        Instant instant = Instant.parse("2020-01-02T03:04:05.678Z");

        assertThat(checked(Schema.dateTime(), instant.plusNanos(901_000))).isEqualTo(instant);
        assertThat(checked(Schema.dateTime(), Date.from(instant))).isEqualTo(instant);
        assertThat(checked(Schema.dateTime(), LocalDateTime.parse("2020-01-02T03:04:05.678")))
                .isEqualTo(instant);
        assertThat(checked(Schema.dateTime(), LocalDate.parse("2020-01-02")))
                .isEqualTo(Instant.parse("2020-01-02T00:00:00Z"));
        refused(Schema.dateTime(), 5, "expected a point in time");
    }

    @Test
    @Tag("ODM-V1")
    void ofIdsTakesTheirText() {
        ObjectId id = new ObjectId();

        assertThat(checked(Schema.objectId(), id.toHexString())).isEqualTo(id);
        assertThat(Schema.objectId().defaultValue(Checking.ASSIGNED)).isInstanceOf(ObjectId.class);
        refused(Schema.objectId(), "x", "expected an object id");
    }

    @Test
    @Tag("ODM-V1")
    void ofChosenValuesTakesNoOthers() {
        assertThat(checked(Schema.oneOf("x", "y"), "x")).isEqualTo("x");
        refused(Schema.oneOf("x", "y"), "z", "expected one of [x, y], got the text 'z'");
        refused(Schema.value(2), 1, "expected the value 2");
    }

    @Test
    @Tag("ODM-V2")
    void withoutValueHasItsDefault() {
        assertThat(Schema.string().defaultValue(Checking.ASSIGNED)).isNull();
        assertThat(Schema.array().defaultValue(Checking.ASSIGNED)).isEqualTo(List.of());
        assertThat(Schema.document()
                        .field("d", Schema.integer().ifMissing(1))
                        .asField()
                        .defaultValue(Checking.ASSIGNED))
                .isEqualTo(Map.of("d", 1));
        refused(Schema.string().notNull(), null, "null is no value of this field");
        refused(Schema.array(), null, "null is no value of this field");
    }

    @Test
    @Tag("ODM-V3")
    @Tag("ODM-M3")
    void thatIsRequiredHasToBeThereWhenAnObjectIsSaved() {
        assertThatThrownBy(() -> session.save(new Doc(1)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(
                        "Cannot save an object of dev.grapnel.mongo.Doc: s: the field is required, and missing.");
        assertThat(session.unitOfWork().size()).isZero();
    }

    @Test
    @Tag("ODM-V3")
    void isCheckedWhenItIsAssigned() {
        Doc doc = valid(1);

        assertThatThrownBy(() -> ObjectState.of(doc).set("a", "text"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Cannot set Doc.a: expected a whole number, got the text 'text'.");
        assertThatThrownBy(() -> doc.c = Map.of("zz", 1))
                .hasMessageContaining("'zz' is none of the declared fields [d, e]");
        assertThat(doc.a).isNull();
    }

    @Test
    void isCheckedWithinListsBeforeItIsWritten() {
        Doc doc = valid(1);
        session.flush();

        doc.b.add("text");

        assertThatThrownBy(session::flush)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("b.0: expected a whole number, got the text 'text'");
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
    }

    private Doc valid(int id) {
        Doc doc = new Doc(id);
        ObjectState.of(doc).set("s", "x");
        return session.save(doc);
    }

    @Test
    @Tag("ODM-V4")
    void thatIsStoredAndNotMappedIsLeftOutAndDefaultsAreFilledIn() {
        server.collection("doc")
                .insertOne(
                        new Document("_id", 1).append("s", "x").append("zz", 1).append("old", 5));

        Doc doc = session.find(Doc.class).one();

        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(ObjectState.of(doc).document()).containsEntry("n", 7).doesNotContainKeys("zz", "old", "m", "mn");
    }

    @Test
    @Tag("ODM-P1")
    @Tag("ODM-P2")
    void withoutValueAndDefaultIsAnErrorToReadOrNullIfMappedSo() {
        ObjectState<Doc> state = ObjectState.of(valid(1));

        assertThat(state.get("n")).isEqualTo(7);
        assertThat(state.get("mn")).isNull();
        assertThatThrownBy(() -> state.get("m"))
                .isInstanceOf(AttributeNotSetException.class)
                .hasMessageContaining("the document has no such field, and there is no default");
    }

    @Test
    @Tag("ODM-S7")
    void thatIsTakenOutIsWritten() {
        Doc doc = valid(1);
        session.flush();

        ObjectState.of(doc).unset("n");
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();

        assertThat(only()).doesNotContainKey("n");
    }

    @Test
    @Tag("ODM-S8")
    void thatIsNotMappedIsNeitherStoredNorTracked() {
        assertThatThrownBy(() -> ObjectState.of(valid(1)).set("unknown", 1))
                .hasMessageContaining("has no mapped attribute 'unknown'");
    }

    @Test
    @Tag("ODM-S6")
    void tracksListsAndDocumentsAtAnyDepth() {
        Doc doc = valid(1);
        ObjectState<Doc> state = ObjectState.of(doc);
        state.set("plain", Map.of("list", List.of(Map.of("deep", 1))));
        session.flush();

        Map<?, ?> outer = (Map<?, ?>) state.get("plain");
        deepest(outer).put("deep", 2);

        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        assertThat(only().toJson()).contains("\"deep\": 2");
    }

    @SuppressWarnings("unchecked") // made so by the test
    private static Map<String, Object> deepest(@Nullable Map<?, ?> outer) {
        List<?> list =
                (List<?>) Objects.requireNonNull(Objects.requireNonNull(outer).get("list"));
        return (Map<String, Object>) list.get(0);
    }

    @Test
    @Tag("ODM-S6")
    void tracksClearingSortingAndParts() {
        Doc doc = valid(1);
        doc.b = new java.util.ArrayList<>(List.of(3, 1, 2));
        session.flush();

        doc.b.sort(null);
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        doc.b.subList(0, 2).clear();
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();
        assertThat(only()).containsEntry("b", List.of(3));
        doc.b.clear();
        doc.c.clear();
        session.flush();
        assertThat(only()).containsEntry("b", List.of());
    }

    @Test
    void ofATypeThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> Schema.of(Thread.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Cannot map a field of type java.lang.Thread into a document");
    }
}
