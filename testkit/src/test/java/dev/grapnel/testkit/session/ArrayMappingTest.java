package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.ArrayColumn;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Shelves.Shelf;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which arrays can be mapped, and where. */
@DisplayName("An array")
class ArrayMappingTest {
    @Entity
    static class OfArray {
        @Id
        int id;

        @ArrayColumn
        String @Nullable [] texts;
    }

    @Entity
    static class OfMap {
        @Id
        int id;

        @ArrayColumn
        @Nullable Map<String, String> texts;
    }

    @Entity
    static class OfAnything {
        @Id
        int id;

        @ArrayColumn
        @SuppressWarnings("rawtypes") // what is refused
        @Nullable List texts;
    }

    @Entity
    static class OfThreads {
        @Id
        int id;

        @ArrayColumn
        @Nullable List<Thread> threads;
    }

    @Entity
    static class OfArrays {
        @Id
        int id;

        String @Nullable [][] table;
    }

    private static void assertRefused(Class<?> type, String message) {
        assertThatThrownBy(() -> Registry.of(type).configure())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void isRefusedWhereTheDatabaseHasNone() {
        Registry registry = Registry.of(Shelf.class);
        try (Engine engine = TestDatabases.SQLITE_MEMORY.open()) {
            assertThatThrownBy(() -> Schema.of(registry).createAll(engine))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("Cannot keep column shelf.titles as an array: SQLite has no arrays."
                            + " Keep the elements in a table of their own with @ElementCollection, or all of them in one text or JSON document"
                            + " with @Convert.");
            assertThatThrownBy(() -> Schema.of(registry).print(SQLDialect.MARIADB))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("MariaDB has no arrays");
        } finally {
            registry.dispose();
        }
    }

    @Test
    void isPrintedWithTheSizesOfItsElements() {
        Registry registry = Registry.of(Shelf.class);
        try {
            String ddl = Schema.of(registry).print(SQLDialect.POSTGRES);
            assertThat(ddl)
                    .contains(
                            "\"titles\" varchar(40)[]",
                            "\"pages\" int[]",
                            "\"prices\" numeric(10, 2)[]",
                            "\"tags\" varchar(40)[]");
        } finally {
            registry.dispose();
        }
    }

    @Test
    void isRefusedForWhatNeedsOrHasNoAnnotation() {
        assertRefused(OfArray.class, "@ArrayColumn is for collections, and an array is kept so anyway. Leave it out.");
        assertRefused(
                OfMap.class,
                "it has @ArrayColumn, and is of java.util.Map. Declare it as java.util.List, java.util.Set or java.util.Collection.");
    }

    @Test
    void isRefusedForElementsThatAreNotKnown() {
        assertRefused(
                OfAnything.class,
                "the type of its elements is not known, because List has no type argument. Declare it like List<String>.");
        assertRefused(OfThreads.class, "its elements are of java.lang.Thread, and no column keeps arrays of those.");
        assertRefused(OfArrays.class, "no column type is known for values of [[Ljava.lang.String;");
    }
}
