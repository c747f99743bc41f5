package dev.grapnel.sql.connection;

import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;

/** Has the listeners of an engine see what a program runs by jOOQ on one connection. */
record JooqWatch(JdbcConnection connection) implements ExecuteListenerProvider {
    private static final ExecuteListener NOBODY = new ExecuteListener() {};

    @Override
    public ExecuteListener provide() {
        StatementHooks hooks = connection.engine().statementHooks();
        return hooks.isEmpty() ? NOBODY : new JooqStatement(connection, hooks);
    }
}
