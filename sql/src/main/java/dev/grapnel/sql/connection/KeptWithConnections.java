package dev.grapnel.sql.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is kept with each of the driver's own connections of a pool from one transaction to the next. Thread-safe; each connection is used by one thread at a
 * time.
 */
final class KeptWithConnections {
    private final Map<Connection, KeptWithConnection> kept = new ConcurrentHashMap<>();
    private final int usual;
    private final boolean beginLate;

    /**
     * Keeps nothing yet.
     *
     * @param usual how many connections there are; if there are more, some are closed
     * @param beginLate whether transactions are to begin late where the isolation allows it
     */
    KeptWithConnections(int usual, boolean beginLate) {
        this.usual = usual;
        this.beginLate = beginLate;
    }

    /** What is kept with the connection that a pooled one stands for. */
    KeptWithConnection of(Connection pooled) throws SQLException {
        Connection own = pooled.unwrap(Connection.class);
        KeptWithConnection known = kept.get(own);
        if (known == null) {
            forgetClosed();
            known = new KeptWithConnection(own, beginLate && KeptWithConnection.readsWhatIsCommitted(own));
            kept.put(own, known);
        }
        return known;
    }

    private void forgetClosed() throws SQLException {
        if (kept.size() >= usual) {
            for (Connection connection : List.copyOf(kept.keySet())) {
                if (connection.isClosed()) {
                    kept.remove(connection);
                }
            }
        }
    }
}
