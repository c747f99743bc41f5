package dev.grapnel.benchmarks.workloads.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** One connection of the harness, which commits after each call. */
final class PlainSql implements AutoCloseable {
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final int BATCH = 1_000;

    private final Connection connection;

    private PlainSql(Connection connection) {
        this.connection = connection;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    static PlainSql connect(String url) {
        try {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            return new PlainSql(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot connect with " + url + ": " + failure.getMessage(), failure);
        }
    }

    private <T> T committing(String what, Work<T> work) {
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The harness cannot run \"" + what + "\": " + failure.getMessage(), failure);
        }
    }

    boolean exists(String table) {
        return committing("tables", open -> {
            try (ResultSet tables = open.getMetaData().getTables(null, open.getSchema(), table, null)) {
                return tables.next();
            }
        });
    }

    /** Runs the statements of a resource beside this class. */
    void script(String resource) {
        try (InputStream stream = Objects.requireNonNull(PlainSql.class.getResourceAsStream(resource))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String statement : COMMENT.matcher(text).replaceAll("").split(";", -1)) {
                if (!statement.isBlank()) {
                    run(statement);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void run(String sql) {
        committing(sql, open -> {
            try (Statement statement = open.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    void insert(String table, String columns, List<Object[]> rows) {
        String marks = String.join(", ", Collections.nCopies(columns.split(",", -1).length, "?"));
        String sql = "insert into " + table + " (" + columns + ") values (" + marks + ")";
        committing(sql, open -> {
            try (PreparedStatement statement = open.prepareStatement(sql)) {
                for (int at = 0; at < rows.size(); at++) {
                    bind(statement, rows.get(at));
                    statement.addBatch();
                    if (at % BATCH == BATCH - 1) {
                        statement.executeBatch();
                    }
                }
                return statement.executeBatch().length;
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
    }

    /** The whole numbers of the only row of a query. */
    List<Long> row(String sql, Object... values) {
        return committing(sql, open -> {
            try (PreparedStatement statement = open.prepareStatement(sql)) {
                bind(statement, values);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    List<Long> row = new ArrayList<>();
                    for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
                        row.add(rows.getLong(at));
                    }
                    return row;
                }
            }
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot close the connection of the harness.", failure);
        }
    }
}
