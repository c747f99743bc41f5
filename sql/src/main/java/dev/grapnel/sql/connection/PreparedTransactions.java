package dev.grapnel.sql.connection;

import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.sql.dialect.SqlErrors;
import dev.grapnel.sql.dialect.TwoPhase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The transactions of a database that were prepared and neither committed nor rolled back (rule U-40), as after a crash between the two
 * phases. They hold their locks until they are ended, so a coordinator looks here when it starts.
 *
 * <p>Every method throws {@link DatabaseException} if the database refuses.
 */
public final class PreparedTransactions {
    private final Engine engine;
    private final TwoPhase statements;

    PreparedTransactions(Engine engine, TwoPhase statements) {
        this.engine = engine;
        this.statements = statements;
    }

    /**
     * Ends the transactions of sessions that were left prepared, as by a crash between the two phases. A transaction of which all parts had
     * been prepared is committed everywhere, any other is rolled back everywhere, so that the databases agree. Running it again, after a
     * failure, goes on.
     *
     * <p>To be called when the program starts, before its first session: what another program, or another session, is about to commit must
     * not be touched, so names have to begin with something of the program's own.
     *
     * @param engines all databases that may have taken part; those without two-phase commit are left out
     * @param prefix with which the names begin that this program gives to {@code prepare}
     * @return what was done
     * @throws DatabaseException if a database cannot be reached
     */
    public static Recovery recover(Collection<Engine> engines, String prefix) {
        List<Engine> capable = engines.stream()
                .filter(engine -> engine.dialect().twoPhase() != null)
                .toList();
        List<String> committed = new ArrayList<>();
        List<String> rolledBack = new ArrayList<>();
        for (PreparedGroup group : PreparedGroup.find(capable, prefix)) {
            if (group.isToBeCommitted()) {
                group.commit();
                committed.add(group.name());
            } else {
                group.rollback();
                rolledBack.add(group.name());
            }
        }
        return new Recovery(committed, rolledBack);
    }

    /** {@return the names of those that are prepared now, whoever did it; not of sessions of this program only} */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        run("list prepared transactions", statement -> {
            try (ResultSet rows = statement.executeQuery(statements.names())) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        });
        return names;
    }

    /**
     * Commits a prepared transaction that no session can commit any more.
     *
     * @param name as given to {@code prepare}
     */
    public void commit(String name) {
        String sql = statements.commit(name);
        run("commit prepared transaction '" + name + "'", statement -> statement.execute(sql));
    }

    /**
     * Rolls back a prepared transaction that no session can roll back any more.
     *
     * @param name as given to {@code prepare}
     */
    public void rollback(String name) {
        String sql = statements.rollback(name);
        run("roll back prepared transaction '" + name + "'", statement -> statement.execute(sql));
    }

    /** Outside of a transaction, where all databases take these statements. */
    private void run(String action, Use use) {
        try (Connection connection = engine.connect();
                Statement statement = connection.createStatement()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                use.of(statement);
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException failure) {
            throw SqlErrors.actionFailed(engine.dialect(), action, failure);
        }
    }

    /** What is done with a statement. */
    private interface Use {
        void of(Statement statement) throws SQLException;
    }
}
