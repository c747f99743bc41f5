package dev.grapnel.core.flush.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.flush.plan.Orchard.Bird;
import dev.grapnel.core.flush.plan.Orchard.Leaf;
import dev.grapnel.core.flush.plan.Orchard.Named;
import dev.grapnel.core.flush.plan.Orchard.Soil;
import dev.grapnel.core.flush.plan.Orchard.Tree;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.Link;
import dev.grapnel.core.store.LinkChanges;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom each rule draws into a flush, and which keys and pairs it has written: one rule at a time, without the others of a flush. */
@DisplayName("A relationship in a flush")
class RuleEffectTest extends OrchardTest {
    private Tree tree;
    private Tree other;
    private Leaf leaf;
    private Soil soil;
    private Soil clay;
    private Bird bird;
    private Bird wren;
    private final Recorder written = new Recorder();
    private WorkGraph graph;

    @BeforeEach
    void begin() {
        graph = new WorkGraph(session);
        tree = new Tree("tree");
        other = new Tree("other");
        leaf = new Leaf("leaf");
        soil = new Soil("soil");
        clay = new Soil("clay");
        bird = new Bird("bird");
        wren = new Bird("wren");
        session.addAll(List.of(tree, other, leaf, soil, clay, bird, wren));
    }

    /** Notes what is to be written. */
    private static final class Recorder implements LinkSink {
        final List<String> lines = new ArrayList<>();

        private static String name(InstanceState state) {
            return ((Named) state.requireObject()).name;
        }

        @Override
        public void copyKey(InstanceState source, InstanceState destination, Relationship relationship) {
            lines.add("copy " + name(source) + " to " + name(destination));
        }

        @Override
        public void clearKey(InstanceState destination, Relationship relationship) {
            lines.add("clear " + name(destination));
        }

        @Override
        public void link(Relationship relationship, LinkChanges changes) {
            changes.gone().forEach(link -> lines.add("part " + pair(link)));
            changes.moved().forEach(link -> lines.add("move " + pair(link) + " to " + link.place()));
            changes.made().forEach(link -> lines.add("join " + pair(link)));
        }

        @Override
        public void place(InstanceState member, Relationship relationship, Object place) {
            lines.add("place " + name(member) + " at " + place);
        }

        private static String pair(Link link) {
            return name(link.owner()) + " and " + name(link.target()) + (link.formerKeys() ? " by former keys" : "");
        }
    }

    private enum Fate {
        SAVED,
        DELETED,
        LISTED,
        NONE
    }

    private Fate fate(Object object) {
        InstanceState state = state(object);
        if (!graph.isRegistered(state)) {
            return Fate.NONE;
        }
        if (graph.isListOnly(state)) {
            return Fate.LISTED;
        }
        return graph.isDeleted(state) ? Fate.DELETED : Fate.SAVED;
    }

    /** Gives a new key; its former one is known then, as the flush has to know it. */
    private static void rename(Tree tree, String name) {
        assertThat(tree.name).isNotEqualTo(name);
        tree.name = name;
    }

    private void delete(Object object) {
        graph.register(state(object), true);
    }

    private void lookAtSaved(String attribute) {
        rule(Tree.class, attribute).presortSaves(graph, List.of(state(tree)));
    }

    private void lookAtDeleted(String attribute) {
        delete(tree);
        rule(Tree.class, attribute).presortDeletes(graph, List.of(state(tree)));
    }

    private List<String> save(String attribute) {
        rule(Tree.class, attribute).processSaves(graph, List.of(state(tree)), written);
        return written.lines;
    }

    private List<String> deleted(String attribute) {
        delete(tree);
        rule(Tree.class, attribute).processDeletes(graph, List.of(state(tree)), written);
        return written.lines;
    }

    /** The objects with updates of their own. */
    private List<Object> updatedAlone(Class<?> type, boolean deleting) {
        return new ArrayList<>(graph.postUpdates(registry.require(type).base(), deleting).states().stream()
                .map(InstanceState::requireObject)
                .toList());
    }

    @Nested
    class WithElementsOfADeletedOwner {
        @Test
        @Tag("U-8")
        void drawsInThoseItHolds() {
            tree.leaves.add(leaf);
            session.flush();

            lookAtDeleted("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.SAVED);
        }

        @Test
        void drawsInThoseThatLeft() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);

            lookAtDeleted("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.SAVED);
        }

        @Test
        @Tag("U-13")
        void deletesThoseThatLeftAsOrphans() {
            tree.buds.add(leaf);
            session.flush();
            tree.buds.remove(leaf);

            lookAtDeleted("buds");

            assertThat(fate(leaf)).isEqualTo(Fate.DELETED);
        }

        @Test
        void leavesThoseAloneThatMoved() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);
            other.leaves.add(leaf);

            lookAtDeleted("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.NONE);
        }

        @Test
        void leavesThoseToTheCascadeThatItDeletes() {
            tree.buds.add(leaf);
            session.flush();

            lookAtDeleted("buds");

            assertThat(fate(leaf)).isEqualTo(Fate.NONE);
        }

        @Test
        @Tag("U-9")
        void leavesThoseToTheDatabaseThatItLooksAfter() {
            tree.fallen.add(leaf);
            session.flush();

            lookAtDeleted("fallen");

            assertThat(fate(leaf)).isEqualTo(Fate.NONE);
            assertThat(deleted("fallen")).isEmpty();
        }

        @Test
        @Tag("U-8")
        void clearsTheirKeys() {
            tree.leaves.add(leaf);
            session.flush();

            assertThat(deleted("leaves")).containsExactly("clear leaf");
            assertThat(updatedAlone(Leaf.class, false)).isEmpty();
        }

        @Test
        void clearsNoKeyOfADeletedElement() {
            tree.leaves.add(leaf);
            session.flush();
            delete(leaf);

            assertThat(deleted("leaves")).isEmpty();
        }

        @Test
        @Tag("U-8")
        void clearsTheKeyOfOneThatLeft() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);

            assertThat(deleted("leaves")).containsExactly("clear leaf");
        }

        @Test
        void clearsNoKeyOfOneThatMoved() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);
            other.leaves.add(leaf);

            assertThat(deleted("leaves")).isEmpty();
        }

        @Test
        void clearsNoKeyOfOneThatAnotherOwnerTookToo() {
            tree.leaves.add(leaf);
            session.flush();
            other.leaves.add(leaf);
            rule(Tree.class, "leaves").presortSaves(graph, List.of(state(other)));

            assertThat(deleted("leaves")).isEmpty();
        }

        @Test
        void clearsNoKeyOfOneThatIsDeletedByCascade() {
            tree.buds.add(leaf);
            session.flush();

            assertThat(deleted("buds")).isEmpty();
        }

        @Test
        @Tag("U-27")
        void clearsTheirKeysByUpdatesOfTheirOwn() {
            tree.late.add(leaf);
            session.flush();
            graph.register(state(leaf), false);

            assertThat(deleted("late")).containsExactly("clear leaf");
            assertThat(updatedAlone(Leaf.class, false)).containsExactly(leaf);
        }

        @Test
        @Tag("U-27")
        void clearsTheKeyOfADeletedElementByAnUpdateOfItsOwn() {
            tree.late.add(leaf);
            session.flush();
            delete(leaf);

            assertThat(deleted("late")).containsExactly("clear leaf");
            assertThat(updatedAlone(Leaf.class, true)).containsExactly(leaf);
        }
    }

    @Nested
    class WithElementsOfASavedOwner {
        @Test
        void drawsInNewOnes() {
            session.flush();
            tree.leaves.add(leaf);

            lookAtSaved("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.SAVED);
        }

        @Test
        @Tag("U-10")
        void takesBackTheDeletionOfNewOnes() {
            session.flush();
            tree.leaves.add(leaf);
            delete(leaf);

            lookAtSaved("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.SAVED);
        }

        @Test
        void drawsInThoseThatLeft() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);

            lookAtSaved("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.SAVED);
        }

        @Test
        @Tag("U-13")
        void deletesOrphans() {
            tree.buds.add(leaf);
            session.flush();
            tree.buds.remove(leaf);

            lookAtSaved("buds");

            assertThat(fate(leaf)).isEqualTo(Fate.DELETED);
        }

        @Test
        void deletesNoOrphanThatMoved() {
            tree.buds.add(leaf);
            session.flush();
            tree.buds.remove(leaf);
            other.buds.add(leaf);

            lookAtSaved("buds");

            assertThat(fate(leaf)).isEqualTo(Fate.NONE);
        }

        @Test
        void leavesThoseAloneThatStay() {
            tree.leaves.add(leaf);
            session.flush();
            tree.soil = soil;

            lookAtSaved("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.NONE);
        }

        @Test
        @Tag("U-25")
        void listsThoseWhoseKeyTheDatabaseChanges() {
            tree.leaves.add(leaf);
            session.flush();
            tree.name = "oak";

            lookAtSaved("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.LISTED);
        }

        @Test
        @Tag("U-25")
        void savesThoseWhoseKeyItChangesItself() {
            tree.named.add(leaf);
            session.flush();
            tree.name = "oak";

            lookAtSaved("named");

            assertThat(fate(leaf)).isEqualTo(Fate.SAVED);
        }

        @Test
        @Tag("U-25")
        void loadsThoseWhoseKeyItChangesItself() {
            tree.named.add(leaf);
            session.commit();
            rename(tree, "oak");

            lookAtSaved("named");

            assertThat(fate(leaf)).isEqualTo(Fate.SAVED);
        }

        @Test
        @Tag("U-25")
        void doesNotLoadThoseWhoseKeyTheDatabaseChanges() {
            tree.leaves.add(leaf);
            session.commit();
            rename(tree, "oak");

            lookAtSaved("leaves");

            assertThat(fate(leaf)).isEqualTo(Fate.NONE);
        }

        @Test
        @Tag("U-7")
        void givesItsKeyToNewOnes() {
            session.flush();
            tree.leaves.add(leaf);

            assertThat(save("leaves")).containsExactly("copy tree to leaf");
            assertThat(updatedAlone(Leaf.class, false)).isEmpty();
        }

        @Test
        void givesNoKeyToNewOnesThatAreDeleted() {
            session.flush();
            tree.leaves.add(leaf);
            delete(leaf);

            assertThat(save("leaves")).isEmpty();
        }

        @Test
        @Tag("U-27")
        void givesItsKeyByUpdatesOfTheirOwn() {
            session.flush();
            tree.late.add(leaf);
            graph.register(state(leaf), false);

            assertThat(save("late")).containsExactly("copy tree to leaf");
            assertThat(updatedAlone(Leaf.class, false)).containsExactly(leaf);
        }

        @Test
        @Tag("U-27")
        void givesItsKeyByUpdatesOfTheirOwnEvenToDeletedOnes() {
            session.flush();
            tree.late.add(leaf);
            delete(leaf);

            assertThat(save("late")).containsExactly("copy tree to leaf");
        }

        @Test
        @Tag("U-8")
        void clearsTheKeyOfOneThatLeft() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);

            assertThat(save("leaves")).containsExactly("clear leaf");
        }

        @Test
        void clearsNoKeyOfAnOrphan() {
            tree.buds.add(leaf);
            session.flush();
            tree.buds.remove(leaf);

            assertThat(save("buds")).isEmpty();
        }

        @Test
        void clearsNoKeyOfOneThatLeftAndIsDeleted() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);
            delete(leaf);

            assertThat(save("leaves")).isEmpty();
        }

        @Test
        @Tag("U-27")
        void clearsTheKeyOfOneThatLeftAndIsDeletedIfItHasAnUpdateOfItsOwn() {
            tree.late.add(leaf);
            session.flush();
            tree.late.remove(leaf);
            delete(leaf);

            assertThat(save("late")).containsExactly("clear leaf");
        }

        @Test
        void clearsNoKeyOfOneThatMoved() {
            tree.leaves.add(leaf);
            session.flush();
            tree.leaves.remove(leaf);
            other.leaves.add(leaf);

            assertThat(save("leaves")).isEmpty();
        }

        @Test
        void writesNothingForThoseThatStay() {
            tree.leaves.add(leaf);
            session.flush();

            assertThat(save("leaves")).isEmpty();
        }

        @Test
        @Tag("U-25")
        void givesAChangedKeyToThoseThatStay() {
            tree.leaves.add(leaf);
            session.flush();
            tree.name = "oak";

            assertThat(save("leaves")).containsExactly("copy oak to leaf");
        }
    }

    @Nested
    class WithAReferenceOfADeletedObject {
        @Test
        void deletesTheTargetByCascade() {
            tree.pot = soil;
            session.flush();

            lookAtDeleted("pot");

            assertThat(fate(soil)).isEqualTo(Fate.DELETED);
        }

        @Test
        void keepsAFormerTarget() {
            tree.pot = soil;
            session.flush();
            tree.pot = clay;

            lookAtDeleted("pot");

            assertThat(List.of(fate(soil), fate(clay))).containsExactly(Fate.NONE, Fate.DELETED);
        }

        @Test
        @Tag("U-13")
        void deletesAFormerTargetThatIsAnOrphan() {
            tree.own = soil;
            session.flush();
            tree.own = clay;

            lookAtDeleted("own");

            assertThat(List.of(fate(soil), fate(clay))).containsOnly(Fate.DELETED);
        }

        @Test
        void leavesTheTargetAloneWithoutCascade() {
            tree.soil = soil;
            session.flush();

            lookAtDeleted("soil");

            assertThat(fate(soil)).isEqualTo(Fate.NONE);
            assertThat(deleted("soil")).isEmpty();
        }

        @Test
        @Tag("U-27")
        void clearsItsKeyByAnUpdateOfItsOwn() {
            tree.later = soil;
            session.flush();

            assertThat(deleted("later")).containsExactly("clear tree");
            assertThat(updatedAlone(Tree.class, true)).containsExactly(tree);
        }

        @Test
        @Tag("U-27")
        void updatesNothingAloneIfItReferredToNothing() {
            session.flush();
            assertThat(tree.later).isNull();

            deleted("later");

            assertThat(updatedAlone(Tree.class, true)).isEmpty();
        }
    }

    @Nested
    class WithAReferenceOfASavedObject {
        @Test
        void drawsInTheObject() {
            session.flush();
            tree.soil = soil;

            lookAtSaved("soil");

            assertThat(fate(tree)).isEqualTo(Fate.SAVED);
        }

        @Test
        @Tag("U-13")
        void deletesAFormerTargetThatIsAnOrphan() {
            tree.own = soil;
            session.flush();
            tree.own = null;

            lookAtSaved("own");

            assertThat(fate(soil)).isEqualTo(Fate.DELETED);
        }

        @Test
        void keepsAFormerTargetThatMoved() {
            tree.own = soil;
            session.flush();
            tree.own = null;
            other.own = soil;

            lookAtSaved("own");

            assertThat(fate(soil)).isEqualTo(Fate.NONE);
        }

        @Test
        void keepsAFormerTargetThatMayBeAlone() {
            tree.pot = soil;
            session.flush();
            tree.pot = null;

            lookAtSaved("pot");

            assertThat(fate(soil)).isEqualTo(Fate.NONE);
        }

        @Test
        @Tag("U-7")
        void takesTheKeyOfANewTarget() {
            session.flush();
            tree.soil = soil;

            assertThat(save("soil")).containsExactly("copy soil to tree");
            assertThat(updatedAlone(Tree.class, false)).isEmpty();
        }

        @Test
        void takesNoKeyIfItIsDeleted() {
            session.flush();
            tree.soil = soil;
            delete(tree);

            assertThat(save("soil")).isEmpty();
        }

        @Test
        @Tag("U-10")
        void takesNoKeyOfATargetOutsideTheSession() {
            session.flush();
            tree.soil = new Soil("sand");

            assertThat(save("soil")).isEmpty();
        }

        @Test
        @Tag("U-8")
        void clearsTheKeyIfItRefersToNothingAnyLonger() {
            tree.soil = soil;
            session.flush();
            tree.soil = null;

            assertThat(save("soil")).containsExactly("clear tree");
        }

        @Test
        void clearsNoKeyIfItIsDeleted() {
            tree.soil = soil;
            session.flush();
            tree.soil = null;
            delete(tree);

            assertThat(save("soil")).isEmpty();
        }

        @Test
        void writesNothingIfTheTargetStays() {
            tree.soil = soil;
            session.flush();

            assertThat(save("soil")).isEmpty();
        }

        @Test
        @Tag("U-27")
        void takesTheKeyByAnUpdateOfItsOwn() {
            session.flush();
            tree.later = soil;
            graph.register(state(tree), false);

            assertThat(save("later")).containsExactly("copy soil to tree");
            assertThat(updatedAlone(Tree.class, false)).containsExactly(tree);
        }

        @Test
        @Tag("U-27")
        void takesAndClearsTheKeyByAnUpdateOfItsOwnEvenIfItIsDeleted() {
            other.later = clay;
            session.flush();
            tree.later = soil;
            other.later = null;
            delete(tree);
            delete(other);

            rule(Tree.class, "later").processSaves(graph, List.of(state(tree), state(other)), written);

            assertThat(written.lines).containsExactly("copy soil to tree", "clear other");
        }
    }

    @Nested
    class WithPairs {
        @Test
        void looksUpThoseOfADeletedOwner() {
            tree.birds.add(bird);
            session.commit();

            lookAtDeleted("birds");

            assertThat(graph.history(state(tree), ClassManager.of(state(tree)).tracker("birds"), Passive.NO_INITIALIZE)
                            .former())
                    .containsExactly(state(bird));
        }

        @Test
        @Tag("U-25")
        void looksUpThoseThatFollowAChangedKey() {
            tree.birds.add(bird);
            session.commit();
            rename(tree, "oak");

            lookAtSaved("birds");

            assertThat(graph.history(state(tree), ClassManager.of(state(tree)).tracker("birds"), Passive.NO_INITIALIZE)
                            .unchanged())
                    .containsExactly(state(bird));
        }

        @Test
        void doesNotLookUpThoseOfAKeptKey() {
            tree.birds.add(bird);
            session.commit();

            lookAtSaved("birds");

            assertThat(graph.history(state(tree), ClassManager.of(state(tree)).tracker("birds"), Passive.NO_INITIALIZE)
                            .isEmpty())
                    .isTrue();
        }

        @Test
        void deletesThoseOfADeletedOwner() {
            tree.birds.addAll(List.of(bird, wren));
            session.flush();
            tree.birds.remove(wren);

            assertThat(deleted("birds")).containsExactly("part tree and bird", "part tree and wren");
        }

        @Test
        void insertsNewOnesAndDeletesFormerOnes() {
            tree.birds.add(bird);
            session.flush();
            tree.birds.set(0, wren);

            assertThat(save("birds")).containsExactly("part tree and bird", "join tree and wren");
        }

        @Test
        @Tag("U-10")
        void leavesThoseOutWhoseTargetIsOutsideTheSession() {
            session.flush();
            tree.birds.add(new Bird("owl"));

            assertThat(save("birds")).isEmpty();
        }

        @Test
        @Tag("U-25")
        void replacesThoseThatStayIfTheKeyChanges() {
            tree.birds.add(bird);
            session.flush();
            tree.name = "oak";

            assertThat(save("birds")).containsExactly("part oak and bird by former keys", "join oak and bird");
        }

        @Test
        void writesThemOnceForBothSides() {
            session.flush();
            tree.nests.add(bird);
            save("nests");
            written.lines.clear();

            rule(Bird.class, "trees").processSaves(graph, List.of(state(bird)), written);

            assertThat(written.lines).isEmpty();
        }

        @Test
        void deletesThemOnceForBothSides() {
            tree.nests.add(bird);
            session.flush();
            assertThat(bird.trees).containsExactly(tree);
            assertThat(deleted("nests")).containsExactly("part tree and bird");
            written.lines.clear();
            delete(bird);

            rule(Bird.class, "trees").processDeletes(graph, List.of(state(bird)), written);

            assertThat(written.lines).isEmpty();
        }

        @Test
        void writesThemFromEitherSide() {
            session.flush();
            tree.nests.add(bird);

            rule(Bird.class, "trees").processSaves(graph, List.of(state(bird)), written);

            assertThat(written.lines).containsExactly("join bird and tree");
        }
    }
}
