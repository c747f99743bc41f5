package dev.grapnel.sql.connection;

import dev.grapnel.core.error.InvalidArgumentException;
import java.time.Duration;

/**
 * How an {@link Engine} behaves. Immutable.
 *
 * <pre>{@code
 * Engine engine = Engine.create(url, user, password, EngineSettings.DEFAULT.withPoolSize(20));
 * }</pre>
 *
 * @param poolSize the greatest number of connections that the engine's own pool opens
 * @param connectTimeout how long to wait for a connection
 * @param showParameters whether messages and logs show the parameters of statements; they may be personal data, so the default is no
 * @param batchSize the greatest number of rows that are written together; a driver keeps them all in memory
 * @param rowsAsArrays whether many rows of one shape go to PostgreSQL as one array for each column, as many plain updates do on H2,
 *     and many deletes take an array of keys on both
 * @param lateBegin whether a transaction on PostgreSQL begins at the database with the first statement that needs it, where the isolation is
 *     READ COMMITTED: not with the SELECT by which an object is loaded by its key, or for a relationship. What was read so sees
 *     what is committed when it starts, as it does within a transaction, and if nothing else follows there is nothing to
 *     commit, which saves a wait for the server
 */
public record EngineSettings(
        int poolSize,
        Duration connectTimeout,
        boolean showParameters,
        int batchSize,
        boolean rowsAsArrays,
        boolean lateBegin) {
    /** Ten connections, five seconds, parameters hidden, a thousand rows, in arrays, and transactions that begin late. */
    public static final EngineSettings DEFAULT =
            new EngineSettings(10, Duration.ofSeconds(5), false, 1_000, true, true);

    /** Checks the settings. */
    public EngineSettings {
        if (batchSize < 1) {
            throw new InvalidArgumentException("Cannot write rows in batches of " + batchSize
                    + ": a batch has at least one row. Give 1 to write each row by itself.");
        }
    }

    /**
     * The same with another pool size.
     *
     * @param size the greatest number of connections
     * @return the settings
     */
    public EngineSettings withPoolSize(int size) {
        return new EngineSettings(size, connectTimeout, showParameters, batchSize, rowsAsArrays, lateBegin);
    }

    /**
     * The same with another time to wait for a connection.
     *
     * @param timeout a quarter of a second at least
     * @return the settings
     */
    public EngineSettings withConnectTimeout(Duration timeout) {
        return new EngineSettings(poolSize, timeout, showParameters, batchSize, rowsAsArrays, lateBegin);
    }

    /** {@return the same with parameters shown in messages and logs} */
    public EngineSettings showingParameters() {
        return new EngineSettings(poolSize, connectTimeout, true, batchSize, rowsAsArrays, lateBegin);
    }

    /**
     * The same with another number of rows that are written together.
     *
     * @param rows the greatest number, at least 1
     * @return the settings
     * @throws InvalidArgumentException if it is less than 1
     */
    public EngineSettings withBatchSize(int rows) {
        return new EngineSettings(poolSize, connectTimeout, showParameters, rows, rowsAsArrays, lateBegin);
    }

    /**
     * The same with all rows sent one by one in JDBC batches, on PostgreSQL and H2 too. For what stands between program and server and does not know {@code unnest}, and
     * for triggers that have to see each row in a statement of its own.
     *
     * @return the settings
     */
    public EngineSettings withoutRowsAsArrays() {
        return new EngineSettings(poolSize, connectTimeout, showParameters, batchSize, false, lateBegin);
    }

    /**
     * The same with each transaction begun before its first statement. For programs that change the isolation of a connection by SQL, behind the back of its pool, and for what stands
     * between program and server and may send two statements outside of a transaction to different servers.
     *
     * @return the settings
     */
    public EngineSettings withoutLateBegin() {
        return new EngineSettings(poolSize, connectTimeout, showParameters, batchSize, rowsAsArrays, false);
    }
}
