package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.Mutable;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.value.ValueCopier;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import dev.grapnel.sql.schema.ColumnType;
import dev.grapnel.testkit.TestDatabases;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may be declared to be changed inside, by annotation and by a program. */
@DisplayName("@Mutable")
class MutableMappingTest {
    @Entity
    static class Text {
        @Id
        int id;

        @Mutable
        String text = "";
    }

    @Entity
    static class Key {
        @Id
        @Mutable
        byte[] id = {};
    }

    @Embeddable
    record Parts(int number, @Mutable byte[] code) {}

    @Entity
    static class KeyOfParts {
        @EmbeddedId
        Parts id = new Parts(1, new byte[0]);
    }

    @Entity
    static class Reference {
        @Id
        int id;

        @Mutable
        @ManyToOne
        @Nullable Reference other;
    }

    @Entity
    static class Elements {
        @Id
        int id;

        @Mutable
        @ElementCollection
        List<String> texts = new ArrayList<>();
    }

    static final class LettersCopier implements ValueCopier<char[]> {
        @Override
        public char[] copy(char[] letters) {
            return letters.clone();
        }
    }

    @Entity
    static class OtherCopier {
        @Id
        int id;

        @Mutable(copier = LettersCopier.class)
        byte[] bytes = {};
    }

    /** As the driver gives it. */
    static final class PointType implements ColumnType<StringBuilder> {
        @Override
        public DataType<StringBuilder> dataType() {
            return new org.jooq.impl.DefaultDataType<>(
                    org.jooq.SQLDialect.H2, StringBuilder.class, SQLDataType.VARCHAR.getTypeName());
        }
    }

    @Entity
    static class AsItIs {
        @Id
        int id;

        @Mutable
        @Nullable StringBuilder text;
    }

    @Entity
    static class Frames {
        @Id
        int id;

        @ElementCollection
        List<Sheets.Frame> frames = new ArrayList<>();
    }

    private static void assertRefused(String message, Class<?>... classes) {
        assertThatThrownBy(() -> Registry.of(classes).configure())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void isRefusedForAValueThatCannotBeChangedInside() {
        assertRefused(
                "values of java.lang.String cannot be changed inside, so that there is nothing to compare. Leave @Mutable out.",
                Text.class);
    }

    @Test
    void isRefusedForAKey() {
        assertRefused("@Mutable is for data, and the field has @Id or @Version. Leave it out.", Key.class);
        assertRefused("@Mutable is for data, and this is a part of a key. Leave it out.", KeyOfParts.class);
    }

    @Test
    void isRefusedForARelationshipAndForElements() {
        assertRefused("@Mutable", Reference.class);
        assertRefused("@Mutable", Elements.class);
        assertRefused(
                "Frames.frames: its elements have part 'frames.marks' with @Mutable, and changes inside of elements are not found."
                        + " Replace such elements and leave @Mutable out (in a program mutable()), or map them as an entity class.",
                Frames.class);
    }

    @Test
    void isRefusedWithACopierOfAnotherType() {
        assertRefused("is for [C, and the field is of [B. Use a copier for that type.", OtherCopier.class);
    }

    @Test
    void isRefusedWithoutACopierWhereNoneIsKnown() {
        assertRefused(
                "the column keeps values of java.lang.StringBuilder as they are, and nothing is known of how to copy them."
                        + " Name a copier with @Mutable(copier = …).",
                AsItIs.class,
                PointType.class);
    }

    /** The program does not look at its annotations. */
    @Entity
    static class Plain {
        @Id
        int id = 1;

        byte[] picture = {1};
        byte[] other = {1};

        int getId() {
            return id;
        }

        byte[] getPicture() {
            return picture;
        }

        byte[] getOther() {
            return other;
        }
    }

    @Test
    void canBeSaidByAProgram() {
        Registry registry = Registry.of(EntityMapping.of(Plain.class, m -> {
            m.id(Plain::getId);
            m.value(Plain::getPicture).mutable();
            m.value(Plain::getOther).mutable(byte[]::clone);
        }));
        try (Engine engine = TestDatabases.H2.open()) {
            Schema.of(registry).createAll(engine);
            try (Session session = SessionFactory.of(engine, registry).open()) {
                Plain plain = new Plain();
                session.add(plain);
                session.commit();
                plain.getPicture()[0] = 2;
                plain.getOther()[0] = 3;
                session.commit();
                assertThat(plain.getPicture()).containsExactly(2);
                assertThat(plain.getOther()).containsExactly(3);
            }
        } finally {
            registry.dispose();
        }
    }
}
