package dev.grapnel.benchmarks.workloads.contract;

/**
 * Mixed changes of trees of nodes: the table {@code node} holds chains of {@link #DEPTH} nodes, each the child of the one before, with keys from 1 on
 * without gaps: chain {@code c} has the keys {@code c * DEPTH + 1} (its root) to {@code c * DEPTH + DEPTH} (its leaf).
 *
 * @param changed the first so many chains: each node gets {@link #CHANGED_WEIGHT}
 * @param deleted the so many chains that follow: each node is deleted
 * @param inserted so many new chains, each of {@link #DEPTH} nodes with {@link #NEW_WEIGHT} and name {@link #NEW_NAME}, the first without a parent
 */
public record NodeWork(int changed, int deleted, int inserted) {
    /** How many nodes a chain has. */
    public static final int DEPTH = 10;

    /** The weight of a changed node; before it is 1. */
    public static final int CHANGED_WEIGHT = 2;

    /** The weight of a new node. */
    public static final int NEW_WEIGHT = 3;

    /** The name of a new node. */
    public static final String NEW_NAME = "new";

    /**
     * The work that changes so many rows: a quarter updates, a quarter deletes, half inserts.
     *
     * @param rows how many, a multiple of 40
     * @return the work
     */
    public static NodeWork ofRows(int rows) {
        return new NodeWork(rows / (4 * DEPTH), rows / (4 * DEPTH), rows / (2 * DEPTH));
    }

    /**
     * The nodes that are there before the work.
     *
     * @return how many
     */
    public int nodesBefore() {
        return (changed + deleted) * DEPTH;
    }
}
