package dev.grapnel.core.flush.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.flush.plan.DependencyRule.ChildAction;
import dev.grapnel.core.flush.plan.Orchard.Bird;
import dev.grapnel.core.flush.plan.Orchard.Leaf;
import dev.grapnel.core.flush.plan.Orchard.Soil;
import dev.grapnel.core.flush.plan.Orchard.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What each rule says comes before what, every edge by itself. In a whole plan many an edge follows from others, and is needed only where
 * those are missing; so each pair of actions is ordered alone here.
 */
@DisplayName("The order that a relationship brings")
class RuleOrderTest extends OrchardTest {
    /** The actions there may be for a relationship of trees, and their names in these tests. */
    private Map<String, Action.Whole> actions(DependencyRule rule, Class<?> other, Class<?> holdsKey) {
        Map<String, Action.Whole> actions = new LinkedHashMap<>();
        actions.put("save tree", new Action.SaveAll(registry.require(Tree.class)));
        actions.put("save other", new Action.SaveAll(registry.require(other)));
        actions.put("link", new Action.ProcessAll(rule, false));
        actions.put("unlink", new Action.ProcessAll(rule, true));
        actions.put("write keys", new Action.PostUpdateAll(registry.require(holdsKey), false));
        actions.put("clear keys", new Action.PostUpdateAll(registry.require(holdsKey), true));
        actions.put("delete tree", new Action.DeleteAll(registry.require(Tree.class)));
        actions.put("delete other", new Action.DeleteAll(registry.require(other)));
        return actions;
    }

    /** The pairs of actions that are ordered, without those that only follow from others. */
    private List<String> edges(Map<String, Action.Whole> actions, Consumer<WorkGraph> order) {
        List<String> edges = new ArrayList<>();
        actions.forEach((earlier, first) -> actions.forEach((later, second) -> {
            WorkGraph graph = new WorkGraph(session);
            order.accept(graph);
            actions.values().stream()
                    .filter(action -> action != first && action != second)
                    .forEach(action -> graph.disable(graph.action(action)));
            graph.action(first);
            graph.action(second);
            if (graph.plan().layers().equals(List.of(List.of(first), List.of(second)))) {
                edges.add(earlier + ", " + later);
            }
        }));
        return edges;
    }

    private List<String> joined(String attribute, Class<?> other, Class<?> holdsKey) {
        DependencyRule rule = rule(Tree.class, attribute);
        return edges(actions(rule, other, holdsKey), rule::join);
    }

    /** The order of one tree and one other object, each saved or deleted. */
    private List<String> single(
            String attribute, Class<?> other, Class<?> holdsKey, boolean deletesTree, boolean deletesOther) {
        DependencyRule rule = rule(Tree.class, attribute);
        Map<String, Action.Whole> actions = actions(rule, other, holdsKey);
        return edges(
                actions,
                graph -> rule.orderSingle(
                        graph,
                        graph.action(action(actions, deletesTree, "tree")),
                        new ChildAction(graph.action(action(actions, deletesOther, "other")), deletesOther),
                        graph.action(action(actions, deletesTree)),
                        deletesTree));
    }

    private static Action.Whole action(Map<String, Action.Whole> actions, boolean deleting, String end) {
        return actions.get((deleting ? "delete " : "save ") + end);
    }

    private static Action.Whole action(Map<String, Action.Whole> actions, boolean deleting) {
        return actions.get(deleting ? "unlink" : "link");
    }

    @Nested
    class ByElements {
        @Test
        @Tag("U-2")
        void savesTheOwnerFirstAndDeletesItLast() {
            assertThat(joined("leaves", Leaf.class, Leaf.class))
                    .containsExactlyInAnyOrder(
                            "save tree, link",
                            "link, save other",
                            "link, delete other",
                            "save other, delete tree",
                            "delete other, delete tree",
                            "unlink, save other",
                            "unlink, delete other");
        }

        @Test
        @Tag("U-27")
        void writesKeysOfTheirOwnAfterBothEndsAndClearsThemBeforeEitherIsDeleted() {
            assertThat(joined("late", Leaf.class, Leaf.class))
                    .containsExactlyInAnyOrder(
                            "save other, link",
                            "save tree, link",
                            "link, write keys",
                            "unlink, clear keys",
                            "clear keys, delete tree",
                            "clear keys, delete other");
        }

        @Test
        @Tag("U-4")
        void savesASingleOwnerFirst() {
            assertThat(single("leaves", Leaf.class, Leaf.class, false, false))
                    .containsExactlyInAnyOrder("save tree, link", "link, save other", "save tree, save other");
        }

        @Test
        @Tag("U-4")
        void deletesASingleOwnerLast() {
            assertThat(single("leaves", Leaf.class, Leaf.class, true, true))
                    .containsExactlyInAnyOrder("unlink, delete other", "delete other, delete tree");
        }

        @Test
        @Tag("U-27")
        void writesASingleKeyOfItsOwnAfterBothEnds() {
            assertThat(single("late", Leaf.class, Leaf.class, false, false))
                    .containsExactlyInAnyOrder("save tree, link", "save other, link", "link, write keys");
        }

        @Test
        @Tag("U-27")
        void clearsASingleKeyOfItsOwnBeforeTheOwnerIsDeleted() {
            assertThat(single("late", Leaf.class, Leaf.class, true, true))
                    .containsExactlyInAnyOrder("unlink, clear keys", "clear keys, delete tree");
        }
    }

    @Nested
    class ByAReference {
        @Test
        @Tag("U-2")
        void savesTheTargetFirstAndDeletesItLast() {
            assertThat(joined("soil", Soil.class, Tree.class))
                    .containsExactlyInAnyOrder(
                            "save other, link",
                            "link, save tree",
                            "save tree, delete other",
                            "delete tree, delete other");
        }

        @Test
        @Tag("U-27")
        void writesKeysOfTheirOwnAfterBothEndsAndClearsThemBeforeEitherIsDeleted() {
            assertThat(joined("later", Soil.class, Tree.class))
                    .containsExactlyInAnyOrder(
                            "save other, link",
                            "save tree, link",
                            "link, write keys",
                            "link, clear keys",
                            "unlink, clear keys",
                            "clear keys, delete other",
                            "clear keys, delete tree");
        }

        @Test
        @Tag("U-4")
        void savesASingleTargetFirst() {
            assertThat(single("soil", Soil.class, Tree.class, false, false))
                    .containsExactlyInAnyOrder("save other, link", "link, save tree");
        }

        @Test
        @Tag("U-4")
        void doesNotWaitForASingleTargetThatIsDeleted() {
            assertThat(single("soil", Soil.class, Tree.class, false, true)).containsExactly("link, save tree");
        }

        @Test
        @Tag("U-4")
        void deletesASingleTargetLast() {
            assertThat(single("soil", Soil.class, Tree.class, true, true)).containsExactly("delete tree, delete other");
        }

        @Test
        @Tag("U-4")
        void ordersNothingBetweenADeletedObjectAndATargetThatIsSaved() {
            assertThat(single("soil", Soil.class, Tree.class, true, false)).isEmpty();
        }

        @Test
        @Tag("U-27")
        void writesASingleKeyOfItsOwnAfterBothEnds() {
            assertThat(single("later", Soil.class, Tree.class, false, false))
                    .containsExactlyInAnyOrder("link, write keys", "save tree, link", "save other, link");
        }

        @Test
        @Tag("U-27")
        void writesASingleKeyOfItsOwnBeforeItsFormerTargetIsDeleted() {
            assertThat(single("later", Soil.class, Tree.class, false, true))
                    .containsExactlyInAnyOrder("link, write keys", "write keys, delete other");
        }

        @Test
        @Tag("U-27")
        void clearsASingleKeyOfItsOwnBeforeEitherEndIsDeleted() {
            assertThat(single("later", Soil.class, Tree.class, true, true))
                    .containsExactlyInAnyOrder(
                            "unlink, clear keys", "clear keys, delete tree", "clear keys, delete other");
        }
    }

    @Nested
    class ByPairs {
        @Test
        @Tag("U-2")
        void writesThemAfterBothEndsAndDeletesThemFirst() {
            assertThat(joined("birds", Bird.class, Tree.class))
                    .containsExactlyInAnyOrder(
                            "save tree, link",
                            "save other, link",
                            "link, delete other",
                            "unlink, save tree",
                            "unlink, save other",
                            "unlink, delete tree",
                            "unlink, delete other");
        }

        @Test
        @Tag("U-4")
        void writesASinglePairAfterBothEnds() {
            assertThat(single("birds", Bird.class, Tree.class, false, false))
                    .containsExactlyInAnyOrder("save tree, link", "save other, link");
        }

        @Test
        @Tag("U-4")
        void deletesASinglePairBeforeATargetThatIsDeleted() {
            assertThat(single("birds", Bird.class, Tree.class, false, true))
                    .containsExactlyInAnyOrder("save tree, link", "link, delete other");
        }

        @Test
        @Tag("U-4")
        void deletesASinglePairBeforeBothEnds() {
            assertThat(single("birds", Bird.class, Tree.class, true, true))
                    .containsExactlyInAnyOrder("unlink, delete tree", "unlink, delete other");
        }
    }
}
