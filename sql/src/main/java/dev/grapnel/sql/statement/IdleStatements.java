package dev.grapnel.sql.statement;

import dev.grapnel.sql.connection.JdbcConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements of one transaction, or of one connection over its transactions, that may run again. A statement in use is not in here, so one that is asked for again while its
 * rows are still being read is prepared a second time.
 */
final class IdleStatements implements AutoCloseable {
    private static final int MOST = 32;
    private static final int FEW_ROWS = 100;

    private final Connection connection;
    private final boolean lasting;

    /** Whether a statement is of no use when the connection is in another schema. */
    private final boolean ofOneSchema;

    private final Map<PreparedText, PreparedStatement> idle = new LinkedHashMap<>();
    private final Set<Rows> open = Collections.newSetFromMap(new IdentityHashMap<>(0));
    /** In which the names in statements that last were looked up. */
    private @Nullable String schema;

    /** How many were taken in this transaction and not given back. */
    private int taken;

    /** Whether a statement that is taken may be of another schema. */
    private boolean doubtful;

    private IdleStatements(Connection connection, boolean lasting, boolean ofOneSchema) {
        this.connection = connection;
        this.lasting = lasting;
        this.ofOneSchema = ofOneSchema;
    }

    /** Those for a transaction; they are closed with it, unless the connection keeps its statements. */
    static IdleStatements on(JdbcConnection connection) {
        IdleStatements kept = connection.kept(
                IdleStatements.class,
                connection.engine().dialect().preparesForOneSchema()
                        ? IdleStatements::ofOneSchema
                        : IdleStatements::ofAnySchema);
        return kept == null ? new IdleStatements(connection.jdbc(), false, false) : kept;
    }

    private static IdleStatements ofOneSchema(Connection own) {
        return new IdleStatements(own, true, true);
    }

    private static IdleStatements ofAnySchema(Connection own) {
        return new IdleStatements(own, true, false);
    }

    PreparedStatement take(PreparedText text) throws SQLException {
        if (ofOneSchema) {
            followSchema();
            taken++;
        }
        PreparedStatement known = idle.remove(text);
        return known != null ? known : prepare(text);
    }

    /** The database looks names up when it prepares, so a statement would go on reading the tables of the schema that the connection was in then. */
    private void followSchema() throws SQLException {
        String now = connection.getSchema();
        if (!Objects.equals(now, schema)) {
            closeIdle();
            schema = now;
            doubtful = taken > 0;
        }
    }

    private PreparedStatement prepare(PreparedText text) throws SQLException {
        return text.keyColumns().isEmpty()
                ? connection.prepareStatement(text.sql())
                : connection.prepareStatement(text.sql(), text.keyColumns().toArray(String[]::new));
    }

    void giveBack(PreparedText text, PreparedStatement statement) throws SQLException {
        giveBack(text, statement, 0);
    }

    /** A query that brought many rows does not stay with the connection: preparing it is little work beside, and drivers hold on to the rows. */
    void giveBack(PreparedText text, PreparedStatement statement, long rows) throws SQLException {
        boolean stays = !lasting || mayLast(rows);
        if (!stays || !text.isReused() || idle.containsKey(text)) {
            statement.close();
            return;
        }
        if (lasting) {
            // They may be large, and it may be long until the next ones come.
            statement.clearParameters();
        }
        idle.put(text, statement);
        if (idle.size() > MOST) {
            Iterator<PreparedStatement> oldest = idle.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }

    private boolean mayLast(long rows) throws SQLException {
        if (!ofOneSchema) {
            return rows <= FEW_ROWS;
        }
        taken--;
        return rows <= FEW_ROWS && !doubtful && Objects.equals(connection.getSchema(), schema);
    }

    /** Rows that are read for longer than a call end with the transaction. */
    void keepOpen(Rows rows) {
        open.add(rows);
    }

    void noLongerOpen(Rows rows) {
        if (!open.isEmpty()) {
            open.remove(rows);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!open.isEmpty()) {
            List.copyOf(open).forEach(Rows::close);
        }
        if (lasting) {
            taken = 0;
            doubtful = false;
        } else {
            closeIdle();
        }
    }

    private void closeIdle() throws SQLException {
        for (PreparedStatement statement : idle.values()) {
            statement.close();
        }
        idle.clear();
    }

    @Override
    public String toString() {
        return "prepared statements";
    }
}
