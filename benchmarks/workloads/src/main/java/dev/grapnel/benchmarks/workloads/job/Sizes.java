package dev.grapnel.benchmarks.workloads.job;

/**
 * How much there is to do.
 *
 * @param products rows of either table of products
 * @param every each so many-th product is changed
 * @param customers graphs
 * @param purchases of each customer
 * @param lines of each purchase
 * @param finds keys that are looked up in one call
 * @param flushes flushes without a change
 * @param nodeChanges rows that are inserted, changed and deleted in trees, a multiple of 40
 */
public record Sizes(
        int products, int every, int customers, int purchases, int lines, int finds, int flushes, int nodeChanges) {
    /** Those of the tables. */
    public static final Sizes STANDARD = new Sizes(10_000, 10, 1_000, 3, 4, 1_000, 100, 6_400);

    /** Enough to see how many statements there are, in a fraction of a second. */
    public static final Sizes SMALL = new Sizes(500, 10, 50, 3, 4, 50, 20, 400);

    /**
     * How many products are changed.
     *
     * @return their number
     */
    public int changed() {
        return (products + every - 1) / every;
    }

    /**
     * The same with another number of changes in trees.
     *
     * @param rows how many rows, a multiple of 40
     * @return the sizes
     */
    public Sizes withNodeChanges(int rows) {
        return new Sizes(products, every, customers, purchases, lines, finds, flushes, rows);
    }
}
