package dev.grapnel.mongo.session;

import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventTarget;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.SessionExtensionFactory;
import dev.grapnel.mongo.connection.DataStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes document sessions.
 *
 * <pre>{@code
 * OdmSessionFactory sessions = OdmSessionFactory.of(DataStore.connect("mongodb://localhost", "shop"))
 *         .extensions(session -> new Audit(session));
 * try (OdmSession session = sessions.open()) { … }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class OdmSessionFactory implements EventTarget<SessionEvents<OdmSession>> {
    private static final Dispatch ALL = Dispatch.ofClassLevel(SessionEventKeys.CATALOG, "all document sessions", null);

    private final List<SessionExtensionFactory> extensions = new CopyOnWriteArrayList<>();
    private final Dispatch dispatch =
            Dispatch.ofClassLevel(SessionEventKeys.CATALOG, "the sessions of a document session factory", ALL);
    private volatile @Nullable DataStore store;
    private volatile @Nullable IndexKeeper indexes;
    private volatile boolean indexesByThemselves = true;
    private volatile boolean autoflush;
    private volatile boolean together;

    private OdmSessionFactory() {}

    /**
     * A factory of sessions over a database.
     *
     * @param store the database
     * @return the factory
     */
    public static OdmSessionFactory of(DataStore store) {
        return new OdmSessionFactory().bind(store);
    }

    /** A factory of sessions that have no database yet; they refuse to use one until {@link #bind} was called. */
    public static OdmSessionFactory unbound() {
        return new OdmSessionFactory();
    }

    /** The events of all document sessions of all factories. */
    public static SessionEvents<OdmSession> onAll() {
        return SessionEvents.of(ALL);
    }

    /** Gives sessions that are made from now on a database. */
    public OdmSessionFactory bind(DataStore database) {
        this.store = database;
        this.indexes = new IndexKeeper(database);
        return this;
    }

    /** Adds extensions, for sessions that are made from now on; all proxies of this factory share the list (statement ODM-N6). */
    public OdmSessionFactory extensions(SessionExtensionFactory... factories) {
        extensions.addAll(List.of(factories));
        return this;
    }

    /** Whether each query flushes first what is pending (statement ODM-C4); off unless it is said. */
    public OdmSessionFactory autoflush(boolean on) {
        this.autoflush = on;
        return this;
    }

    /**
     * Whether a flush of all objects sends its writes together, as ordered bulk writes; off unless it is said. First all before hooks run, in the
     * order of the unit of work; then the writes are sent in that order, one command for those that stand side by side in one collection; then
     * all after hooks run. A write that is refused ends it: those before it are done, without their after hooks. Documents that count their
     * versions are written one by one. Hooks may not flush.
     */
    public OdmSessionFactory bulkWrites(boolean on) {
        this.together = on;
        return this;
    }

    /**
     * Whether the indexes that classes declare are made when a class is first used with the database (statement ODM-X1); on unless it is said. They
     * are asked for once, also if they are dropped later, and outside of transactions. If the server refuses one, what the class was to be used for
     * fails, and the next use tries again.
     *
     * @param on false: by {@link OdmSession#ensureIndexes} only
     */
    public OdmSessionFactory automaticIndexes(boolean on) {
        this.indexesByThemselves = on;
        return this;
    }

    @Override
    public SessionEvents<OdmSession> events() {
        return SessionEvents.of(dispatch);
    }

    /** A session for one thread at a time. */
    public OdmSession open() {
        return open(dispatch);
    }

    OdmSession open(Dispatch above) {
        RealSession session = new RealSession(
                store, new SessionSettings(autoflush, together, indexesByThemselves ? indexes : null), above);
        extensions.forEach(session::registerExtension);
        return session;
    }

    /**
     * Does some work in a session and a transaction of its own, and commits; as {@link OdmSession#inTransaction}.
     *
     * @param work what to do; may run several times
     */
    public void inTransaction(Consumer<? super OdmSession> work) {
        try (OdmSession session = open()) {
            session.inTransaction(work);
        }
    }

    /**
     * As {@link #inTransaction}, and gives what the work gives.
     *
     * @param work what to do; may run several times
     * @param <R> the result
     * @return what the work gave the last time
     */
    public <R extends @Nullable Object> R computeInTransaction(Function<? super OdmSession, R> work) {
        try (OdmSession session = open()) {
            return session.computeInTransaction(work);
        }
    }

    /** A session for all threads, each of which has a real one behind it. */
    public ThreadLocalOdmSession threadLocal() {
        return new ThreadLocalOdmSession(
                this, Dispatch.ofClassLevel(SessionEventKeys.CATALOG, "a thread-local document session", dispatch));
    }

    /**
     * A session for all contexts, each of which has a real one behind it.
     *
     * @param context gives the current context: any value with {@code equals} and {@code hashCode}
     * @return the session
     */
    public ContextualOdmSession contextual(Supplier<?> context) {
        return new ContextualOdmSession(
                this,
                context,
                Dispatch.ofClassLevel(SessionEventKeys.CATALOG, "a contextual document session", dispatch));
    }
}
