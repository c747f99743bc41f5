package dev.grapnel.sql;

import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventTarget;
import dev.grapnel.sql.bind.Binds;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JoinMode;
import dev.grapnel.sql.statement.StatementCache;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions of one kind: over one engine, with one registry. Thread-safe; an application usually has one.
 *
 * <pre>{@code
 * SessionFactory sessions = SessionFactory.of(engine, registry);
 * sessions.inTransaction(session -> session.add(new Contact("ed")));
 * }</pre>
 */
public final class SessionFactory implements EventTarget<SessionEvents<Session>> {
    private final Binds binds;
    private final Registry registry;
    private final SessionOptions options;
    private final Dispatch dispatch;
    private final Map<Engine, EngineRoom> rooms = new ConcurrentHashMap<>();
    private final @Nullable EngineRoom only;
    private final Map<Object, Object> info = new ConcurrentHashMap<>();

    private SessionFactory(Binds binds, Registry registry, SessionOptions options) {
        this.binds = binds;
        this.registry = registry;
        this.options = options;
        this.dispatch = SessionEvents.factoryDispatch("the sessions of a factory");
        this.only = binds.isOne() ? room(binds.main()) : null;
    }

    /**
     * A factory of sessions that flush before queries and expire objects on commit.
     *
     * @param engine the database
     * @param registry the mapped classes
     * @return the factory
     */
    public static SessionFactory of(Engine engine, Registry registry) {
        return of(engine, registry, SessionOptions.DEFAULT);
    }

    /**
     * A factory of sessions.
     *
     * @param engine the database
     * @param registry the mapped classes
     * @param options how its sessions behave
     * @return the factory
     */
    public static SessionFactory of(Engine engine, Registry registry, SessionOptions options) {
        return of(Binds.of(engine), registry, options);
    }

    /**
     * A factory of sessions over several databases, that flush before queries and expire objects on commit.
     *
     * @param binds the databases, and which of them is used for what
     * @param registry the mapped classes
     * @return the factory
     */
    public static SessionFactory of(Binds binds, Registry registry) {
        return of(binds, registry, SessionOptions.DEFAULT);
    }

    /**
     * A factory of sessions over several databases. Each of them joins the transaction of a session when it is first needed there.
     *
     * @param binds the databases, and which of them is used for what
     * @param registry the mapped classes
     * @param options how its sessions behave
     * @return the factory
     */
    public static SessionFactory of(Binds binds, Registry registry, SessionOptions options) {
        return new SessionFactory(binds, registry, options);
    }

    /** The events of all sessions of this factory, present and future (rule E-17). */
    @Override
    public SessionEvents<Session> events() {
        return SessionEvents.of(dispatch);
    }

    /** Opens a session; no connection is taken before it is needed. */
    public Session open() {
        return new Session(this, null);
    }

    /**
     * Opens a session that takes part in the transaction of a connection that belongs to someone else: as {@link #open(Connection, JoinMode)}
     * with {@link JoinMode#CONDITIONAL_SAVEPOINT}, so that committing is left to the connection's owner.
     *
     * @param connection to the database of the engine; never closed by the session
     * @return the session
     */
    public Session open(Connection connection) {
        return open(connection, JoinMode.CONDITIONAL_SAVEPOINT);
    }

    /**
     * Opens a session that takes part in the transaction of a connection that belongs to someone else (rule U-41). For frameworks that manage
     * transactions, and for tests that undo all that was done.
     *
     * <pre>{@code
     * try (Session session = sessions.open(connection, JoinMode.CREATE_SAVEPOINT)) { … }
     * }</pre>
     *
     * @param connection to the database of the engine; never closed by the session, and not used elsewhere while the session has a
     *     transaction
     * @param mode what a commit, a rollback and closing do to the transaction
     * @return the session; close it before the connection
     */
    public Session open(Connection connection, JoinMode mode) {
        return new Session(this, () -> engine().join(connection, mode));
    }

    /**
     * Does some work in a session of its own, and commits; an exception rolls back and goes on.
     *
     * @param work what to do
     */
    public void inTransaction(Consumer<? super Session> work) {
        try (Session session = open()) {
            work.accept(session);
            session.commit();
        }
    }

    /**
     * As {@link #inTransaction}, and gives what the work gives.
     *
     * @param work what to do; objects that it gives are detached and expired, unless {@code expireOnCommit} is off, so give values
     * @param <R> the result
     * @return what the work gave
     */
    public <R extends @Nullable Object> R computeInTransaction(Function<? super Session, R> work) {
        try (Session session = open()) {
            R result = work.apply(session);
            session.commit();
            return result;
        }
    }

    /**
     * What the program wants to remember with this factory. Each session opened from now on begins with a copy; see {@link Session#info}.
     *
     * @return a map to read and write, from any thread; keys and values are not null
     */
    public Map<Object, Object> info() {
        return info;
    }

    /**
     * The database; if there are several, the main one.
     *
     * @return the engine
     * @throws dev.grapnel.core.error.InvalidRequestException if there are several and none is the main one
     */
    public Engine engine() {
        return binds.main();
    }

    /** The databases, and which of them is used for what. */
    public Binds binds() {
        return binds;
    }

    /** The mapped classes. */
    public Registry registry() {
        return registry;
    }

    SessionOptions options() {
        return options;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    /** The texts of the engine's own statements, with their hit counters; if there are several engines, of the main one. */
    public StatementCache statements() {
        return room(binds.main()).texts();
    }

    EngineRoom room(Engine engine) {
        return only != null && only.engine() == engine ? only : rooms.computeIfAbsent(engine, EngineRoom::of);
    }
}
