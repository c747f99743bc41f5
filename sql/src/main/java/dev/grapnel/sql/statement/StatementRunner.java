package dev.grapnel.sql.statement;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcConnection;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.ParameterText;
import dev.grapnel.sql.connection.StatementEvent;
import dev.grapnel.sql.connection.StatementHooks;
import dev.grapnel.sql.connection.Written;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.SqlErrors;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs texts on the connection of one transaction, and tells the listeners of the engine. For one thread; ends with the transaction.
 *
 * <p>Every method throws {@link DatabaseException} if the database refuses, or {@link dev.grapnel.core.error.IntegrityException} if a
 * constraint would break.
 */
public final class StatementRunner {
    /** Rows that were sent together, not all of which were met; which ones is not known. */
    public static final int NOT_ALL_MET = -100;

    private final JdbcConnection connection;
    private final Dialect dialect;
    private final StatementHooks hooks;
    private final IdleStatements idle;
    private final int batchSize;

    private StatementRunner(JdbcConnection connection) {
        Engine engine = connection.engine();
        this.connection = connection;
        this.dialect = engine.dialect();
        this.hooks = engine.statementHooks();
        this.idle = IdleStatements.on(connection);
        this.batchSize = engine.settings().batchSize();
    }

    /**
     * Makes the runner of a transaction; {@code connection.unwrap(StatementRunner.class)} gives it again.
     *
     * @param transaction that has none yet
     * @return the runner
     */
    public static StatementRunner on(JdbcTransaction transaction) {
        StatementRunner runner = new StatementRunner(transaction.connection());
        transaction.closesToo(runner.idle);
        transaction.connection().alsoAs(runner);
        return runner;
    }

    /** The connection of the transaction. */
    JdbcConnection connection() {
        return connection;
    }

    /** The database that the connection belongs to. */
    Engine engine() {
        return connection.engine();
    }

    /**
     * Runs a statement that writes.
     *
     * @param text of the statement
     * @param parameters by position
     * @return how many rows it wrote
     */
    public int execute(PreparedText text, @Nullable Object... parameters) {
        List<@Nullable Object[]> rows = Collections.singletonList(parameters);
        return run(text, rows, (sent, statement) -> {
            sent.bind(statement, parameters);
            int count = statement.executeUpdate();
            return new Written<>(count, count);
        });
    }

    /**
     * Runs a statement that writes once for each row of parameters, in JDBC batches.
     *
     * @param text of the statement
     * @param rows of parameters by position
     * @return how many rows each wrote, in order; {@link java.sql.Statement#SUCCESS_NO_INFO} where the driver does not tell, as
     *     PostgreSQL's for inserts
     */
    public int[] executeBatch(PreparedText text, List<@Nullable Object[]> rows) {
        int[] counts = new int[rows.size()];
        for (int from = 0; from < rows.size(); from += batchSize) {
            List<@Nullable Object[]> part = rows.subList(from, Math.min(rows.size(), from + batchSize));
            int[] some = part.size() == 1 ? new int[] {execute(text, part.get(0))} : runBatch(text, part);
            System.arraycopy(some, 0, counts, from, some.length);
        }
        return counts;
    }

    private int[] runBatch(PreparedText text, List<@Nullable Object[]> rows) {
        return run(text, rows, (sent, statement) -> {
            int[] counts = batch(sent, statement, rows);
            return new Written<>(counts, sum(counts));
        });
    }

    private static int[] batch(PreparedText text, PreparedStatement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        for (@Nullable Object[] row : rows) {
            text.bind(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    /**
     * Updates many rows, each by its own values.
     *
     * @param update of one row
     * @param rows of parameters by position
     * @return how many rows each wrote, in order; {@link #NOT_ALL_MET} for all that were sent together without a version,
     *     if they wrote another number of rows
     */
    public int[] update(UpdateText update, List<@Nullable Object[]> rows) {
        return new ArrayRun(this, update.single(), update::arrays, batchSize).send(rows);
    }

    /**
     * Inserts rows and brings back what the database generated.
     *
     * @param insert what to insert into, and what to read back
     * @param rows values in the order of {@link InsertText#columns()}
     * @return for each row, in order, values in the order of {@link InsertText#returned()}; without any such columns, empty arrays
     */
    public List<@Nullable Object[]> insert(InsertText insert, List<@Nullable Object[]> rows) {
        return new InsertRun(this, insert, batchSize).send(rows);
    }

    /**
     * Runs a query.
     *
     * @param text of the query
     * @param parameters by position
     * @return its rows; close them
     */
    public Rows query(PreparedText text, @Nullable Object... parameters) {
        return reading(text, 0, parameters);
    }

    /**
     * Runs a query whose rows come in portions.
     *
     * @param text of the query
     * @param fetchSize how many rows the driver fetches at once; 0 leaves it to the driver
     * @param parameters by position
     * @return its rows; close them
     */
    public Rows stream(PreparedText text, int fetchSize, @Nullable Object... parameters) {
        Rows rows = reading(text, fetchSize, parameters);
        idle.keepOpen(rows);
        return rows;
    }

    private Rows reading(PreparedText text, int fetchSize, @Nullable Object[] parameters) {
        return run(text, Collections.singletonList(text.valuesOf(parameters)), new Reading(fetchSize, parameters));
    }

    /** Does the work with a statement of the text; the rows of parameters are for listeners and messages. */
    <T> T run(PreparedText text, List<@Nullable Object[]> rows, Work<T> work) {
        return hooks.isEmpty() ? attempt(text, rows, work).result() : runWatched(text, rows, work);
    }

    private <T> T runWatched(PreparedText text, List<@Nullable Object[]> rows, Work<T> work) {
        StatementEvent event = new StatementEvent(connection, text.kind(), text.sql(), rows);
        long start = System.nanoTime();
        T result = hooks.around(event, sent -> attempt(text.replacedBy(sent), rows, work))
                .result();
        if (result instanceof Rows open) {
            open.watchedBy(new OpenQuery(hooks, event, start));
        }
        return result;
    }

    private <T> Written<T> attempt(PreparedText text, List<@Nullable Object[]> rows, Work<T> work) {
        if (text.runsInTransaction()) {
            connection.beginIfLate();
        }
        try {
            PreparedStatement statement = idle.take(text);
            try {
                Written<T> written = work.on(text, statement);
                if (!work.keepsStatement()) {
                    idle.giveBack(text, statement);
                }
                return written;
            } catch (SQLException | RuntimeException failure) {
                closeAfter(failure, statement);
                throw failure;
            }
        } catch (SQLException failure) {
            throw SqlErrors.statementFailed(dialect, text.sql(), parametersOf(rows), failure);
        }
    }

    private static void closeAfter(Exception failure, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception second) {
            failure.addSuppressed(second);
        }
    }

    private String parametersOf(List<@Nullable Object[]> rows) {
        return ParameterText.of(rows, connection.engine().settings().showParameters());
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            // A driver that does not tell has succeeded all the same: once for each set.
            sum += count < 0 ? 1 : count;
        }
        return sum;
    }

    /** What is done with a statement. */
    interface Work<T> {
        Written<T> on(PreparedText text, PreparedStatement statement) throws SQLException;

        /** Whether the statement stays in use when the work is done. */
        default boolean keepsStatement() {
            return false;
        }
    }

    /** Opens the rows of a query, which hold the statement until they are closed. */
    private final class Reading implements Work<Rows> {
        private final int fetchSize;
        private final @Nullable Object[] parameters;

        Reading(int fetchSize, @Nullable Object[] parameters) {
            this.fetchSize = fetchSize;
            this.parameters = parameters;
        }

        @Override
        public Written<Rows> on(PreparedText text, PreparedStatement statement) throws SQLException {
            statement.setFetchSize(fetchSize);
            text.bind(statement, parameters);
            return new Written<>(new Rows(text, statement, statement.executeQuery(), idle, dialect), -1);
        }

        @Override
        public boolean keepsStatement() {
            return true;
        }
    }
}
