package dev.grapnel.sql;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases on which the tests run. Each call of {@link #open} gives an empty one. */
public enum TestDatabase {
    H2 {
        @Override
        public String newUrl() {
            return "jdbc:h2:mem:sql" + NUMBER.incrementAndGet();
        }
    },
    SQLITE_MEMORY {
        @Override
        public String newUrl() {
            return "jdbc:sqlite::memory:";
        }
    },
    SQLITE_FILE {
        @Override
        public String newUrl() {
            try {
                Path folder = Files.createTempDirectory("grapnel-sqlite");
                Path file = folder.resolve("test.db");
                folder.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                return "jdbc:sqlite:" + file;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    },
    POSTGRESQL {
        @Override
        public String newUrl() {
            String name = "test" + NUMBER.incrementAndGet();
            try (Connection connection = Server.SHARED.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                // A schema is made faster than a database.
                statement.execute("create schema " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return Server.SHARED.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The URL of an empty database. */
    public abstract String newUrl();

    /** An engine of an empty database. */
    public Engine open() {
        return open(EngineSettings.DEFAULT);
    }

    /** An engine of an empty database. */
    public Engine open(EngineSettings settings) {
        return Engine.create(newUrl(), settings);
    }

    /** One PostgreSQL for all tests of this JVM; it ends with it. */
    private static final class Server {
        static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
