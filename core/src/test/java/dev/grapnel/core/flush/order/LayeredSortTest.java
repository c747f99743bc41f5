package dev.grapnel.core.flush.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
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
    private static final int GATE = COUNT;

    private final Edges edges = new Edges();
    private final boolean[][] matrix = new boolean[COUNT][COUNT];
    private final List<Integer> beforeGate = new ArrayList<>();
    private final List<Integer> behindGate = new ArrayList<>();
    /** Positions run against the numbers, so that one is not taken for the other. */
    private final int[] positions = new int[COUNT + 1];

    @BeforeEach
    void placeAll() {
        place(IntStream.range(0, COUNT).map(at -> COUNT - 1 - at).toArray());
    }

    private void place(int... numbers) {
        Arrays.fill(positions, LayeredSort.ABSENT);
        positions[GATE] = LayeredSort.GATE;
        for (int at = 0; at < numbers.length; at++) {
            positions[numbers[at]] = at;
        }
    }

    private LayeredSort sort(int count) {
        return new LayeredSort(edges, positions, count);
    }

    private List<List<Integer>> layers(int count) {
        return sort(count).layers().stream().map(LayeredSortTest::listOf).toList();
    }

    private static List<Integer> listOf(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private void edge(int before, int after) {
        matrix[before][after] = true;
        edges.add(before, after);
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

        assertThat(layers(COUNT)).isEqualTo(layersByDefinition());
    }

    @Test
    void takesAnEdgeThatIsThereTwiceAsOne() {
        place(0, 1);
        edge(0, 1);
        edge(0, 1);

        assertThat(layers(2)).containsExactly(List.of(0), List.of(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void ordersByAGateAsByEdgesFromEachBeforeItToEachBehindIt(long seed) {
        Random random = new Random(seed);
        randomEdges(random, false);
        int middle = 1 + random.nextInt(COUNT - 1);
        for (int i = 0; i < COUNT; i++) {
            if (random.nextBoolean()) {
                edges.add(i < middle ? i : GATE, i < middle ? GATE : i);
                throughGate(i, middle);
            }
        }

        assertThat(layers(COUNT)).isEqualTo(layersByDefinition());
    }

    /** Notes on which side of the gate a number stands, and the edges that this stands for. */
    private void throughGate(int number, int middle) {
        (number < middle ? beforeGate : behindGate).add(number);
        beforeGate.forEach(before -> behindGate.forEach(behind -> matrix[before][behind] = true));
    }

    @Test
    void opensAGateThatNothingStandsBefore() {
        place(0, 1);
        edges.add(GATE, 1);

        assertThat(layers(2)).containsExactly(List.of(0, 1));
    }

    private List<List<Integer>> layersByDefinition() {
        List<List<Integer>> layers = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        while (done.size() < COUNT) {
            List<Integer> ready = new ArrayList<>();
            for (int i = COUNT - 1; i >= 0; i--) {
                if (!done.contains(i) && predecessorsAreIn(done, i)) {
                    ready.add(i);
                }
            }
            layers.add(ready);
            done.addAll(ready);
        }
        return layers;
    }

    private boolean predecessorsAreIn(Set<Integer> done, int number) {
        for (int i = 0; i < COUNT; i++) {
            if (matrix[i][number] && !done.contains(i)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void findsWhatReachesItself(long seed) {
        randomEdges(new Random(seed), true);
        boolean[][] reaches = closure();
        BitSet expected = new BitSet();
        for (int i = 0; i < COUNT; i++) {
            expected.set(i, reaches[i][i]);
        }

        assertThat(Circles.of(edges, COUNT)).isEqualTo(expected);
    }

    /** Floyd and Warshall. */
    private boolean[][] closure() {
        boolean[][] reaches = new boolean[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            reaches[i] = matrix[i].clone();
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
    void leavesOutEdgesFromWhatTakesNoPart() {
        place(1, 2);
        edge(0, 1);
        edge(2, 1);

        assertThat(layers(2)).containsExactly(List.of(2), List.of(1));
    }

    @Test
    void givesPlacesToAllThatStandBeforeACircle() {
        place(0, 1, 2, 3);
        edge(0, 1);
        edge(1, 2);
        edge(2, 1);
        edge(2, 3);

        assertThat(layers(4)).containsExactly(List.of(0));
        assertThat(sort(4).stuck()).containsExactly(1, 2, 3);
    }
}
