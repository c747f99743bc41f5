package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.mongo.family.Animal;
import dev.grapnel.mongo.family.Dog;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.schema.Schema;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A projection")
class ProjectionTest extends OneCollectionTest {

    @Override
    DocumentMapping<Doc> mapping() {
        return plain().field("v", Schema.integer()).versionedBy("v");
    }

    private Doc readOnly(FindOptions options) {
        session.clear();
        return session.find(Doc.class, new Document("_id", 1), options).one();
    }

    private void mapAnimals() {
        registry.map(DocumentMapping.of(Animal.class)
                .collection("animal")
                .field("id", "_id", Schema.integer())
                .field("kind", Schema.string())
                .polymorphicOn("kind")
                .polymorphicIdentity("animal"));
        registry.map(
                DocumentMapping.of(Dog.class).field("breed", Schema.string()).polymorphicIdentity("dog"));
    }

    @Test
    @Tag("ODM-F7")
    void takesNoPartOfAFieldSinceItWouldBeWrittenBackAsTheWhole() {
        assertThatThrownBy(() -> session.find(Doc.class, new Document(), FindOptions.NONE.projection("a", "c.d")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot query dev.grapnel.mongo.Doc with the projection 'c.d': it names a part of a"
                                + " field. Name whole fields as they are stored: [_id, a, b, c, v].");
    }

    @Test
    @Tag("ODM-F7")
    void takesNoFieldThatTheClassDoesNotHave() {
        assertThatThrownBy(() -> session.find(Doc.class, new Document(), FindOptions.NONE.projection("other")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("with the projection 'other': there is no such field. Name whole fields");
    }

    @Test
    @Tag("ODM-F7")
    void ofAFieldThatIsNotMappedLeavesItAsItIsStored() {
        saved(1, 5);
        server.collection("doc").updateOne(new Document(), new Document("$set", new Document("x", 9)));
        Doc doc = readOnly(FindOptions.NONE.keepExtra().projection("a", "x", "y"));

        doc.a = 6;
        session.flush();

        assertThat(only()).containsEntry("x", 9).containsEntry("a", 6);
    }

    @Test
    @Tag("ODM-F7")
    void readsTheVersionTooSoThatNoWriteLooksLate() {
        saved(1, 5);
        Doc doc = readOnly(FindOptions.NONE.projection("a"));

        doc.a = 6;
        session.flush();

        assertThat(only()).containsEntry("a", 6).containsEntry("v", 2);
    }

    @Test
    @Tag("ODM-Y2")
    void readsOfWhichClassADocumentIs() {
        mapAnimals();
        session.save(new Dog(1));
        session.flush();
        session.clear();

        Animal found = session.find(Animal.class, new Document(), FindOptions.NONE.projection("breed"))
                .one();

        assertThat(found).isInstanceOf(Dog.class);
    }

    @Test
    @Tag("ODM-F7")
    void ofAFieldOfAnotherClassTakesNothingAway() {
        mapAnimals();
        session.save(new Animal(1));
        session.flush();
        server.collection("animal").updateOne(new Document(), new Document("$set", new Document("breed", "none")));
        session.clear();
        Animal found = session.find(Animal.class, new Document(), FindOptions.NONE.projection("breed"))
                .one();

        found.kind = "animal ";
        session.flush();

        assertThat(server.documents("animal").get(0)).containsEntry("breed", "none");
    }
}
