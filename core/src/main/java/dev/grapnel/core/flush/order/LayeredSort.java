package dev.grapnel.core.flush.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts by what depends on what: in layers, each of all that has no open predecessor (rule U-order).
 *
 * <p>Linear in what is sorted and its edges, but for the order inside a layer: each number counts its open predecessors.
 */
public final class LayeredSort {
    /** The position of a number that takes no part: edges from and to it do not count. */
    public static final int ABSENT = -1;

    /**
     * The position of a gate, which spares an edge from each of many to each of many others. It has no place in a layer, and opens when the last one before
     * it is done.
     */
    public static final int GATE = -2;

    private final Followers followers;
    private final int[] positions;
    /** The number at each position. */
    private final int[] numbers;
    /** How many predecessors of each number are not done. */
    private final int[] open;

    private final List<int[]> layers = new ArrayList<>();
    private final boolean[] placed;
    /** Positions of those that have become free, for the next layer. */
    private int[] free = new int[16];

    private int countFree;

    /**
     * Sorts.
     *
     * @param edges what comes before what
     * @param positions for each number its position inside a layer among all others, or {@link #ABSENT}, or {@link #GATE}
     * @param count how many positions there are
     */
    public LayeredSort(Edges edges, int[] positions, int count) {
        this.followers = edges.followers(positions.length);
        this.positions = positions;
        this.numbers = new int[count];
        this.placed = new boolean[count];
        this.open = new int[positions.length];
        for (int number = 0; number < positions.length; number++) {
            if (positions[number] >= 0) {
                numbers[positions[number]] = number;
            }
        }
        countOpen(edges);
        sort();
    }

    private void countOpen(Edges edges) {
        for (int edge = 0; edge < edges.count(); edge++) {
            if (positions[edges.before(edge)] != ABSENT) {
                open[edges.after(edge)]++;
            }
        }
    }

    private void sort() {
        // Gates open while others are looked at, so what is free from the start is told first.
        boolean[] isFirst = new boolean[open.length];
        for (int number = 0; number < open.length; number++) {
            isFirst[number] = open[number] == 0;
        }
        for (int number = 0; number < open.length; number++) {
            if (isFirst[number]) {
                free(number);
            }
        }
        while (countFree > 0) {
            int[] layer = Arrays.copyOf(free, countFree);
            Arrays.sort(layer);
            countFree = 0;
            for (int at = 0; at < layer.length; at++) {
                placed[layer[at]] = true;
                layer[at] = numbers[layer[at]];
            }
            for (int number : layer) {
                release(number);
            }
            layers.add(layer);
        }
    }

    private void free(int number) {
        if (positions[number] == GATE) {
            release(number);
        } else if (positions[number] != ABSENT) {
            if (countFree == free.length) {
                free = Arrays.copyOf(free, 2 * countFree);
            }
            free[countFree++] = positions[number];
        }
    }

    private void release(int done) {
        for (int place = followers.first(done); place < followers.end(done); place++) {
            int number = followers.at(place);
            if (--open[number] == 0) {
                free(number);
            }
        }
    }

    /**
     * What has a place.
     *
     * @return layer by layer the numbers, by position
     */
    public List<int[]> layers() {
        return layers;
    }

    /**
     * What has no place, since it lies on a circle or behind one.
     *
     * @return the numbers, by position
     */
    public int[] stuck() {
        int[] stuck = new int[numbers.length];
        int count = 0;
        for (int position = 0; position < numbers.length; position++) {
            if (!placed[position]) {
                stuck[count++] = numbers[position];
            }
        }
        return Arrays.copyOf(stuck, count);
    }
}
