package dev.grapnel.sql.connection;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.sql.dialect.SqlErrors;
import dev.grapnel.sql.schema.JooqContexts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The live connection of one transaction. For one thread, and valid until the transaction ends.
 *
 * <p>A program that takes the JDBC connection from it may run statements, and may not commit, roll back or close it.
 */
public final class JdbcConnection implements StoreConnection {
    private final Engine engine;
    private final Connection jdbc;
    private final TransactionBoundary boundary;
    private final @Nullable KeptWithConnection kept;
    private final List<Object> views = new ArrayList<>(1);
    private @Nullable DSLContext context;

    JdbcConnection(Engine engine, Connection jdbc, TransactionBoundary boundary, @Nullable KeptWithConnection kept) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.boundary = boundary;
        this.kept = kept;
    }

    /**
     * Something that stays with the connection when the transaction ends, for the next one that gets it from the pool.
     *
     * @param type of it, one for each engine
     * @param make makes it for the driver's own connection
     * @param <A> the type
     * @return what is there, or was made; null if this connection keeps nothing, because it belongs to someone else or its driver does so itself
     */
    public <A> @Nullable A kept(Class<A> type, Function<Connection, A> make) {
        return kept == null ? null : kept.thing(type, make);
    }

    /**
     * Begins the transaction at the database if that was left for the first statement that needs it; see {@link EngineSettings#lateBegin()}. Harmless if it has begun or ended.
     *
     * @throws dev.grapnel.core.error.DatabaseException if the connection is broken
     */
    public void beginIfLate() {
        try {
            boundary.beginIfLate();
        } catch (SQLException failure) {
            throw SqlErrors.actionFailed(engine.dialect(), "begin a transaction", failure);
        }
    }

    /** {@return the engine it came from} */
    public Engine engine() {
        return engine;
    }

    /** {@return the connection as JDBC knows it, in its transaction} */
    public Connection jdbc() {
        beginIfLate();
        return jdbc;
    }

    /** {@return jOOQ on this connection; its statements fire {@link StatementEvents}} */
    public DSLContext jooq() {
        DSLContext known = context;
        if (known == null) {
            known = JooqContexts.running(jdbc(), engine.dialect().jooq(), new JooqWatch(this));
            context = known;
        }
        return known;
    }

    /**
     * The connection as another type: {@code java.sql.Connection}, {@code org.jooq.DSLContext}, {@link Engine}, this class, what was
     * added by {@link #alsoAs}, or a type of the JDBC driver.
     *
     * @throws InvalidArgumentException if it is none of these
     */
    @Override
    public <C> C unwrap(Class<C> type) {
        if (type == Connection.class) {
            return type.cast(jdbc());
        } else if (type == DSLContext.class) {
            return type.cast(jooq());
        } else if (type == Engine.class) {
            return type.cast(engine);
        }
        return type.isInstance(this) ? type.cast(this) : otherView(type);
    }

    private <C> C otherView(Class<C> type) {
        for (Object view : views) {
            if (type.isInstance(view)) {
                return type.cast(view);
            }
        }
        return DriverView.of(jdbc(), type);
    }

    /**
     * Makes something that works on this connection known to {@link #unwrap}.
     *
     * @param view what works on it, for as long as the transaction lasts
     */
    public void alsoAs(Object view) {
        views.add(view);
    }

    @Override
    public String toString() {
        return "connection of " + engine;
    }
}
