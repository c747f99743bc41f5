package dev.grapnel.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.mongo.AnnotatedClasses;
import dev.grapnel.mongo.annotation.DocumentField;
import dev.grapnel.mongo.annotation.StoredIn;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.IndexDeclaration;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An index of a field of one of several embeddable classes")
class FamilyIndexTest extends AnnotatedClasses {
    FamilyIndexTest() {
        super(Zoo.class);
    }

    /** Has several classes, which share a field. */
    sealed interface Beast permits Lion, Eel {}

    /** An object. */
    @Embeddable
    static final class Lion implements Beast {
        @DocumentField(indexed = true)
        @Nullable String name;
    }

    /** A value. */
    @Embeddable
    record Eel(
            @DocumentField(indexed = true) @Nullable String name,

            @DocumentField(unique = true, sparse = true) @Nullable String tank)
            implements Beast {}

    /** Has one of them, and a list. */
    @Entity
    @StoredIn("zoo")
    static class Zoo {
        @Id
        @Nullable Integer id;

        @Nullable Beast star;

        List<Beast> beasts = new ArrayList<>();
    }

    @Test
    @Tag("ODM-X1")
    void isDeclaredOnceForEachFieldThatHoldsThem() {
        assertThat(DocumentMapper.of(Zoo.class).indexes())
                .containsExactly(
                        IndexDeclaration.on("star.name"),
                        IndexDeclaration.on("star.tank").asUnique().asSparse(),
                        IndexDeclaration.on("beasts.name"),
                        IndexDeclaration.on("beasts.tank").asUnique().asSparse());
    }

    @Test
    @Tag("ODM-X1")
    void isMadeWhenTheClassIsUsed() {
        Zoo zoo = new Zoo();
        zoo.id = 1;
        session.save(zoo);
        session.flush();

        assertThat(server.collection("zoo").listIndexes())
                .extracting((Document index) -> index.getString("name"))
                .contains("star.name_1", "beasts.tank_1");
    }
}
