package dev.grapnel.sql.mapping.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.CollectionKind;
import jakarta.persistence.AccessType;
import jakarta.persistence.ElementCollection;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of the interfaces that collections have since Java 21; named, since the tests are compiled for an older one. */
class SequencedTypesTest {
    static class Owner {
        @ElementCollection
        Collection<String> things;
    }

    private static EntityField field() {
        PersistentFields.Member things =
                PersistentFields.of(Owner.class, AccessType.FIELD).get(0);
        return new EntityField(Owner.class, things, Overrides.NONE, new Converters());
    }

    @Test
    void areNoneOfTheOthers() {
        assertThat(SequencedTypes.isCollection(List.class)).isFalse();
        assertThat(SequencedTypes.advice(List.class)).isEmpty();
    }

    @Nested
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("on Java 21 and newer")
    class OnNewJava {
        @Test
        void collectionIsAList() throws Exception {
            Class<?> type = Class.forName("java.util.SequencedCollection");

            assertThat(CollectionKinds.of(field(), type)).isSameAs(CollectionKind.LIST);
            assertThat(ElementReader.readIfAny(field().as(type))).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Set", "Map"})
        void setsAndMapsAreRefusedWithWhatToDeclareInstead(String kind) throws Exception {
            Class<?> type = Class.forName("java.util.Sequenced" + kind);
            String advice =
                    "A java.util." + kind + " keeps the order of insertion as well, without the methods for its ends.";

            assertThatThrownBy(() -> CollectionKinds.of(field(), type))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("it refers to several objects, and java.util.Sequenced" + kind + " cannot")
                    .hasMessageContaining(advice);
            assertThatThrownBy(() -> ElementReader.readIfAny(field().as(type)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("it holds several values, and java.util.Sequenced" + kind + " cannot")
                    .hasMessageContaining(advice);
        }
    }
}
