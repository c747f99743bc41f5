package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.ground.Traffic;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts what reaches the driver, and how long that takes. It stands between contestant and pool only where nothing else is measured. For one thread.
 */
public final class Statements implements QueryExecutionListener, Traffic {
    private long executions;
    private long batches;
    private long parameterSets;
    private long nanos;
    private long began;

    /** Counts nothing yet. */
    public Statements() {}

    @Override
    public DataSource around(DataSource pool) {
        return ProxyDataSourceBuilder.create(pool).listener(this).build();
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        began = System.nanoTime();
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        executed(execution.isBatch(), execution.isBatch() ? execution.getBatchSize() : 1, System.nanoTime() - began);
    }

    @Override
    public void executed(int sets, long took) {
        executed(sets > 1, sets, took);
    }

    private void executed(boolean batch, int sets, long took) {
        executions++;
        batches += batch ? 1 : 0;
        parameterSets += sets;
        nanos += took;
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
