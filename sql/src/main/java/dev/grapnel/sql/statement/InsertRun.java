package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.Written;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the rows of one insert, in as few statements as the database has a way for. For one call. */
final class InsertRun {
    /** Fewer rows go as fast in a batch. */
    private static final int FEWEST_IN_ARRAYS = 8;

    private final StatementRunner runner;
    private final InsertText insert;
    private final int batchSize;

    InsertRun(StatementRunner runner, InsertText insert, int batchSize) {
        this.runner = runner;
        this.insert = insert;
        this.batchSize = batchSize;
    }

    List<@Nullable Object[]> send(List<@Nullable Object[]> rows) {
        if (insert.returned().isEmpty()) {
            sendSilently(rows);
            return Collections.nCopies(rows.size(), new @Nullable Object[0]);
        }
        List<@Nullable Object[]> generated = new ArrayList<>(rows.size());
        int from = 0;
        while (from < rows.size()) {
            int count = rowsOfNextInsert(rows.size() - from);
            generated.addAll(sendSome(rows.subList(from, from + count)));
            from += count;
        }
        return generated;
    }

    // ---- with what the database generates ----

    private int rowsOfNextInsert(int left) {
        return switch (insert.generatedKeys()) {
            case ROWS_RETURNED -> insert.rowsOfNextText(Math.min(left, batchSize));
            case BATCH_KEYS -> Math.min(left, batchSize);
            case SINGLE_KEYS -> 1;
        };
    }

    private List<@Nullable Object[]> sendSome(List<@Nullable Object[]> rows) {
        GeneratedRows wanted = new GeneratedRows(insert, rows.size());
        PreparedText text = wanted.text();
        return runner.run(
                text, rows, (sent, statement) -> new Written<>(wanted.insert(sent, statement, rows), rows.size()));
    }

    // ---- without ----

    private void sendSilently(List<@Nullable Object[]> rows) {
        ArrayInsert arrays = rows.size() < FEWEST_IN_ARRAYS ? null : insert.arrays();
        if (arrays == null) {
            runner.executeBatch(insert.single(), rows);
            return;
        }
        for (int from = 0; from < rows.size(); from += batchSize) {
            sendPart(arrays, rows.subList(from, Math.min(rows.size(), from + batchSize)));
        }
    }

    private void sendPart(ArrayInsert arrays, List<@Nullable Object[]> rows) {
        Object[][] values = rows.size() < FEWEST_IN_ARRAYS ? null : arraysOf(arrays, rows);
        if (values == null) {
            runner.executeBatch(insert.single(), rows);
            return;
        }
        runner.run(arrays.text(), rows, (sent, statement) -> {
            arrays.bind(statement, values);
            int count = statement.executeUpdate();
            return new Written<>(count, count);
        });
    }

    private Object @Nullable [][] arraysOf(ArrayInsert arrays, List<@Nullable Object[]> rows) {
        Connection connection = runner.connection().jdbc();
        try {
            return arrays.arrays(rows, connection, insert.single());
        } catch (SQLException refusal) {
            // As if it had been sent: listeners hear of it, and the error says what.
            return runner.run(insert.single(), rows, (sent, statement) -> {
                throw refusal;
            });
        }
    }
}
