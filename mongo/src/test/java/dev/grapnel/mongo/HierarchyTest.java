package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.mongo.family.Animal;
import dev.grapnel.mongo.family.Dog;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.mapping.UnknownIdentityException;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Classes in one collection")
class HierarchyTest {
    @RegisterExtension
    final MemoryServer server = new MemoryServer();

    private final DocumentRegistry registry = DocumentRegistry.create();
    private final List<String> trace = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private OdmSession session;

    @BeforeEach
    void map() {
        registry.map(DocumentMapping.of(Animal.class)
                .collection("animal")
                .field("id", "_id", Schema.integer())
                .field("kind", Schema.string())
                .polymorphicOn("kind")
                .polymorphicIdentity("animal")
                .extensions(mapper -> {
                    trace.add("made for " + mapper.type().getSimpleName());
                    return new ClassRecorder(mapper.type().getSimpleName(), trace);
                }));
        session = OdmSessionFactory.of(server.store()).open();
    }

    private DocumentMapping<Dog> dog() {
        return DocumentMapping.of(Dog.class).field("breed", Schema.string()).polymorphicIdentity("dog");
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    private void store() {
        registry.map(dog());
        session.save(new Animal(1));
        session.save(new Dog(2));
        session.flush();
        session.clear();
        trace.clear();
    }

    @Test
    @Tag("ODM-Y1")
    void haveAValueOfTheirOwnInTheDiscriminator() {
        store();

        assertThat(server.documents("animal"))
                .containsExactly(
                        new Document("_id", 1).append("kind", "animal"),
                        new Document("_id", 2).append("kind", "dog").append("breed", null));
    }

    @Test
    @Tag("ODM-Y2")
    void areToldByTheDiscriminatorOfARow() {
        store();
        server.collection("animal").insertOne(new Document("_id", 3));

        List<Animal> all =
                session.find(Animal.class).sort(new Document("_id", 1)).all();

        assertThat(all).hasExactlyElementsOfTypes(Animal.class, Dog.class, Animal.class);
    }

    @Test
    @Tag("ODM-Y2")
    void refuseARowOfAnUnknownClassAndTheCursorGoesOn() {
        store();
        server.collection("animal")
                .updateOne(new Document("_id", 1), new Document("$set", new Document("kind", "cat")));
        OdmCursor<Animal> cursor = session.find(Animal.class).sort(new Document("_id", 1));

        assertThatThrownBy(cursor::next)
                .isInstanceOf(UnknownIdentityException.class)
                .hasMessageContaining("its kind is cat, and the mapped classes stand for [animal, dog]");
        assertThat(cursor.next()).isInstanceOf(Dog.class);
    }

    @Test
    @Tag("ODM-Y3")
    void areQueriedAndRemovedEachForItself() {
        store();

        assertThat(session.find(Dog.class).all()).hasSize(1);
        assertThat(session.distinct(Dog.class, "kind", new Document())).containsExactly("dog");
        session.remove(Dog.class, new Document());
        assertThat(server.documents("animal")).hasSize(1);
    }

    @Test
    @Tag("ODM-Y3")
    void areQueriedTogetherIfTheMappingSaysSo() {
        registry.map(dog().queriesWholeCollection());
        session.save(new Animal(1));
        session.save(new Dog(2));
        session.flush();
        trace.clear();

        assertThat(session.remove(Dog.class, new Document()).getDeletedCount()).isEqualTo(2);
        assertThat(trace).containsExactly("Dog before_remove", "Dog after_remove");
    }

    @Test
    @Tag("ODM-Y4")
    @Tag("ODM-M4")
    void haveTheHooksOfTheirOwnExtensions() {
        store();
        Dog dog = session.find(Dog.class).one();

        dog.breed = "x";
        session.flush();

        assertThat(trace).containsExactly("Dog before_update 2 dirty", "Dog after_update 2 clean");
    }

    @Test
    @Tag("ODM-M4")
    void haveExtensionsOfTheirOwnUnlessTheyListOthers() {
        registry.map(dog());
        assertThat(trace).containsExactly("made for Animal", "made for Dog");
        registry.dispose();
        DocumentRegistry other = DocumentRegistry.create();
        try {
            other.map(DocumentMapping.of(Animal.class)
                    .collection("animal")
                    .field("id", "_id", Schema.integer())
                    .extensions(mapper -> new ClassRecorder("A", trace)));
            assertThat(other.map(DocumentMapping.of(Dog.class).extensions()).extensions())
                    .isEmpty();
        } finally {
            other.dispose();
        }
    }

    @Test
    @Tag("ODM-I4")
    void giveOneObjectForOneDocument() {
        store();
        Dog dog = session.find(Dog.class).one();

        assertThat(session.get(Animal.class, 2)).isSameAs(dog);
        assertThat(session.find(Animal.class, new Document("_id", 2)).one()).isSameAs(dog);
    }

    /** Has no objects. */
    @Entity
    abstract static class Wild extends Animal {
        Wild(int id) {
            super(id);
        }
    }

    /** Is found as a wild animal too. */
    @Entity
    static final class Fox extends Wild {
        Fox(int id) {
            super(id);
        }
    }

    @Test
    @Tag("ODM-Y3")
    void areFoundByAnAbstractClassAboveThem() {
        registry.map(DocumentMapping.of(Wild.class));
        registry.map(DocumentMapping.of(Fox.class).polymorphicIdentity("fox"));
        store();
        session.save(new Fox(3));
        session.flush();
        session.clear();

        assertThat(session.find(Wild.class).all()).singleElement().isInstanceOf(Fox.class);
    }
}
