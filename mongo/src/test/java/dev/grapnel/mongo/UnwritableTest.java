package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.ValidationException;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An object that no document can be made of")
class UnwritableTest extends OneCollectionTest {
    private static final String TOO_LONG = "x".repeat(17_000_000);

    @Override
    DocumentMapping<Doc> mapping() {
        return plain().field("any", Schema.any());
    }

    private OdmSession session(boolean bulk) {
        return OdmSessionFactory.of(server.store()).bulkWrites(bulk).open();
    }

    private static Doc doc(int id, Object any) {
        Doc doc = new Doc(id, id);
        ObjectState.of(doc).set("any", any);
        return doc;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("ODM-E4")
    void isNamedWithItsField(boolean bulk) {
        OdmSession own = session(bulk);
        own.save(doc(1, "fine"));
        Doc wrong = own.save(doc(2, List.of(Optional.of("x"))));

        assertThatThrownBy(own::flush)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(
                        "Cannot write the new Doc with _id 2: any holds a value that cannot be stored: Can't find a codec for")
                .hasMessageContaining("java.util.Optional")
                .hasMessageContaining("Correct it and flush again.")
                .hasCauseInstanceOf(CodecConfigurationException.class);
        assertThat(status(wrong)).isEqualTo(ObjectStatus.NEW);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("ODM-E4")
    void isNamedIfItIsTooLarge(boolean bulk) {
        OdmSession own = session(bulk);
        own.save(doc(1, TOO_LONG));

        assertThatThrownBy(own::flush)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Cannot write the new Doc with _id 1: its document has 170000")
                .hasMessageContaining("bytes, and a server takes 16777216. Correct it and flush again.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("ODM-E4")
    void isNamedIfItsTimeIsTooFarAway(boolean bulk) {
        OdmSession own = session(bulk);
        own.save(doc(1, Instant.MAX));

        assertThatThrownBy(own::flush)
                .hasMessageContaining("with _id 1: any holds a value that cannot be stored: long overflow. Correct it");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("ODM-E5")
    void leavesThoseBeforeItWrittenOnce(boolean bulk) {
        OdmSession own = session(bulk);
        own.save(doc(1, "first"));
        own.save(doc(2, "x".repeat(2_000_000)));
        Doc large = own.save(doc(3, TOO_LONG));
        own.save(doc(4, "last"));
        assertThatThrownBy(own::flush).hasMessageContaining("with _id 3");

        ObjectState.of(large).set("any", "short");
        own.flush();

        assertThat(server.documents("doc")).extracting(each -> each.get("_id")).containsExactly(1, 2, 3, 4);
        assertThat(own.newObjects()).isEmpty();
    }

    @Test
    @Tag("ODM-E5")
    void doesNotUndoWhatWasInsertedBeforeAnUpdateOfIt() {
        OdmSession own = session(true);
        own.save(doc(2, "old"));
        own.flush();
        own.clear();
        Doc inserted = own.save(doc(1, "new"));
        Doc changed = own.find(Doc.class, new Document("_id", 2)).one();
        ObjectState.of(changed).set("any", BigInteger.TEN);

        assertThatThrownBy(own::flush).hasMessageContaining("Cannot write Doc[2]: any holds");

        assertThat(status(inserted)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(own.dirty()).containsExactly(changed);
    }
}
