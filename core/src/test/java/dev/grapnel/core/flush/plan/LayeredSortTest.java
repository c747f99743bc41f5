package dev.grapnel.core.flush.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.CircularDependencyException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random graphs, compared with the definition read literally. */
@DisplayName("Sorting in layers")
@Tag("U-4")
class LayeredSortTest {
    private static final int COUNT = 30;

    private final LayeredSort sort = new LayeredSort();
    private final List<Action> actions = new ArrayList<>();
    private final boolean[][] edges = new boolean[COUNT][COUNT];
    private final List<Thing> held = new ArrayList<>();
    private final List<Integer> beforeGate = new ArrayList<>();
    private final List<Integer> behindGate = new ArrayList<>();
    private ClassManager manager;

    @BeforeEach
    void makeActions() {
        manager = Thing.manage();
        for (int i = 0; i < COUNT; i++) {
            Thing thing = new Thing("t" + i);
            held.add(thing);
            actions.add(new Action.SaveOne(ClassManager.requireState(thing), null));
        }
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private void edge(int before, int after) {
        edges[before][after] = true;
        sort.edge(actions.get(before), actions.get(after));
    }

    private void randomEdges(Random random, boolean circles) {
        int count = random.nextInt(3 * COUNT);
        for (int i = 0; i < count; i++) {
            int one = random.nextInt(COUNT);
            int other = random.nextInt(COUNT);
            if (circles || one < other) {
                edge(one, other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesEachLayerAllWithoutAnOpenPredecessor(long seed) {
        randomEdges(new Random(seed), false);

        assertThat(sort.plan(actions).layers()).isEqualTo(layersByDefinition());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void ordersByAGateAsByEdgesFromEachBeforeItToEachBehindIt(long seed) {
        Random random = new Random(seed);
        randomEdges(random, false);
        int middle = 1 + random.nextInt(COUNT - 1);
        Action gate = new Action.Gate(actions.get(0), true);
        for (int i = 0; i < COUNT; i++) {
            if (random.nextBoolean()) {
                sort.edge(i < middle ? actions.get(i) : gate, i < middle ? gate : actions.get(i));
                throughGate(i, middle);
            }
        }

        assertThat(sort.plan(actions).layers()).isEqualTo(layersByDefinition());
    }

    /** Notes on which side of the gate an action stands, and the edges that this stands for. */
    private void throughGate(int action, int middle) {
        (action < middle ? beforeGate : behindGate).add(action);
        beforeGate.forEach(before -> behindGate.forEach(behind -> edges[before][behind] = true));
    }

    @Test
    void opensAGateThatNothingStandsBefore() {
        sort.edge(new Action.Gate(actions.get(0), true), actions.get(1));

        assertThat(sort.plan(actions.subList(0, 2)).layers()).containsExactly(actions.subList(0, 2));
    }

    private List<List<Action>> layersByDefinition() {
        List<List<Action>> layers = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        while (done.size() < COUNT) {
            List<Integer> ready = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                if (!done.contains(i) && predecessorsAreIn(done, i)) {
                    ready.add(i);
                }
            }
            layers.add(ready.stream().map(actions::get).toList());
            done.addAll(ready);
        }
        return layers;
    }

    private boolean predecessorsAreIn(Set<Integer> done, int action) {
        for (int i = 0; i < COUNT; i++) {
            if (edges[i][action] && !done.contains(i)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void findsTheActionsThatReachThemselves(long seed) {
        randomEdges(new Random(seed), true);
        boolean[][] reaches = closure();
        Set<Action> expected = new HashSet<>();
        for (int i = 0; i < COUNT; i++) {
            if (reaches[i][i]) {
                expected.add(actions.get(i));
            }
        }

        assertThat(sort.circles()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Floyd and Warshall. */
    private boolean[][] closure() {
        boolean[][] reaches = new boolean[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            reaches[i] = edges[i].clone();
        }
        for (int over = 0; over < COUNT; over++) {
            for (int from = 0; from < COUNT; from++) {
                for (int to = 0; to < COUNT; to++) {
                    reaches[from][to] |= reaches[from][over] && reaches[over][to];
                }
            }
        }
        return reaches;
    }

    @Test
    void leavesOutEdgesToActionsThatAreNotAsked() {
        edge(0, 1);
        edge(2, 1);

        assertThat(sort.plan(List.of(actions.get(1), actions.get(2))).layers())
                .containsExactly(List.of(actions.get(2)), List.of(actions.get(1)));
    }

    @Test
    void refusesACircleAndNamesWhatIsInIt() {
        edge(0, 1);
        edge(1, 0);

        assertThatThrownBy(() -> sort.plan(actions).requireNoCircle())
                .isInstanceOf(CircularDependencyException.class)
                .hasMessageStartingWith("Cannot order the rows of this flush: they depend on each other in a circle: [")
                .hasMessageContaining("Break the circle by declaring one of the relationships with post-update.");
    }

    @Test
    void givesPlacesToAllThatStandBeforeACircle() {
        edge(0, 1);
        edge(1, 2);
        edge(2, 1);
        edge(2, 3);

        FlushPlan plan = sort.plan(actions.subList(0, 4));

        assertThat(plan.layers()).containsExactly(List.of(actions.get(0)));
        assertThat(plan.stuck()).containsExactlyElementsOf(actions.subList(1, 4));
    }
}
