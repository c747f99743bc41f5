package dev.grapnel.benchmarks.workloads.job;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.Rows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One contestant on one database, with the rows that it is given and those that lie in the tables. Not thread-safe. */
public final class Stage implements AutoCloseable {
    private static final int SHUFFLE = 7_919;

    private final Contestant contestant;
    private final Ground ground;
    private final Sizes sizes;
    private final List<ProductRow> products;
    private final List<CustomerRow> graphs;
    private final Map<AuditMode, Trial> trials = new EnumMap<>(AuditMode.class);
    private Filling filling = Filling.UNKNOWN;
    private int found;

    /** What lies in the tables. */
    enum Filling {
        UNKNOWN,
        NOTHING,
        PRODUCTS,
        AUDITED,
        GRAPHS,
        NODES
    }

    /**
     * Makes the rows; the contestant is opened when it is first needed.
     *
     * @param contestant who works
     * @param ground where
     * @param sizes how much
     */
    public Stage(Contestant contestant, Ground ground, Sizes sizes) {
        this.contestant = contestant;
        this.ground = ground;
        this.sizes = sizes;
        products = Rows.products(sizes.products());
        graphs = Rows.graphs(sizes.customers(), sizes.purchases(), sizes.lines());
    }

    Ground ground() {
        return ground;
    }

    /**
     * How much there is to do.
     *
     * @return the sizes
     */
    public Sizes sizes() {
        return sizes;
    }

    List<ProductRow> products() {
        return products;
    }

    List<CustomerRow> graphs() {
        return graphs;
    }

    NodeWork nodeWork() {
        return NodeWork.ofRows(sizes.nodeChanges());
    }

    /** The contestant, opened. */
    Trial trial(AuditMode audit) throws Exception {
        Trial open = trials.get(audit);
        if (open == null) {
            open = contestant.open(ground.database(), audit);
            trials.put(audit, open);
        }
        return open;
    }

    /** Sees to it that this lies in the tables; nothing is done if it does. */
    void fill(Filling wanted) {
        if (filling == wanted) {
            return;
        }
        ground.empty();
        switch (wanted) {
            case PRODUCTS -> ground.fillProducts("product", products);
            case AUDITED -> ground.fillProducts("audited_product", products);
            case GRAPHS -> ground.fillGraphs(graphs);
            case NODES -> ground.fillNodes(nodeWork().nodesBefore());
            default -> {}
        }
        filling = wanted;
    }

    /** Says that somebody has written, so that nobody knows what lies in the tables. */
    public void written() {
        filling = Filling.UNKNOWN;
    }

    /** Says that the contestant has written nothing after all. */
    void unwritten(Filling present) {
        filling = present;
    }

    /** The next keys of products, all over the table, and each once before any comes again. */
    long[] nextKeys(int count) {
        long[] keys = new long[count];
        for (int at = 0; at < count; at++) {
            keys[at] = 1 + (long) found++ * SHUFFLE % products.size();
            found %= products.size();
        }
        return keys;
    }

    @Override
    public void close() {
        trials.values().forEach(Trial::close);
    }
}
