package dev.grapnel.sql.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is kept with the driver's own connections of a pool from one transaction to the next. Thread-safe; each connection is used by one thread at a
 * time.
 */
final class KeptWithConnections {
    private final Map<Connection, Object> kept = new ConcurrentHashMap<>();
    private final int usual;

    /**
     * Keeps nothing yet.
     *
     * @param usual how many connections there are; if there are more, some are closed
     */
    KeptWithConnections(int usual) {
        this.usual = usual;
    }

    /** What is kept with the connection that a pooled one stands for, made if there is nothing. */
    <A> A of(Connection pooled, Class<A> type, Function<Connection, A> make) throws SQLException {
        Connection own = pooled.unwrap(Connection.class);
        Object known = kept.get(own);
        if (known == null) {
            forgetClosed();
            known = make.apply(own);
            kept.put(own, known);
        }
        return type.cast(known);
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
