package dev.grapnel.benchmarks.workloads.contract;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a contestant works.
 *
 * @param kind what it is
 * @param url its JDBC URL with user and password, or the connection string of a document server
 * @param pool connections, the same pool for each contestant: four connections, auto-commit off; {@code null} for a document server
 */
public record Database(
        DatabaseKind kind, String url, @Nullable DataSource pool) {
    /**
     * The pool, which contestants take their connections from so that statements can be counted.
     *
     * @return the pool
     * @throws IllegalStateException if the database is a document server
     */
    public DataSource dataSource() {
        if (pool == null) {
            throw new IllegalStateException(kind + " has no JDBC connections. Use its url().");
        }
        return pool;
    }
}
