package dev.grapnel.core.flush.order;

import java.util.Arrays;

/** What comes before what, by numbers. The same edge may be there several times. */
public final class Edges {
    private static final int FIRST_SIZE = 16;

    private int[] earlier = new int[FIRST_SIZE];
    private int[] later = new int[FIRST_SIZE];
    private int count;

    /** No edges yet. */
    public Edges() {}

    /**
     * Adds an edge.
     *
     * @param before the number of what comes first
     * @param after the number of what comes later
     */
    public void add(int before, int after) {
        if (count == earlier.length) {
            earlier = Arrays.copyOf(earlier, 2 * count);
            later = Arrays.copyOf(later, 2 * count);
        }
        earlier[count] = before;
        later[count++] = after;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** What comes first along an edge, the first edge being 0. */
    public int before(int edge) {
        return earlier[edge];
    }

    /** What comes later along an edge, the first edge being 0. */
    public int after(int edge) {
        return later[edge];
    }

    /**
     * The edges by what comes first.
     *
     * @param size how many numbers there are
     * @return the followers of each
     */
    Followers followers(int size) {
        int[] starts = new int[size + 1];
        for (int edge = 0; edge < count; edge++) {
            starts[earlier[edge] + 1]++;
        }
        for (int number = 0; number < size; number++) {
            starts[number + 1] += starts[number];
        }
        int[] free = Arrays.copyOf(starts, size);
        int[] all = new int[count];
        for (int edge = 0; edge < count; edge++) {
            all[free[earlier[edge]]++] = later[edge];
        }
        return new Followers(starts, all);
    }
}
