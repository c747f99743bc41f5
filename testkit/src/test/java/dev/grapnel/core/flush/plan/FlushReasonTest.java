package dev.grapnel.core.flush.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.flush.explain.Reason;
import dev.grapnel.core.flush.plan.Orchard.Bird;
import dev.grapnel.core.flush.plan.Orchard.Leaf;
import dev.grapnel.core.flush.plan.Orchard.Soil;
import dev.grapnel.core.flush.plan.Orchard.Tree;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Why rows are written that the program did not touch itself, in the words of an explanation. */
@DisplayName("A row in the plan of a flush")
class FlushReasonTest extends OrchardTest {
    private Tree tree;
    private Leaf leaf;
    private Soil soil;
    private Bird bird;

    @BeforeEach
    void save() {
        tree = new Tree("tree");
        leaf = new Leaf("leaf");
        soil = new Soil("soil");
        bird = new Bird("bird");
        session.addAll(List.of(tree, leaf, soil, bird));
        session.flush();
    }

    private List<String> reasonsFor(Object object) {
        return session.explainFlush().rows().stream()
                .filter(row -> row.objects().stream().anyMatch(planned -> planned.object() == object))
                .flatMap(row -> row.reasons().stream())
                .map(Reason::toString)
                .toList();
    }

    @Nested
    class SaysWhy {
        @Test
        void aMemberIsNew() {
            tree.leaves.add(leaf);

            assertThat(reasonsFor(leaf)).containsExactly("it joined Tree[tree] along Tree.leaves");
        }

        @Test
        void aMemberHasLeft() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);

            assertThat(reasonsFor(leaf)).containsExactly("it left Tree[tree] along Tree.leaves, so its key is cleared");
        }

        @Test
        void aMemberOfADeletedOwnerHadLeftBefore() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);
            session.delete(tree);

            assertThat(reasonsFor(leaf)).containsExactly("it left Tree[tree] along Tree.leaves, so its key is cleared");
        }

        @Test
        void aMemberOfADeletedOwnerIsAnOrphan() {
            tree.buds.add(leaf);
            session.flush();
            tree.buds.remove(leaf);
            session.delete(tree);

            assertThat(reasonsFor(leaf))
                    .containsExactly("Tree[tree] let go of it along Tree.buds, which deletes orphans");
        }

        @Test
        void theOwnerOfAMemberIsDeleted() {
            tree.leaves.add(leaf);
            session.flush();
            session.delete(tree);

            assertThat(reasonsFor(leaf))
                    .containsExactly("Tree[tree] is deleted, so its key is cleared along Tree.leaves");
        }

        @Test
        void theOwnerOfAMemberHasAnotherKey() {
            tree.named.add(leaf);
            session.flush();
            tree.name = "elm";

            assertThat(reasonsFor(leaf))
                    .containsExactly("the key of Tree[tree] changes, which it has along Tree.named");
        }

        @Test
        void aPairIsNew() {
            tree.birds.add(bird);

            assertThat(reasonsFor(bird)).containsExactly("the pair along Tree.birds changed");
        }

        @Test
        void aKeyIsWrittenAlone() {
            tree.later = soil;

            assertThat(reasonsFor(tree)).contains("its key along Tree.later is written by an update of its own");
        }
    }

    @Nested
    class IsRefused {
        @SuppressWarnings({"unchecked", "rawtypes"}) // what a program may do to a list in spite of its type
        private void put(List<?> collection, Object wrong) {
            ((List) collection).add(wrong);
        }

        @Test
        void forNullAmongPairs() {
            put(tree.birds, null);

            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageStartingWith(
                            "Cannot flush a null in collection Tree.birds. Remove it from the collection.");
        }

        @Test
        void forNullAmongMembers() {
            put(tree.leaves, null);

            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageStartingWith("Cannot flush a null in collection Tree.leaves.");
        }
    }
}
