package dev.grapnel.benchmarks.workloads.contract;

import javax.sql.DataSource;

/**
 * Where a contestant works.
 *
 * @param kind what it is
 * @param url its JDBC URL with user and password, or the connection string of a document server
 * @param connections what to connect with, the same for each contestant: of a relational database the pool, with four connections and auto-commit off;
 *     of a document server the settings of its driver
 */
public record Database(DatabaseKind kind, String url, Object connections) {
    /**
     * The pool, which contestants take their connections from so that statements can be counted.
     *
     * @return the pool
     * @throws IllegalStateException if the database is a document server
     */
    public DataSource dataSource() {
        return connections(DataSource.class);
    }

    /**
     * What to connect with.
     *
     * @param type what it is
     * @param <T> what it is
     * @return the connections, or what makes them
     * @throws IllegalStateException if it is something else
     */
    public <T> T connections(Class<T> type) {
        if (!type.isInstance(connections)) {
            throw new IllegalStateException(kind + " is not connected to by a " + type.getSimpleName() + ", but by "
                    + connections.getClass().getName() + ".");
        }
        return type.cast(connections);
    }
}
