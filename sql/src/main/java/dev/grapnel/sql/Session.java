package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.StoreTransaction;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Listeners;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.bulk.Announcement;
import dev.grapnel.sql.bulk.BulkDelete;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.bulk.BulkSession;
import dev.grapnel.sql.bulk.BulkUpdate;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.dialect.TwoPhase;
import dev.grapnel.sql.load.KeyLoader;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.QuerySelect;
import dev.grapnel.sql.load.SelectStatement;
import dev.grapnel.sql.load.Selection;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.query.LegacyQuery;
import dev.grapnel.sql.query.Query;
import dev.grapnel.sql.query.QuerySession;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private static final String INCOMPLETE_KEY = "Give one value for each, none of them null.";

    private final SessionFactory factory;
    private final Supplier<JdbcTransaction> transactions;

    Session(SessionFactory factory, Supplier<JdbcTransaction> transactions) {
        super(factory.options(), factory.dispatch());
        this.factory = factory;
        this.transactions = transactions;
        if (!factory.info().isEmpty()) {
            info().putAll(factory.info());
        }
    }

    /** The events of this session; they run after those of the factory (rule E-22). */
    @Override
    public SessionEvents<Session> events() {
        return SessionEvents.of(dispatch());
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
            return type.cast(KeyLoader.get(this, mapper, identityKey(mapper, key)));
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
        return new KeyQuery<>(this, type, LoadOptions.NONE, false);
    }

    static IdentityKey identityKey(TableMapper mapper, Object... given) {
        if (given == null) {
            throw wrongKey(mapper, null, INCOMPLETE_KEY);
        }
        @Nullable Object[] key = mapper.keyParts(given);
        IdentityKey identity = key.length == mapper.keyAttributes().size() ? mapper.identityKey(key, null) : null;
        if (identity == null) {
            throw wrongKey(mapper, key, INCOMPLETE_KEY);
        }
        for (int at = 0; at < key.length; at++) {
            Class<?> wanted = typeOf(mapper, mapper.keyAttributes().get(at));
            if (!wanted.isInstance(key[at])) {
                throw wrongKey(
                        mapper,
                        key,
                        "Give a value of " + wanted.getSimpleName() + " instead of the "
                                + key[at].getClass().getSimpleName() + '.');
            }
        }
        return identity;
    }

    private static Class<?> typeOf(TableMapper mapper, AttributeTracker attribute) {
        return mapper.column(attribute.name()).column().dataType().getType();
    }

    private static InvalidArgumentException wrongKey(
            TableMapper mapper, @Nullable Object @Nullable [] key, String advice) {
        List<String> parts =
                mapper.keyAttributes().stream().map(AttributeTracker::name).toList();
        return new InvalidArgumentException("Cannot find a " + mapper.type().getSimpleName() + " by "
                + Arrays.toString(key) + ": its primary key has the parts " + parts + ". " + advice);
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
        return Members.of(this, ClassManager.requireState(owner), collection.attributeName(), collection.elementType());
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

    private SelectSending sending() {
        return new SelectSending(factory, runner());
    }

    @Override
    public Dialect dialect() {
        return factory.engine().dialect();
    }

    /** Listeners first, who may give a result themselves, then the flush, then the statement (rules S-51, S-54). */
    @Override
    public <T extends @Nullable Object> T announced(LoadRequest request, Supplier<T> statement) {
        return guardedGet(() -> {
            Listeners<OrmExecuteState> listeners = dispatch().current(SessionEventKeys.DO_ORM_EXECUTE);
            return listeners.isEmpty()
                    ? flushed(request.autoflush(), statement)
                    : new SelectState(this, request).pass(listeners, () -> flushed(request.autoflush(), statement));
        });
    }

    private <T extends @Nullable Object> T flushed(boolean autoflush, Supplier<T> statement) {
        if (autoflush) {
            autoflushNow();
        }
        return statement.get();
    }

    @Override
    public StatementRunner runner() {
        return connection().unwrap(StatementRunner.class);
    }

    @Override
    public StatementCache statements() {
        return factory.statements();
    }

    @Override
    public <T extends @Nullable Object> T announced(Announcement announcement, Supplier<T> statement) {
        return guardedGet(() -> {
            Listeners<OrmExecuteState> listeners = dispatch().current(SessionEventKeys.DO_ORM_EXECUTE);
            Supplier<T> run = () -> flushed(announcement.autoflush(), () -> {
                factory.registry().configure();
                return statement.get();
            });
            return listeners.isEmpty() ? run.get() : state(announcement).pass(listeners, run);
        });
    }

    private OrmExecuteState state(Announcement announcement) {
        TableMapper mapper = announcement.mapper();
        return announcement.kind() == StatementKind.SELECT
                ? new SelectState(this, LoadRequest.ofEntity(mapper, announcement.autoflush()))
                : new WriteState(this, announcement.kind(), mapper, announcement.rows());
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
    protected StoreTransaction beginStore() {
        JdbcTransaction transaction = transactions.get();
        StatementRunner.on(transaction);
        return transaction;
    }

    @Override
    protected void requireTwoPhase(String name) {
        factory.engine().requireTwoPhase();
        TwoPhase.requireName(name);
    }

    @Override
    protected RowWriter rowWriter() {
        return factory.writer();
    }

    @Override
    protected @Nullable Object loadForMerge(Mapper mapper, IdentityKey key) {
        return KeyLoader.get(this, (TableMapper) mapper, key);
    }

    @Override
    protected boolean reload(InstanceState state, @Nullable Set<String> names) {
        return KeyLoader.refresh(this, state, names);
    }
}
