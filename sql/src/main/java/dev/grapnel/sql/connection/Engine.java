package dev.grapnel.sql.connection;

import com.zaxxer.hikari.HikariDataSource;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.store.Store;
import dev.grapnel.events.EventTarget;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.SqlErrors;
import dev.grapnel.sql.dialect.TwoPhase;
import dev.grapnel.sql.schema.JooqClasses;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;
import org.jspecify.annotations.Nullable;

/**
 * A database that one can connect to. Thread-safe; make one for each database and close it with the program.
 *
 * <pre>{@code
 * try (Engine engine = Engine.create("jdbc:h2:mem:demo")) { … }
 * }</pre>
 *
 * <p>An engine made from a URL owns a connection pool, which opens its first connection when one is needed. H2 databases in memory stay
 * until the program ends, unless the URL says otherwise, and H2's names match whatever their case. A SQLite database in memory has one
 * connection for as long as the engine lives, so one transaction at a time. Foreign keys are enforced on SQLite too.
 *
 * <p>An engine made from a {@code DataSource} leaves its life to whoever made it.
 */
public final class Engine implements Store, AutoCloseable, EventTarget<StatementEvents> {
    static {
        JooqClasses.loadAhead();
    }

    private final DataSource source;
    private final @Nullable HikariDataSource ownPool;
    private final Dialect dialect;
    private final EngineSettings settings;
    private final LateContext rendering;
    private final StatementHooks hooks;
    private final @Nullable KeptWithConnections kept;
    private final LongAdder openTransactions = new LongAdder();
    private final OwnedBoundary.Lender lender = new TransactionLender();
    private volatile boolean closed;

    private Engine(DataSource source, @Nullable HikariDataSource ownPool, SQLDialect jooq, EngineSettings settings) {
        this.source = source;
        this.ownPool = ownPool;
        this.dialect = Dialect.of(jooq);
        this.settings = settings;
        this.rendering = new LateContext(jooq);
        this.hooks = new StatementHooks("statements of a " + dialect + " engine");
        // A data source that is no pool may be somebody's who watches all statements, as for their log.
        this.kept = dialect.preparesSlowly() && source instanceof HikariDataSource pool
                ? new KeptWithConnections(pool.getMaximumPoolSize(), settings.lateBegin() && dialect.beginsLate())
                : null;
    }

    /**
     * An engine for a URL that needs no password. Nothing is connected yet.
     *
     * @param jdbcUrl as {@code jdbc:h2:mem:demo}
     * @return the engine
     * @throws InvalidArgumentException if the URL belongs to no known database
     */
    public static Engine create(String jdbcUrl) {
        return open(jdbcUrl, null, null, EngineSettings.DEFAULT);
    }

    /**
     * An engine for a URL. Nothing is connected yet.
     *
     * @param jdbcUrl as {@code jdbc:postgresql://host/database}
     * @param user who connects
     * @param password the user's
     * @return the engine
     * @throws InvalidArgumentException if the URL belongs to no known database
     */
    public static Engine create(String jdbcUrl, String user, String password) {
        return open(jdbcUrl, user, password, EngineSettings.DEFAULT);
    }

    /**
     * An engine for a URL that needs no password, with settings. Nothing is connected yet.
     *
     * @param jdbcUrl as {@code jdbc:h2:mem:demo}
     * @param settings pool size, time to wait, whether to show parameters
     * @return the engine
     * @throws InvalidArgumentException if the URL belongs to no known database
     */
    public static Engine create(String jdbcUrl, EngineSettings settings) {
        return open(jdbcUrl, null, null, settings);
    }

    /**
     * An engine for a URL, with settings. Nothing is connected yet.
     *
     * @param jdbcUrl as {@code jdbc:postgresql://host/database}
     * @param user who connects
     * @param password the user's
     * @param settings pool size, time to wait, whether to show parameters
     * @return the engine
     * @throws InvalidArgumentException if the URL belongs to no known database
     */
    public static Engine create(String jdbcUrl, String user, String password, EngineSettings settings) {
        return open(jdbcUrl, user, password, settings);
    }

    private static Engine open(String url, @Nullable String user, @Nullable String password, EngineSettings settings) {
        SQLDialect jooq = JDBCUtils.dialect(url);
        if (jooq == SQLDialect.DEFAULT) {
            throw new InvalidArgumentException("Cannot make an engine for URL '" + withoutSecrets(url)
                    + "': it names no database that is known. Give a JDBC URL as jdbc:postgresql://host/database,"
                    + " jdbc:h2:mem:name or jdbc:sqlite:file, or use Engine.of(dataSource, dialect).");
        }
        HikariDataSource pool = new ConnectionPools(url, jooq, settings).open(user, password);
        return new Engine(pool, pool, jooq, settings);
    }

    /** Passwords stand behind the question mark or the first semicolon. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "…");
    }

    /**
     * An engine over connections from elsewhere. Connects once, to see what database it is.
     *
     * @param source of connections
     * @return the engine
     * @throws DatabaseException if no connection can be had
     */
    public static Engine of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return of(source, JDBCUtils.dialect(connection));
        } catch (SQLException failure) {
            throw SqlErrors.actionFailed(Dialect.of(SQLDialect.DEFAULT), "connect to the data source", failure);
        }
    }

    /**
     * An engine over connections from elsewhere. Nothing is connected yet.
     *
     * @param source of connections
     * @param dialect the kind of database
     * @return the engine
     */
    public static Engine of(DataSource source, SQLDialect dialect) {
        return of(source, dialect, EngineSettings.DEFAULT);
    }

    /**
     * An engine over connections from elsewhere, with settings. Nothing is connected yet.
     *
     * @param source of connections
     * @param dialect the kind of database
     * @param settings what becomes of parameters and batches; those of the pool are for whoever made the source
     * @return the engine
     */
    public static Engine of(DataSource source, SQLDialect dialect, EngineSettings settings) {
        return new Engine(source, null, dialect, settings);
    }

    /** {@return what kind of database it is} */
    public Dialect dialect() {
        return dialect;
    }

    /** {@return how the engine behaves} */
    public EngineSettings settings() {
        return settings;
    }

    /** {@return a jOOQ context that renders for this database and has no connection} */
    public DSLContext rendering() {
        return rendering.context();
    }

    /** The events of all statements that run over this engine; see {@link StatementEvents}. */
    @Override
    public StatementEvents events() {
        return hooks.events();
    }

    /** {@return the live listeners of statements, for whoever runs statements} */
    public StatementHooks statementHooks() {
        return hooks;
    }

    /**
     * Takes a connection and begins a transaction on it. PostgreSQL may hear of it with the first statement that needs it; see
     * {@link EngineSettings#lateBegin()}.
     *
     * @return the transaction; close it in any case
     * @throws DatabaseException if no connection can be had within the time of {@link EngineSettings#connectTimeout()}
     * @throws InvalidRequestException if the engine is closed
     */
    @Override
    public JdbcTransaction begin() {
        Connection connection = connect();
        try {
            KeptWithConnection keeps = kept == null ? null : kept.of(connection);
            boolean late = keeps != null && keeps.beginsLate();
            TransactionBoundary boundary = new OwnedBoundary(connection, ownPool == null && isSqlite(), lender, late);
            JdbcTransaction transaction =
                    JdbcTransaction.begin(new JdbcConnection(this, connection, boundary, keeps), boundary);
            openTransactions.increment();
            return transaction;
        } catch (SQLException | RuntimeException failure) {
            giveBack(connection, failure);
            throw failure instanceof SQLException sql
                    ? SqlErrors.actionFailed(dialect, "begin a transaction", sql)
                    : (RuntimeException) failure;
        }
    }

    /** Lends connections for transactions of this engine, and takes them back. */
    private final class TransactionLender implements OwnedBoundary.Lender {
        @Override
        public void discard(Connection connection) throws SQLException {
            if (ownPool != null) {
                ownPool.evictConnection(connection);
            }
            connection.unwrap(Connection.class).close();
        }

        @Override
        public void takeBack(Connection connection) throws SQLException {
            openTransactions.decrement();
            connection.close();
        }
    }

    private static void giveBack(Connection connection, Exception failure) {
        try {
            connection.close();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /**
     * Takes part in the transaction of a connection that belongs to someone else (rule U-41). The connection is never closed here.
     *
     * @param connection in auto-commit mode or not; see {@link JoinMode}
     * @param mode what a commit, a rollback and closing do to the transaction
     * @return the transaction; close it before the connection's owner ends theirs
     * @throws InvalidRequestException if the engine is closed
     */
    public JdbcTransaction join(Connection connection, JoinMode mode) {
        requireOpen();
        try {
            TransactionBoundary boundary = boundaryOf(connection, mode);
            return JdbcTransaction.begin(new JdbcConnection(this, connection, boundary, null), boundary);
        } catch (SQLException failure) {
            throw SqlErrors.actionFailed(dialect, "join a connection", failure);
        }
    }

    private static TransactionBoundary boundaryOf(Connection connection, JoinMode mode) throws SQLException {
        if (connection.getAutoCommit()) {
            return OwnedBoundary.onLent(connection);
        }
        return switch (mode) {
            case CONDITIONAL_SAVEPOINT, ROLLBACK_ONLY -> new OuterBoundary(connection, false);
            case CONTROL_FULLY -> new OuterBoundary(connection, true);
            case CREATE_SAVEPOINT -> new JoinedBoundary(connection);
        };
    }

    /**
     * The transactions of the database that were prepared and not ended, as after a crash (rule U-40).
     *
     * @return a live view
     * @throws InvalidRequestException if the database knows no two-phase commit
     */
    public PreparedTransactions preparedTransactions() {
        return new PreparedTransactions(this, requireTwoPhase());
    }

    /**
     * The statements of a two-phase commit.
     *
     * @return the statements
     * @throws InvalidRequestException if the database knows no two-phase commit
     */
    public TwoPhase requireTwoPhase() {
        TwoPhase statements = dialect.twoPhase();
        if (statements == null) {
            throw new InvalidRequestException("Cannot prepare transactions on " + this
                    + ": there is no two-phase commit for " + dialect + ". Commit without preparing.");
        }
        return statements;
    }

    Connection connect() {
        requireOpen();
        try {
            return source.getConnection();
        } catch (SQLException | RuntimeException failure) {
            // The pool hides what is no SQLException in one of its own.
            throw cannotConnect(failure);
        }
    }

    private DatabaseException cannotConnect(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String where = ownPool == null ? "the data source" : "'" + withoutSecrets(ownPool.getJdbcUrl()) + "'";
        return new DatabaseException(
                "Cannot connect to " + where + ": " + SqlErrors.textOf(root) + ". " + connectAdvice(), failure);
    }

    private String connectAdvice() {
        return ownPool != null
                        && ownPool.isRunning()
                        && ownPool.getHikariPoolMXBean().getActiveConnections() >= ownPool.getMaximumPoolSize()
                ? "All " + ownPool.getMaximumPoolSize() + " connections of the pool are in use; end other transactions"
                        + " (close their sessions), or give the engine a larger pool."
                : "Check the address, the user and the password, and that the database runs and takes connections.";
    }

    /** {@return how many transactions have a connection of this engine and were not closed yet; to find those that were forgotten} */
    public int openTransactions() {
        return openTransactions.intValue();
    }

    private boolean isSqlite() {
        return dialect.family() == SQLDialect.SQLITE;
    }

    private void requireOpen() {
        if (closed) {
            throw new InvalidRequestException(
                    "Cannot use " + this + ": it is closed. Close the engine last, after all sessions.");
        }
    }

    /** Closes the pool if the engine made it; transactions that are still open lose their connection. Closing twice is harmless. */
    @Override
    public void close() {
        closed = true;
        if (ownPool != null) {
            ownPool.close();
        }
    }

    @Override
    public String toString() {
        return ownPool == null
                ? "engine of a " + dialect + " data source"
                : "engine of " + withoutSecrets(ownPool.getJdbcUrl());
    }
}
