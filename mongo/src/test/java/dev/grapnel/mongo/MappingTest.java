package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.mapping.FieldOption;
import dev.grapnel.mongo.mapping.IndexDeclaration;
import dev.grapnel.mongo.mapping.OlderVersion;
import dev.grapnel.mongo.schema.DocumentSchema;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The mapping of a class")
class MappingTest {
    @RegisterExtension
    final MemoryServer server = new MemoryServer();

    private final DocumentRegistry registry = DocumentRegistry.create();
    private final List<String> trace = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private OdmSession session;

    @BeforeEach
    void open() {
        session = OdmSessionFactory.of(server.store()).open();
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    private static DocumentMapping<Doc> mapping() {
        return DocumentMapping.of(Doc.class)
                .collection("doc")
                .field("id", "_id", Schema.integer())
                .field("a", Schema.integer());
    }

    private Doc flushed(int id, int a) {
        Doc doc = session.save(new Doc(id, a));
        session.flush();
        return doc;
    }

    @Test
    @Tag("ODM-M1")
    void isRefusedWithoutCollectionOrId() {
        assertThatThrownBy(() -> registry.map(DocumentMapping.of(Doc.class)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it has no collection. Name one with collection(…)");
        registry.map(DocumentMapping.of(Doc.class).collection("doc").field("a", Schema.integer()));
        assertThatThrownBy(() -> DocumentMapper.of(Doc.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no field is stored as _id");
    }

    @Test
    @Tag("ODM-M2")
    void withoutASessionMakesObjectsOfNobody() {
        Object doc = registry.map(mapping()).create(Map.of("id", 1));

        assertThat(ObjectState.of(doc).session()).isNull();
        session.save(doc);
        session.flush();
        assertThat(server.documents("doc")).hasSize(1);
    }

    @Test
    @Tag("ODM-M3")
    void withASessionSavesWhatItMakesIfThatIsValid() {
        DocumentMapper mapper = registry.map(mapping().session(session));

        assertThat(session.contains(mapper.create(Map.of("id", 1)))).isTrue();
        assertThatThrownBy(() -> mapper.create(Map.of("a", "text"))).isInstanceOf(ValidationException.class);
        assertThat(session.unitOfWork().size()).isEqualTo(1);
    }

    @Test
    @Tag("ODM-M6")
    void isFoundByItsClass() {
        DocumentMapper mapper = registry.map(mapping());

        assertThat(DocumentMapper.of(Doc.class)).isSameAs(mapper);
        assertThatThrownBy(() -> DocumentMapper.of(String.class))
                .isInstanceOf(UnmappedClassException.class)
                .hasMessageContaining("Class java.lang.String is not mapped onto a collection.");
    }

    @Test
    @Tag("ODM-N1")
    void makesAnExtensionForEachTimeItIsListed() {
        DocumentMapper mapper = registry.map(
                mapping().extensions(own -> new ClassRecorder("one", trace), own -> new ClassRecorder("two", trace)));

        assertThat(mapper.extensions()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    @Tag("ODM-N2")
    void takesExtensionsThatHaveSomeHooksOnly() {
        registry.map(mapping().extensions(own -> new MapperExtension<Doc>() {}));

        flushed(1, 1);

        assertThat(server.documents("doc")).hasSize(1);
    }

    @Test
    @Tag("ODM-X1")
    void makesTheIndexesThatItDeclares() {
        registry.map(mapping()
                .field("u", Schema.integer(), FieldOption.UNIQUE)
                .field("x", Schema.integer(), FieldOption.INDEXED)
                .field("z", Schema.integer())
                .index("x", "-a")
                .index(IndexDeclaration.on("z").asSparse()));

        session.ensureIndexes(Doc.class);

        List<Object> keys = new ArrayList<>();
        server.collection("doc").listIndexes().forEach(index -> keys.add(index.get("key")));
        assertThat(keys)
                .contains(
                        new Document("u", 1),
                        new Document("x", 1),
                        new Document("x", 1).append("a", -1),
                        new Document("z", 1));
        session.dropIndexes(Doc.class);
        assertThat(server.collection("doc").listIndexes().into(new ArrayList<>()))
                .hasSize(1);
    }

    @Test
    @Tag("ODM-X2")
    void hasAViolatedIndexRefuseTheWrite() {
        registry.map(mapping().uniqueIndex("a"));
        session.ensureIndexes(Doc.class);
        flushed(1, 1);
        session.save(new Doc(2, 1));

        assertThatThrownBy(session::flush).isInstanceOf(MongoWriteException.class);
    }

    @Test
    @Tag("ODM-V5")
    void generatesAnIdBeforeAnyHook() {
        registry.map(DocumentMapping.of(Doc.class).collection("doc").field("id", "_id", Schema.objectId()));

        Doc doc = session.save(new Doc());

        assertThat(doc.id).isInstanceOf(ObjectId.class);
    }

    @Test
    @Tag("ODM-B1")
    void changesWhatIsWrittenAndNotTheObject() {
        registry.map(mapping().beforeSave(document -> document.put("a", 1000)));

        Doc doc = flushed(1, 1);

        assertThat(doc.a).isEqualTo(1);
        assertThat(server.documents("doc")).containsExactly(new Document("_id", 1).append("a", 1000));
    }

    private void versions() {
        DocumentSchema first = DocumentSchema.of()
                .field("_id", Schema.integer())
                .field("title", Schema.string().required());
        DocumentSchema second = DocumentSchema.of()
                .field("_id", Schema.integer())
                .field("name", Schema.string().required());
        registry.map(mapping()
                .field("full", Schema.string().required())
                .versionOf(new OlderVersion(
                        second,
                        document -> renamed(document, "name", "full"),
                        new OlderVersion(first, document -> renamed(document, "title", "name"), null))));
        server.collection("doc").insertOne(new Document("_id", 1).append("title", "old"));
        server.collection("doc").insertOne(new Document("_id", 2).append("name", "newer"));
    }

    private static Document renamed(Document document, String from, String to) {
        document.put(to, document.remove(from));
        return document;
    }

    @Test
    @Tag("ODM-G1")
    @Tag("ODM-G2")
    void migratesOlderDocumentsWhenTheyAreLoaded() {
        versions();

        List<Doc> docs = session.find(Doc.class).sort(new Document("_id", 1)).all();

        assertThat(docs).extracting(doc -> ObjectState.of(doc).get("full")).containsExactly("old", "newer");
        assertThat(session.dirty()).isEmpty();
        assertThat(server.documents("doc").get(0)).containsEntry("title", "old");
    }

    @Test
    @Tag("ODM-G1")
    void refusesADocumentThatFitsNoVersion() {
        versions();
        server.collection("doc").insertOne(new Document("_id", 3));

        assertThatThrownBy(() -> session.get(Doc.class, 3))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("full: the field is required, and missing");
    }

    @Test
    @Tag("ODM-G3")
    void migratesAWholeCollectionWithoutHooksOfObjects() {
        versions();
        session.registerExtension(own -> new Recorder("S", trace));

        session.migrateAll(Doc.class);

        assertThat(trace).isEmpty();
        assertThat(server.documents("doc"))
                .allSatisfy(document -> assertThat(document).containsKey("full"));
    }

    @Test
    void countsTheWritesOfAVersionedDocument() {
        registry.map(mapping().field("v", Schema.integer()).versionedBy("v"));
        Doc doc = flushed(1, 1);
        doc.a = 2;
        session.flush();

        assertThat(server.documents("doc").get(0)).containsEntry("v", 2);
        assertThat(ObjectState.of(doc).get("v")).isEqualTo(2);
    }

    @Test
    void refusesAWriteOverSomebodyElsesAndTellsTheExtensions() {
        registry.map(mapping().field("v", Schema.integer()).versionedBy("v"));
        Doc doc = flushed(1, 1);
        OdmSession other = OdmSessionFactory.of(server.store()).open();
        Doc theirs = Objects.requireNonNull(other.get(Doc.class, 1));
        theirs.a = 7;
        other.flush();
        session.registerExtension(own -> new SessionExtension() {
            @Override
            public void conflict(Object object, ObjectState<?> state, StaleDataException conflict) {
                trace.add("conflict " + state.document().get("_id"));
            }
        });

        doc.a = 2;
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining(
                        "its document was changed or deleted since it was loaded. Refresh the object and do it again.");
        assertThat(trace).containsExactly("conflict 1");
        assertThat(session.dirty()).containsExactly(doc);
        session.delete(doc);
        assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        session.refresh(doc);
        doc.a = 8;
        session.flush();
        assertThat(server.documents("doc").get(0)).containsEntry("a", 8).containsEntry("v", 3);
    }
}
