package dev.grapnel.benchmarks.workloads.ground;

import javax.sql.DataSource;

/** What goes from a contestant to its database, where that is counted. */
public interface Traffic {
    /** Nobody looks. */
    Traffic UNSEEN = new Traffic() {
        @Override
        public DataSource around(DataSource pool) {
            return pool;
        }

        @Override
        public boolean isCounted() {
            return false;
        }

        @Override
        public void executed(int parameterSets, long nanos) {
            // not counted
        }
    };

    /**
     * Stands before a pool of JDBC connections.
     *
     * @param pool the pool
     * @return the same connections, counted
     */
    DataSource around(DataSource pool);

    /**
     * Whether anything is to be told; if not, nothing may stand between contestant and database.
     *
     * @return whether
     */
    boolean isCounted();

    /**
     * A statement, or a command of a document server, was executed.
     *
     * @param parameterSets rows or documents that went with it, 1 if there are none; more are a batch
     * @param nanos how long it took
     */
    void executed(int parameterSets, long nanos);
}
