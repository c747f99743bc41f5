package dev.grapnel.benchmarks.workloads.contract;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * A contestant at work on one database: one method for each workload. The harness empties and fills the tables before each call, calls again and
 * again, measures, and checks by other means what is in the tables afterwards.
 *
 * <p>Each method is a unit of work of its own: it opens a session (or what the library calls it), commits and closes. Nothing may be kept
 * from one call to the next but what the library keeps by itself in its best usual set-up; caches of entities over sessions are off. Keys come from the
 * sequences, which increment by 50; rows that the harness makes have keys below them. A method that the library cannot do throws
 * {@link NotSupportedException}. Only {@link #findProducts} is called by several threads at once.
 */
public interface Trial extends AutoCloseable {
    /**
     * W1: inserts products in one unit of work. The objects are made inside.
     *
     * @param rows their values; the table is empty
     * @throws Exception if it fails
     */
    void insertProducts(List<ProductRow> rows) throws Exception;

    /**
     * W2: inserts graphs in one unit of work, by cascade from the customers.
     *
     * @param rows their values; the tables are empty
     * @throws Exception if it fails
     */
    void insertGraphs(List<CustomerRow> rows) throws Exception;

    /**
     * W3: loads all products as managed objects, and closes the session.
     *
     * @return adds up {@link Checksum#ofProduct} over the loaded objects; called afterwards, and not measured
     * @throws Exception if it fails
     */
    LongSupplier loadProducts() throws Exception;

    /**
     * W4: changes the stock of some of all products. All are loaded as managed objects at first, which is not measured; then the stock of every
     * {@code every}-th by key (1, 1 + every, …) is set, and flushed and committed, which is measured. Only changed columns need be written.
     *
     * @param every how far apart the changed ones are
     * @param stock the new stock; none has it before
     * @return the job, loaded
     * @throws Exception if it fails
     */
    Prepared changeProducts(int every, int stock) throws Exception;

    /**
     * W5: loads all customers with their purchases and lines eagerly, in whatever way is the library's best, and closes the session.
     *
     * @return adds up {@link Checksum#ofCustomer}, {@link Checksum#ofPurchase} and {@link Checksum#ofLine} by walking from the customers along the
     *     collections; called afterwards, and not measured
     * @throws Exception if it fails
     */
    LongSupplier loadGraphs() throws Exception;

    /**
     * W6: finds products by key, each in a session and transaction of its own. Called by several threads at once.
     *
     * @param keys the keys, all of which are there
     * @return the sum of {@link Checksum#ofProduct} over them
     * @throws Exception if it fails
     */
    long findProducts(long[] keys) throws Exception;

    /**
     * W7: flushes when there is nothing to do. All products are loaded as managed objects at first, which is not measured.
     *
     * @param times how many flushes are measured, in the same session
     * @return the job, loaded; it holds the loaded objects, which is also how retained memory is measured
     * @throws Exception if it fails
     */
    Prepared flushUnchanged(int times) throws Exception;

    /**
     * W8: deletes all graphs by cascade from the customers. Customers, purchases and lines are loaded at first, which is not measured; deleting, flushing and
     * committing is.
     *
     * @return the job, loaded
     * @throws Exception if it fails
     */
    Prepared deleteGraphs() throws Exception;

    /**
     * W9: as {@link #insertProducts}, into {@code audited_product}, with the audit columns set as the {@link AuditMode} says.
     *
     * @param rows their values; the table is empty
     * @throws Exception if it fails
     */
    void insertAudited(List<ProductRow> rows) throws Exception;

    /**
     * W9: as {@link #changeProducts}, in {@code audited_product}, where the audit columns are null at first, and set as the {@link AuditMode} says.
     *
     * @param every how far apart the changed ones are
     * @param stock the new stock; none has it before
     * @return the job, loaded
     * @throws Exception if it fails
     */
    Prepared changeAudited(int every, int stock) throws Exception;

    /**
     * How often the hooks after inserts and updates were called since this was opened.
     *
     * @return 0 for {@link AuditMode#BY_HAND}
     */
    long hooksCalled();

    /**
     * W12: streams all readings through one session, as managed objects that are given up on the way.
     *
     * @return the sum of key and amount over all
     * @throws Exception if it fails
     */
    long streamReadings() throws Exception;

    /**
     * W13: mixed changes with deep dependencies. Loads all nodes and makes the changes in memory, which is not measured; flushing and committing is.
     *
     * @param work what to change
     * @return the job, changed and not flushed
     * @throws Exception if it fails
     */
    Prepared changeNodes(NodeWork work) throws Exception;

    @Override
    void close();
}
