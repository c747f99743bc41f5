package dev.grapnel.mongo;

import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What most tests need: one class in one collection, one session, and a trace of what is called. */
abstract class OneCollectionTest {
    @RegisterExtension
    final MemoryServer server = new MemoryServer();

    final DocumentRegistry registry = DocumentRegistry.create();
    final List<String> trace = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    OdmSessionFactory sessions;

    @SuppressWarnings("NullAway.Init") // made before each test
    OdmSession session;

    @BeforeEach
    final void map() {
        registry.map(mapping());
        sessions = OdmSessionFactory.of(server.store());
        configure(sessions);
        session = sessions.open();
    }

    @AfterEach
    final void free() {
        registry.dispose();
    }

    /** The fields of the class. */
    static DocumentMapping<Doc> plain() {
        return DocumentMapping.of(Doc.class)
                .collection("doc")
                .field("id", "_id", Schema.integer())
                .field("a", Schema.integer())
                .field("b", Schema.array(Schema.integer()))
                .field(
                        "c",
                        Schema.document()
                                .field("d", Schema.integer())
                                .field("e", Schema.integer())
                                .asField());
    }

    /** How the class is mapped. */
    DocumentMapping<Doc> mapping() {
        return plain();
    }

    /** What the factory is told. */
    void configure(OdmSessionFactory factory) {}

    static DocumentMapper mapper() {
        return DocumentMapper.of(Doc.class);
    }

    static ObjectStatus status(Object object) {
        return ObjectState.of(object).status();
    }

    Doc saved(int id, int a) {
        Doc doc = session.save(new Doc(id, a));
        session.flush();
        return doc;
    }

    void stored(int id, int a) {
        server.collection("doc").insertOne(document(id, a));
    }

    static Document document(int id, @Nullable Integer a) {
        return new Document("_id", id)
                .append("a", a)
                .append("b", List.of())
                .append("c", new Document("d", null).append("e", null));
    }

    Document only() {
        return server.documents("doc").get(0);
    }

    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            values.put((String) pairs[at], pairs[at + 1]);
        }
        return values;
    }
}
