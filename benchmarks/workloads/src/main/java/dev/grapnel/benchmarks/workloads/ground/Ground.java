package dev.grapnel.benchmarks.workloads.ground;

import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.util.List;

/**
 * The tables of one database, or what stands for them in a document server. Rows that it writes have keys from 1 on without gaps, in the order given;
 * purchases and lines are numbered in the order in which a walk along the graphs meets them.
 */
public interface Ground extends AutoCloseable {
    /**
     * Where contestants work.
     *
     * @return the database
     */
    Database database();

    /** Empties all tables but that of readings. */
    void empty();

    /**
     * Writes products into {@code product} or {@code audited_product}.
     *
     * @param table which of them
     * @param rows their values
     */
    void fillProducts(String table, List<ProductRow> rows);

    /**
     * Writes graphs.
     *
     * @param rows their values
     */
    void fillGraphs(List<CustomerRow> rows);

    /**
     * Writes chains of nodes of weight 1.
     *
     * @param count how many nodes, a multiple of the length of a chain
     */
    void fillNodes(int count);

    /**
     * Writes readings: the key {@code i} has the amount {@code i % 100}. Does nothing if so many are there.
     *
     * @param count how many
     */
    void fillReadings(int count);

    /**
     * Tells what is in a table now.
     *
     * @param table its name
     * @param sums columns of whole numbers
     * @return the number of rows, and the sum of each column, 0 without rows
     */
    List<Long> contents(String table, String... sums);

    /**
     * Tells in how many rows a column has a value.
     *
     * @param table its name
     * @param column its name
     * @param value the value
     * @return how many
     */
    long count(String table, String column, Object value);

    @Override
    void close();
}
