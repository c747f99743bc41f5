package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.KeyedBy;
import dev.grapnel.core.annotation.SortedBy;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.CustomCollection;
import dev.grapnel.sql.Registry;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fields that cannot hold a collection that is watched, and what the error says. */
@DisplayName("A field for several objects is refused")
class CollectionMappingTest {
    @Entity
    static class Leaf {
        @Id
        Integer id;
    }

    @Entity
    static class WithLinkedList {
        @Id
        Integer id;

        @ManyToMany
        LinkedList<Leaf> leaves;
    }

    @Entity
    static class WithHashSet {
        @Id
        Integer id;

        @ManyToMany
        HashSet<Leaf> leaves;
    }

    @Entity
    static class WithMapWithoutKey {
        @Id
        Integer id;

        @ManyToMany
        Map<String, Leaf> leaves;
    }

    @Entity
    static class WithTwoKeys {
        @Id
        Integer id;

        @ManyToMany
        @MapKey(name = "id")
        @KeyedBy(Same.class)
        Map<Integer, Leaf> leaves;
    }

    @Entity
    static class WithOrderOfASet {
        @Id
        Integer id;

        @ManyToMany
        @SortedBy(NoConstructor.class)
        Set<Leaf> leaves;
    }

    @Entity
    static class WithComparatorThatCannotBeMade {
        @Id
        Integer id;

        @ManyToMany
        @SortedBy(NoConstructor.class)
        SortedSet<Leaf> leaves;
    }

    @Entity
    static class WithAbstractCollection {
        @Id
        Integer id;

        @ManyToMany
        Pile leaves;
    }

    abstract static class Pile extends CustomCollection<Leaf> {
        private static final long serialVersionUID = 1L;

        @Override
        protected abstract Iterator<Leaf> elementIterator();
    }

    static final class Same implements Function<Leaf, Integer> {
        @Override
        public Integer apply(Leaf leaf) {
            return leaf.id;
        }
    }

    static final class NoConstructor implements java.util.Comparator<Leaf> {
        private final int factor;

        NoConstructor(int factor) {
            this.factor = factor;
        }

        @Override
        public int compare(Leaf one, Leaf other) {
            return factor * one.id.compareTo(other.id);
        }
    }

    private static void refused(Class<?> type, String... parts) {
        assertThatThrownBy(() -> {
                    try (AutoDispose mapped = new AutoDispose(Registry.of(type, Leaf.class))) {
                        mapped.registry().configure();
                    }
                })
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll(parts);
    }

    private record AutoDispose(Registry registry) implements AutoCloseable {
        @Override
        public void close() {
            registry.dispose();
        }
    }

    @Test
    @Tag("A-25")
    void ifItIsOfAClassThatCannotBeWatched() {
        refused(
                WithLinkedList.class,
                "WithLinkedList.leaves",
                "java.util.LinkedList cannot be watched",
                "Declare it as java.util.List",
                "CustomCollection");
        refused(WithHashSet.class, "java.util.HashSet cannot be watched");
    }

    @Test
    @Tag("A-25")
    void ifNothingTellsTheKeysOfAMap() {
        refused(WithMapWithoutKey.class, "Add @MapKey(name = …)", "@KeyedBy");
    }

    @Test
    void ifTwoThingsTellTheKeysOfAMap() {
        refused(WithTwoKeys.class, "@MapKey and @KeyedBy", "Decide for one");
    }

    @Test
    void ifASetThatIsNotSortedHasAnOrder() {
        refused(WithOrderOfASet.class, "@SortedBy is for sorted sets and maps", "java.util.SortedSet");
    }

    @Test
    void ifItsComparatorCannotBeMade() {
        refused(WithComparatorThatCannotBeMade.class, "NoConstructor", "has no constructor without arguments");
    }

    @Test
    @Tag("A-25")
    void ifItsOwnCollectionClassIsAbstract() {
        refused(WithAbstractCollection.class, "Pile", "is abstract");
    }
}
