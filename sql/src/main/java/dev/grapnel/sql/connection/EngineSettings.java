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
 */
public record EngineSettings(
        int poolSize, Duration connectTimeout, boolean showParameters, int batchSize, boolean rowsAsArrays) {
    /** Ten connections, five seconds, parameters hidden, a thousand rows, in arrays. */
    public static final EngineSettings DEFAULT = new EngineSettings(10, Duration.ofSeconds(5), false, 1_000, true);

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
        return new EngineSettings(size, connectTimeout, showParameters, batchSize, rowsAsArrays);
    }

    /**
     * The same with another time to wait for a connection.
     *
     * @param timeout a quarter of a second at least
     * @return the settings
     */
    public EngineSettings withConnectTimeout(Duration timeout) {
        return new EngineSettings(poolSize, timeout, showParameters, batchSize, rowsAsArrays);
    }

    /** {@return the same with parameters shown in messages and logs} */
    public EngineSettings showingParameters() {
        return new EngineSettings(poolSize, connectTimeout, true, batchSize, rowsAsArrays);
    }

    /**
     * The same with another number of rows that are written together.
     *
     * @param rows the greatest number, at least 1
     * @return the settings
     * @throws InvalidArgumentException if it is less than 1
     */
    public EngineSettings withBatchSize(int rows) {
        return new EngineSettings(poolSize, connectTimeout, showParameters, rows, rowsAsArrays);
    }

    /**
     * The same with all rows sent one by one in JDBC batches, on PostgreSQL and H2 too. For what stands between program and server and does not know {@code unnest}, and
     * for triggers that have to see each row in a statement of its own.
     *
     * @return the settings
     */
    public EngineSettings withoutRowsAsArrays() {
        return new EngineSettings(poolSize, connectTimeout, showParameters, batchSize, false);
    }
}
