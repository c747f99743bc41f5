package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the rows of one insert, in as few statements as the database has a way for. For one call. */
final class InsertRun {
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
            new ArrayRun(runner, insert.single(), insert::arrays, batchSize).send(rows);
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
}
