package dev.grapnel.sql.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prepared statements of one transaction that may run again. A statement in use is not in here, so one that is asked for again while its
 * rows are still being read is prepared a second time.
 */
final class IdleStatements implements AutoCloseable {
    private static final int MOST = 32;

    private final Connection connection;
    private final Map<PreparedText, PreparedStatement> idle = new LinkedHashMap<>();
    private final Set<Rows> open = Collections.newSetFromMap(new IdentityHashMap<>(0));

    IdleStatements(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement take(PreparedText text) throws SQLException {
        PreparedStatement known = idle.remove(text);
        return known != null ? known : prepare(text);
    }

    private PreparedStatement prepare(PreparedText text) throws SQLException {
        return text.keyColumns().isEmpty()
                ? connection.prepareStatement(text.sql())
                : connection.prepareStatement(text.sql(), text.keyColumns().toArray(String[]::new));
    }

    void giveBack(PreparedText text, PreparedStatement statement) throws SQLException {
        if (!text.isReused() || idle.containsKey(text)) {
            statement.close();
            return;
        }
        idle.put(text, statement);
        if (idle.size() > MOST) {
            Iterator<PreparedStatement> oldest = idle.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
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
        List.copyOf(open).forEach(Rows::close);
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
