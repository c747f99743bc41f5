package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.Store;
import dev.grapnel.core.store.StoreTransaction;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Listeners;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.bind.BindRequest;
import dev.grapnel.sql.bulk.Announcement;
import dev.grapnel.sql.bulk.BulkDelete;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.bulk.BulkSession;
import dev.grapnel.sql.bulk.BulkUpdate;
import dev.grapnel.sql.bulk.LegacyBulk;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.TwoPhase;
import dev.grapnel.sql.load.KeyLoader;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.Locking;
import dev.grapnel.sql.load.OpenRows;
import dev.grapnel.sql.load.QuerySelect;
import dev.grapnel.sql.load.SelectStatement;
import dev.grapnel.sql.load.Selection;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.query.LegacyQuery;
import dev.grapnel.sql.query.Query;
import dev.grapnel.sql.query.QuerySession;
import dev.grapnel.sql.query.RowLock;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work over a relational database.
 *
 * <pre>{@code
 * try (Session session = sessions.open()) {
 *   session.add(new Contact("ed"));
 *   List<Contact> eds = session.query(Contact.class).where(Contact_.name.eq("ed")).list();
 *   session.commit();
 * }
 * }</pre>
 */
public final class Session extends dev.grapnel.core.session.Session
        implements QuerySession, BulkSession, EventTarget<SessionEvents<Session>> {
    private final SessionFactory factory;
    private final @Nullable Supplier<JdbcTransaction> joining;
    private final Routing routing;

    Session(SessionFactory factory, @Nullable Supplier<JdbcTransaction> joining) {
        super(factory.options(), factory.dispatch());
        this.factory = factory;
        this.joining = joining;
        this.routing = new Routing(this, factory);
        if (!factory.info().isEmpty()) {
            info().putAll(factory.info());
        }
    }

    /** The events of this session; they run after those of the factory (rule E-22). */
    @Override
    public SessionEvents<Session> events() {
        return SessionEvents.of(dispatch());
    }

    /**
     * The live connection to the database of a class, for sessions over several; begins the transaction if there is none.
     *
     * @param type a mapped class
     * @return its connection in this transaction
     * @throws dev.grapnel.core.error.InvalidRequestException if nothing says which engine is meant
     */
    public StoreConnection connection(Class<?> type) {
        TableMapper mapper = factory.registry().mapper(type);
        return connection(factory.binds().engine(new BindRequest(this, mapper, null, null, true)));
    }

    /** The factory that opened it. */
    public SessionFactory factory() {
        return factory;
    }

    // ---- finding objects ----

    /**
     * Finds an object by its primary key, in memory first (rule G-1).
     *
     * @param type the class; the object may be of a subclass
     * @param key the values of the key in the order of its attributes
     * @param <T> the class
     * @return the object, or null
     * @throws InvalidArgumentException if the number of values is wrong, or one is null or of another type
     */
    @Override
    public <T> @Nullable T get(Class<T> type, Object... key) {
        return guardedGet(() -> {
            TableMapper mapper = factory.registry().mapper(type);
            return type.cast(KeyLoader.get(this, mapper, GivenKeys.of(mapper).key(key)));
        });
    }

    /**
     * As {@link #get}, for an object that has to be there.
     *
     * @param type the class; the object may be of a subclass
     * @param key the values of the key in the order of its attributes
     * @param <T> the class
     * @return the object
     * @throws ObjectNotFoundException if there is none
     * @throws InvalidArgumentException if the number of values is wrong
     */
    public <T> T getOne(Class<T> type, Object... key) {
        T found = get(type, key);
        if (found == null) {
            throw new ObjectNotFoundException("Cannot find the " + type.getSimpleName() + " with key " + List.of(key)
                    + ": there is no such row. Use get() if that is fine.");
        }
        return found;
    }

    /**
     * Begins a search for one object by its primary key, where {@link #get} needs to be told more.
     *
     * @param type the class; the object may be of a subclass
     * @param <T> the class
     * @return the search, to be refined
     */
    public <T> KeyQuery<T> byKey(Class<T> type) {
        return new KeyQuery<>(this, type, LoadOptions.NONE, false, ExecutionOptions.NONE);
    }

    /**
     * Begins a query for objects of a class.
     *
     * @param type the class
     * @param <T> the class
     * @return the query for all of them, to be refined
     */
    public <T> Query<T> query(Class<T> type) {
        return Query.of(this, factory.registry().waiting(type));
    }

    /**
     * Begins a query in the form of older programs, which query events can change.
     *
     * @param type the class
     * @param <T> the class
     * @return the query for all of them, to be refined
     */
    public <T> LegacyQuery<T> legacyQuery(Class<T> type) {
        return LegacyQuery.of(this, factory.registry().mapper(type), type);
    }

    /**
     * Reloads an object now and locks its row until the transaction ends.
     *
     * @param object persistent
     * @param lock how
     * @param attributes the names, or none for all
     * @throws dev.grapnel.core.error.InvalidRequestException if its row is gone, or the database has no such lock
     */
    public void refresh(Object object, RowLock lock, String... attributes) {
        refresh(object, ExecutionOptions.NONE.with(Locking.OPTION, lock), attributes);
    }

    // ---- set-based statements ----

    /**
     * Begins an UPDATE of the rows of a class; objects in memory follow it.
     *
     * @param type the class
     * @param <T> the class
     * @return the UPDATE of all of them, to be refined
     */
    public <T> BulkUpdate<T> update(Class<T> type) {
        return BulkUpdate.of(this, factory.registry().waiting(type));
    }

    /**
     * Begins a DELETE of the rows of a class; objects in memory follow it.
     *
     * @param type the class
     * @param <T> the class
     * @return the DELETE of all of them, to be refined
     */
    public <T> BulkDelete<T> deleteFrom(Class<T> type) {
        return BulkDelete.of(this, factory.registry().waiting(type));
    }

    /**
     * Begins an INSERT of rows of a class, past the unit of work.
     *
     * @param type the class
     * @param <T> the class
     * @return the INSERT, to be given rows
     */
    public <T> BulkInsert<T> insertInto(Class<T> type) {
        return BulkInsert.of(this, factory.registry().waiting(type), type);
    }

    /** Rows that are written past the unit of work, in the form of older programs (rule Q-25). */
    public LegacyBulk legacyBulk() {
        return new LegacyBulk(this, factory.registry()::mapper);
    }

    /**
     * Begins statements about the members of a collection of one object, whether they are in memory or not. For a collection that is never loaded
     * ({@link dev.grapnel.core.instrument.WriteOnlyCollection}) it is the way to see them.
     *
     * <pre>{@code
     * List<Entry> large = session.members(account, Account_.entries).query().where(Entry_.amount.gt(1000)).list();
     * }</pre>
     *
     * @param owner an object with a row, or one that gets it by the flush before the statement
     * @param collection a relationship of its class to several objects
     * @param <T> the class that has the relationship
     * @param <V> the class of the members
     * @return what the statements are made from
     */
    public <T, V> Members<V> members(T owner, CollectionAttribute<? super T, V> collection) {
        return Members.of(this, owner, collection.attributeName(), collection.elementType());
    }

    /** Flushes, if the session does so by itself; for a collection that is asked for anew. */
    void flushBeforeMembers() {
        autoflushNow();
    }

    // ---- statements ----

    @Override
    public <T extends @Nullable Object> T read(SelectStatement statement, RowsReader<T> reader) {
        return sending().read(statement, reader);
    }

    @Override
    public <T extends @Nullable Object> T readOnce(Supplier<Selection> selection, RowsReader<T> reader) {
        return sending().readOnce(selection, reader);
    }

    @Override
    public <T extends @Nullable Object> T readQuery(Supplier<QuerySelect> select, RowsReader<T> reader) {
        return sending().readQuery(select, reader);
    }

    @Override
    public OpenRows open(Supplier<QuerySelect> select, int fetchSize) {
        return sending().open(select, fetchSize, routing.place());
    }

    private SelectSending sending() {
        return new SelectSending(routing.room(), factory.registry(), runner());
    }

    @Override
    public void configure() {
        factory.registry().configure();
    }

    @Override
    public void ready() {
        if (factory.registry().isWaiting()) {
            runner();
            configure();
        }
    }

    @Override
    public Dialect dialect() {
        return routing.room().engine().dialect();
    }

    /** Listeners first, who may give a result themselves, then the flush, then the statement (rules S-51, S-54). */
    @Override
    public <T extends @Nullable Object> T announced(LoadRequest request, Supplier<T> statement) {
        return guardedGet(() -> {
            Listeners<OrmExecuteState> listeners = dispatch().current(SessionEventKeys.DO_ORM_EXECUTE);
            return listeners.isEmpty()
                    ? run(request, request.given(), statement)
                    : new SelectState(this, request, request.given())
                            .pass(listeners, options -> run(request, options, statement));
        });
    }

    private <T extends @Nullable Object> T run(LoadRequest request, ExecutionOptions options, Supplier<T> statement) {
        if (options.get(ExecutionOption.AUTOFLUSH, request.autoflush())) {
            autoflushNow();
        }
        request.running(options);
        return routing.run(request.mapper(), false, options, statement);
    }

    @Override
    public StatementRunner runner() {
        return connection(routing.room().engine()).unwrap(StatementRunner.class);
    }

    @Override
    public StatementCache statements() {
        return routing.room().texts();
    }

    @Override
    public @Nullable String identityToken() {
        return routing.token();
    }

    @Override
    public <T extends @Nullable Object> T announced(
            Announcement announcement, Function<ExecutionOptions, T> statement) {
        return guardedGet(() -> {
            Listeners<OrmExecuteState> listeners = dispatch().current(SessionEventKeys.DO_ORM_EXECUTE);
            return listeners.isEmpty()
                    ? run(announcement, announcement.options(), statement)
                    : state(announcement).pass(listeners, options -> run(announcement, options, statement));
        });
    }

    private <T extends @Nullable Object> T run(
            Announcement announcement, ExecutionOptions options, Function<ExecutionOptions, T> statement) {
        if (options.get(ExecutionOption.AUTOFLUSH, announcement.autoflush())) {
            autoflushNow();
        }
        factory.registry().configure();
        boolean writes = announcement.kind() != StatementKind.SELECT;
        return routing.run(announcement.mapper(), writes, options, () -> statement.apply(options));
    }

    private OrmExecuteState state(Announcement announcement) {
        TableMapper mapper = announcement.mapper();
        return announcement.kind() == StatementKind.SELECT
                ? new SelectState(this, LoadRequest.ofEntity(mapper, announcement.autoflush()), announcement.options())
                : new WriteState(this, announcement, announcement.options());
    }

    @Override
    public <T extends @Nullable Object> T withinMarker(Supplier<T> work) {
        return inSubtransaction(work);
    }

    @Override
    public <T extends @Nullable Object> T at(TableMapper mapper, @Nullable String token, Supplier<T> work) {
        return routing.run(mapper, true, LoadRequest.where(token), work);
    }

    @Override
    public @Nullable String tokenOf(InstanceState state) {
        return routing.token(state);
    }

    @Override
    public void altered(Collection<InstanceState> states) {
        recordAltered(states);
    }

    @Override
    public void rowsDeleted(Collection<InstanceState> states) {
        removeDeleted(states);
    }

    @Override
    public void beforeSubquery(TableMapper mapper) {
        LegacyQuery.announce(this, mapper);
    }

    @Override
    public void vanished(InstanceState state) {
        removeDeleted(List.of(state));
    }

    @Override
    public <T extends @Nullable Object> T exclusively(Supplier<T> operation) {
        return guardedGet(operation);
    }

    // ---- what core asks for ----

    @Override
    protected @Nullable Store storeOf(Mapper mapper, @Nullable InstanceState state) {
        return routing.engineOf((TableMapper) mapper, state);
    }

    @Override
    protected Store mainStore() {
        return factory.engine();
    }

    @Override
    protected boolean hasOneStore() {
        return factory.binds().isOne();
    }

    @Override
    protected @Nullable String chooseToken(InstanceState state) {
        return routing.choose(state);
    }

    @Override
    protected StoreTransaction begin(Store store) {
        JdbcTransaction transaction =
                joining != null && store == factory.engine() ? joining.get() : ((Engine) store).begin();
        StatementRunner.on(transaction);
        return transaction;
    }

    @Override
    protected void requireTwoPhase(String name) {
        if (hasOneStore()) {
            factory.engine().requireTwoPhase();
        }
        TwoPhase.requireName(name);
    }

    @Override
    protected RowWriter rowWriter() {
        return hasOneStore() ? factory.room(factory.engine()).writer() : new RoutedWriter(factory);
    }

    @Override
    protected @Nullable Object loadForMerge(Mapper mapper, IdentityKey key) {
        return KeyLoader.get(this, (TableMapper) mapper, key);
    }

    @Override
    protected boolean reload(InstanceState state, @Nullable Set<String> names, ExecutionOptions options) {
        return KeyLoader.refresh(this, state, names, options);
    }
}
