package dev.grapnel.sql.connection;

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
 */
public record EngineSettings(int poolSize, Duration connectTimeout, boolean showParameters) {
    /** Ten connections, five seconds, parameters hidden. */
    public static final EngineSettings DEFAULT = new EngineSettings(10, Duration.ofSeconds(5), false);

    /**
     * The same with another pool size.
     *
     * @param size the greatest number of connections
     * @return the settings
     */
    public EngineSettings withPoolSize(int size) {
        return new EngineSettings(size, connectTimeout, showParameters);
    }

    /**
     * The same with another time to wait for a connection.
     *
     * @param timeout a quarter of a second at least
     * @return the settings
     */
    public EngineSettings withConnectTimeout(Duration timeout) {
        return new EngineSettings(poolSize, timeout, showParameters);
    }

    /** {@return the same with parameters shown in messages and logs} */
    public EngineSettings showingParameters() {
        return new EngineSettings(poolSize, connectTimeout, true);
    }
}
