package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.family.Animal;
import dev.grapnel.mongo.family.Dog;
import dev.grapnel.mongo.field.EmbeddedMapping;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.schema.Schema;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mapping onto a collection")
class MappingRefusalTest {
    private final DocumentRegistry registry = DocumentRegistry.create();

    /** Two of its classes would look the same. */
    sealed interface Sound permits Bark, Song {}

    @Embeddable
    @DiscriminatorValue("loud")
    record Bark(int times) implements Sound {}

    @Embeddable
    @DiscriminatorValue("loud")
    record Song(int verses) implements Sound {}

    @AfterEach
    void free() {
        registry.dispose();
    }

    private static DocumentMapping<Animal> animal() {
        return DocumentMapping.of(Animal.class)
                .collection("animal")
                .field("id", "_id", Schema.integer())
                .field("kind", Schema.string())
                .polymorphicOn("kind")
                .polymorphicIdentity("animal");
    }

    private void refused(String message) {
        assertThatThrownBy(registry::configure)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    @Test
    @Tag("ODM-P1")
    void storesNoTwoAttributesUnderOneName() {
        registry.map(OneCollectionTest.plain().field("e", "a", Schema.string()));

        refused("Cannot store dev.grapnel.mongo.Doc.e under the name 'a': dev.grapnel.mongo.Doc.a is stored there."
                + " Give one of them another name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.y", "$x", "", "x\0"})
    @Tag("ODM-P1")
    void storesNoAttributeUnderANameThatServersTakeForSomethingElse(String name) {
        registry.map(OneCollectionTest.plain().field("e", name, Schema.string()));

        refused("Cannot store dev.grapnel.mongo.Doc.e under the name '" + name + "': names of fields are not empty");
        assertThatThrownBy(() -> Schema.document().field(name, Schema.string())).isInstanceOf(MappingException.class);
        EmbeddedMapping bark = EmbeddedMapping.of(Bark.class).field("times", name, Schema.integer());
        assertThatThrownBy(bark::asField).hasMessageContaining("Cannot store " + Bark.class.getName() + ".times under");
    }

    @Test
    @Tag("ODM-Y1")
    void tellsEachClassOfAHierarchyApart() {
        registry.map(animal());
        registry.map(DocumentMapping.of(Dog.class).polymorphicIdentity("animal"));

        refused("Cannot map class dev.grapnel.mongo.family.Dog: the value animal of 'kind' stands for"
                + " dev.grapnel.mongo.family.Animal. Give each class a value of its own.");
    }

    @Test
    @Tag("ODM-Y1")
    void givesEachClassThatHasObjectsAValue() {
        registry.map(animal());
        registry.map(DocumentMapping.of(Dog.class));

        refused("Cannot map class dev.grapnel.mongo.family.Dog: the classes in collection 'animal' are told apart by"
                + " 'kind', and it has no value there. Give it one with polymorphicIdentity or @DiscriminatorValue");
    }

    @Test
    void countsVersionsInWholeNumbers() {
        registry.map(OneCollectionTest.plain().field("v", Schema.string()).versionedBy("v"));

        refused(
                "Cannot count versions in Doc.v: expected a text, got 1 of java.lang.Long. Let the version be a field of"
                        + " whole numbers.");
    }

    @Test
    void tellsEachEmbeddableClassApart() {
        assertThatThrownBy(() -> EmbeddedMapping.annotated(Sound.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Cannot embed values of " + Sound.class.getName() + ": loud stands for "
                        + Bark.class.getName() + " and for " + Song.class.getName()
                        + ". Give each class a @DiscriminatorValue of its own.");
    }

    @Test
    @Tag("ODM-P1")
    void storesAnInheritedAttributeOnce() {
        registry.map(animal());
        registry.map(DocumentMapping.of(Dog.class)
                .field("kind", Schema.string().notNull())
                .polymorphicIdentity("dog"));

        registry.configure();

        assertThat(registry.mappers()).hasSize(2);
    }
}
