package dev.grapnel.benchmarks.workloads.measure;

import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts what reaches the driver, and how long that takes. It stands between contestant and pool only where nothing else is measured. For one thread.
 */
public final class Statements implements QueryExecutionListener {
    private long executions;
    private long batches;
    private long parameterSets;
    private long nanos;
    private long began;

    /** Counts nothing yet. */
    public Statements() {}

    /**
     * Stands before a pool.
     *
     * @param source the pool
     * @return the same connections, counted
     */
    public DataSource around(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(this).build();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        began = System.nanoTime();
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        nanos += System.nanoTime() - began;
        executions++;
        if (execution.isBatch()) {
            batches++;
            parameterSets += execution.getBatchSize();
        } else {
            parameterSets++;
        }
    }

    /** Begins anew. */
    public void clear() {
        executions = 0;
        batches = 0;
        parameterSets = 0;
        nanos = 0;
    }

    /**
     * Calls that executed a statement.
     *
     * @return how many; a batch is one
     */
    public long executions() {
        return executions;
    }

    /**
     * How many of them were batches.
     *
     * @return how many
     */
    public long batches() {
        return batches;
    }

    /**
     * Rows of batches, and 1 for each other execution.
     *
     * @return how many
     */
    public long parameterSets() {
        return parameterSets;
    }

    /**
     * How long the driver took to execute.
     *
     * @return nanoseconds
     */
    public long nanos() {
        return nanos;
    }
}
