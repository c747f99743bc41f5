package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.mapping.FieldOption;
import dev.grapnel.mongo.mapping.IndexDeclaration;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An index that a document class declares")
class IndexTest {
    @RegisterExtension
    final MemoryServer server = new MemoryServer();

    private final DocumentRegistry registry = DocumentRegistry.create();

    @SuppressWarnings("NullAway.Init") // made before each test
    private OdmSessionFactory sessions;

    @SuppressWarnings("NullAway.Init") // made before each test
    private OdmSession session;

    @BeforeEach
    void open() {
        sessions = OdmSessionFactory.of(server.store());
        session = sessions.open();
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    private static DocumentMapping<Doc> mapping() {
        return DocumentMapping.of(Doc.class)
                .collection("doc")
                .field("id", "_id", Schema.integer())
                .field("a", Schema.integer())
                .field("at", Schema.dateTime());
    }

    private List<Document> indexes() {
        List<Document> indexes = server.collection("doc").listIndexes().into(new ArrayList<>());
        indexes.removeIf(index -> index.getString("name").equals("_id_"));
        return indexes;
    }

    private List<String> names() {
        return indexes().stream().map(index -> index.getString("name")).toList();
    }

    /** The ways in which a class may be used for the first time. */
    enum FirstUse {
        INSERT(session -> {
            session.save(new Doc(1));
            session.flush();
        }),
        DELETE(session -> {
            session.delete(session.save(new Doc(1)));
            session.flush();
        }),
        UPDATE(session -> session.updateNow(session.save(new Doc(1)))),
        FIND(session -> session.find(Doc.class)),
        GET(session -> session.get(Doc.class, 1)),
        FIND_ONE(session ->
                session.findOneAndUpdate(Doc.class, Filters.eq("a", 1), Updates.set("a", 2), FindOneOptions.BEFORE)),
        REMOVE(session -> session.remove(Doc.class, Filters.eq("a", 1))),
        UPDATE_BY_QUERY(session ->
                session.update(Doc.class, Filters.eq("a", 1), Updates.set("a", 2), UpdateQuery.Options.FIRST)),
        AGGREGATE(session -> session.aggregate(Doc.class, List.of())),
        DISTINCT(session -> session.distinct(Doc.class, "a", new Document()));

        private final Consumer<OdmSession> use;

        FirstUse(Consumer<OdmSession> use) {
            this.use = use;
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("ODM-X1")
    void isMadeWhenTheClassIsFirstUsed(FirstUse first) {
        registry.map(mapping().index("a"));
        assertThat(indexes()).isEmpty();

        first.use.accept(session);

        assertThat(names()).containsExactly("a_1");
    }

    @Test
    @Tag("ODM-X1")
    void isMadeBeforeTheWritesOfAFlushThatAreSentTogether() {
        registry.map(mapping().index("a"));
        OdmSession together = sessions.bulkWrites(true).open();
        together.save(new Doc(1, 1));
        together.save(new Doc(2, 2));

        together.flush();

        assertThat(names()).containsExactly("a_1");
    }

    @Test
    @Tag("ODM-X1")
    void isMadeOnceAlsoIfItIsDroppedLater() {
        registry.map(mapping().index("a"));
        session.find(Doc.class).all();
        session.dropIndexes(Doc.class);

        session.find(Doc.class).all();
        sessions.open().find(Doc.class).all();
        assertThat(indexes()).isEmpty();

        session.ensureIndexes(Doc.class);
        assertThat(names()).containsExactly("a_1");
    }

    @Test
    @Tag("ODM-X1")
    void isMadeOnDemandOnlyIfTheFactorySaysSo() {
        registry.map(mapping().index("a"));
        OdmSession silent = sessions.automaticIndexes(false).open();
        silent.find(Doc.class).all();
        assertThat(indexes()).isEmpty();

        silent.ensureAllIndexes(registry);

        assertThat(names()).containsExactly("a_1");
    }

    @Test
    @Tag("ODM-X1")
    void ofASubclassIsMadeWithThoseOfItsCollection() {
        registry.map(mapping().index("a").polymorphicOn("kind").field("kind", Schema.string()));
        registry.map(DocumentMapping.of(Longer.class)
                .polymorphicIdentity("longer")
                .field("end", Schema.integer(), FieldOption.UNIQUE));

        session.find(Doc.class).all();

        assertThat(names()).containsExactlyInAnyOrder("a_1", "end_1");
    }

    /** A class below. */
    static class Longer extends Doc {
        int end;
    }

    @Test
    void hasTheOptionsThatAreDeclared() {
        registry.map(mapping()
                .index(IndexDeclaration.on("a", "-at").asUnique().asSparse().named("mine"))
                .index(IndexDeclaration.on("at").expiringAfter(Duration.ofMinutes(2)))
                .index(IndexDeclaration.on("-a").where(Filters.gt("a", 5))));

        session.ensureIndexes(Doc.class);

        assertThat(indexes())
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("name", "mine")
                        .containsEntry("key", new Document("a", 1).append("at", -1))
                        .containsEntry("unique", true)
                        .containsEntry("sparse", true));
        assertThat(names()).contains("at_1", "a_-1");
    }

    @Nested
    class ThatTheServerRefuses {
        @Test
        @Tag("ODM-X2")
        void forDuplicatesIsNamed() {
            server.collection("doc").insertOne(new Document("_id", 1).append("a", 5));
            server.collection("doc").insertOne(new Document("_id", 2).append("a", 5));
            registry.map(mapping().uniqueIndex("a"));

            assertThatThrownBy(() -> session.ensureIndexes(Doc.class))
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageStartingWith(
                            "Cannot make index 'a_1' of collection 'doc', which class dev.grapnel.mongo.Doc declares on [a]: it is unique, and several documents"
                                    + " have the same values. Correct the documents, or declare it without unique. The server said: ");
        }

        @Test
        void sinceAnotherHasItsNameIsNamed() {
            server.collection("doc")
                    .createIndex(
                            new Document("at", 1),
                            new IndexOptions().unique(true).name("mine"));
            registry.map(mapping()
                    .index(IndexDeclaration.on("a").asUnique().asSparse().named("mine")));

            assertThatThrownBy(() -> session.ensureIndexes(Doc.class))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith(
                            "Cannot make index 'mine' of collection 'doc', which class dev.grapnel.mongo.Doc declares on [a]: the collection has another index of that"
                                    + " name, or one on these fields with other options. Drop that index, or declare this one as it is there. The server said: ");
        }

        @Test
        void failsTheUseOfTheClassUntilItCanBeMade() {
            server.collection("doc").insertOne(new Document("_id", 1).append("a", 5));
            server.collection("doc").insertOne(new Document("_id", 2).append("a", 5));
            registry.map(mapping().uniqueIndex("a"));
            assertThatThrownBy(() -> session.find(Doc.class)).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> session.find(Doc.class)).isInstanceOf(IntegrityException.class);

            server.collection("doc").deleteOne(new Document("_id", 2));

            assertThat(session.find(Doc.class).all()).hasSize(1);
            assertThat(names()).containsExactly("a_1");
        }
    }

    @Nested
    class ThatCannotBe {
        @Test
        void namesAFieldThatDocumentsDoNotHave() {
            registry.map(mapping().index("a", "-b.c"));

            assertThatThrownBy(registry::configure)
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith(
                            "Cannot map class dev.grapnel.mongo.Doc: its index on [a, -b.c] names 'b', and its documents have the fields [_id, a, at]. Name fields"
                                    + " as they are stored; an index on a field of a subclass belongs to the subclass.");
        }

        @Test
        void hasNoField() {
            assertThatThrownBy(IndexDeclaration::on)
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith(
                            "Cannot declare an index without fields. Name at least one, as it is stored.");
        }

        @Test
        void expiresDocumentsBySeveralFields() {
            assertThatThrownBy(() -> IndexDeclaration.on("a", "at").expiringAfter(Duration.ofSeconds(1)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith(
                            "Cannot declare an index on [a, at] by which documents expire after PT1S: it takes one field, which holds a point in time, and a time"
                                    + " that is not negative.");
        }
    }
}
