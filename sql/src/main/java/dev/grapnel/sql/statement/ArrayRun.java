package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.Written;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends many rows of one text: as one array for each column where the database takes them so, otherwise in batches. For one call. */
final class ArrayRun {
    /** Fewer rows go as fast in a batch. */
    private static final int FEWEST_IN_ARRAYS = 8;

    private final StatementRunner runner;
    private final PreparedText single;
    private final Supplier<@Nullable ArrayText> text;
    private final int batchSize;

    ArrayRun(StatementRunner runner, PreparedText single, Supplier<@Nullable ArrayText> text, int batchSize) {
        this.runner = runner;
        this.single = single;
        this.text = text;
        this.batchSize = batchSize;
    }

    /** Sends rows, and says of each how many rows it wrote, as {@link StatementRunner#update} does. */
    int[] send(List<@Nullable Object[]> rows) {
        ArrayText arrays = rows.size() < FEWEST_IN_ARRAYS ? null : text.get();
        if (arrays == null) {
            return runner.executeBatch(single, rows);
        }
        int[] counts = new int[rows.size()];
        for (int from = 0; from < rows.size(); from += batchSize) {
            int[] some = send(arrays, rows.subList(from, Math.min(rows.size(), from + batchSize)));
            System.arraycopy(some, 0, counts, from, some.length);
        }
        return counts;
    }

    private int[] send(ArrayText arrays, List<@Nullable Object[]> rows) {
        Object[][] values = rows.size() < FEWEST_IN_ARRAYS
                ? null
                : arrays.arrays(rows, runner.connection().jdbc());
        if (values == null) {
            return runner.executeBatch(single, rows);
        }
        int[] counts = new int[rows.size()];
        return runner.run(
                arrays.text(),
                rows,
                (sent, statement) -> new Written<>(counts, arrays.send(statement, values, counts)));
    }
}
