package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** New keys, as many as are wanted in one statement: each value of a sequence stands for the fifty keys from it on. */
final class Keys {
    private static final int BLOCK = 50;

    private final DatabaseKind kind;

    Keys(DatabaseKind kind) {
        this.kind = kind;
    }

    /** Keys of the sequence, so many. */
    long[] take(Connection connection, String sequence, int count) throws SQLException {
        long[] keys = new long[count];
        try (PreparedStatement statement = connection.prepareStatement(query(sequence))) {
            statement.setInt(1, (count + BLOCK - 1) / BLOCK);
            try (ResultSet blocks = statement.executeQuery()) {
                int at = 0;
                while (blocks.next()) {
                    long first = blocks.getLong(1);
                    for (int in = 0; in < BLOCK && at < count; in++) {
                        keys[at++] = first + in;
                    }
                }
            }
        }
        return keys;
    }

    private String query(String sequence) {
        return kind == DatabaseKind.H2
                ? "select next value for " + sequence + " from system_range(1, ?)"
                : "select nextval('" + sequence + "') from generate_series(1, ?)";
    }
}
