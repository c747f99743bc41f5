package dev.grapnel.benchmarks.comparison.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The PostgreSQL of one run, for all contestants. It ends when it is closed. */
final class PostgresServer implements Servers.Server {
    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server in a temporary folder. */
    static PostgresServer start() {
        try {
            // Nothing runs beside a measurement: tables are analysed when they are filled.
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("checkpoint_timeout", "1h")
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start the embedded PostgreSQL.", failure);
        }
    }

    @Override
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot stop the embedded PostgreSQL.", failure);
        }
    }
}
