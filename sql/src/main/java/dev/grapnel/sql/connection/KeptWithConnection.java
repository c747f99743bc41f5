package dev.grapnel.sql.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of a driver's own connection, and kept with it over its transactions. For the thread that has the connection. */
final class KeptWithConnection {
    private final Connection own;
    private final boolean beginsLate;
    private @Nullable Object thing;

    KeptWithConnection(Connection own, boolean beginsLate) {
        this.own = own;
        this.beginsLate = beginsLate;
    }

    /**
     * Asks a connection that has no transaction whether each statement sees what is committed when it starts, so that it makes no difference to a read whether a
     * transaction has begun before it. That may be a statement.
     */
    static boolean readsWhatIsCommitted(Connection own) throws SQLException {
        boolean before = own.getAutoCommit();
        // Otherwise the question itself would begin a transaction.
        own.setAutoCommit(true);
        try {
            return own.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
        } finally {
            own.setAutoCommit(before);
        }
    }

    /** Whether its transactions may begin with the first statement that needs one. */
    boolean beginsLate() {
        return beginsLate;
    }

    /** What is kept, made if there is nothing. */
    <A> A thing(Class<A> type, Function<Connection, A> make) {
        Object known = thing;
        if (known == null) {
            known = make.apply(own);
            thing = known;
        }
        return type.cast(known);
    }
}
