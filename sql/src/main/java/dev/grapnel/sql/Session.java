package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.StoreTransaction;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Listeners;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.load.KeyLoader;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.LoadRequest;
import dev.grapnel.sql.load.ResultRows;
import dev.grapnel.sql.load.SelectStatement;
import dev.grapnel.sql.load.Selection;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.query.Query;
import dev.grapnel.sql.query.QuerySession;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.Rows;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.Arrays;
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
        implements QuerySession, EventTarget<SessionEvents<Session>> {
    private final SessionFactory factory;

    Session(SessionFactory factory) {
        super(factory.options(), factory.dispatch());
        this.factory = factory;
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
     * @throws InvalidArgumentException if the number of values is wrong
     */
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
     * As {@link #get(Class, Object...)}, with options for the statement that is sent if the object is not in memory.
     *
     * @param type the class
     * @param options how the object is loaded
     * @param key the values of the key
     * @param <T> the class
     * @return the object, or null
     */
    public <T> @Nullable T get(Class<T> type, LoadOptions options, Object... key) {
        return guardedGet(() -> {
            TableMapper mapper = factory.registry().mapper(type);
            return type.cast(KeyLoader.get(this, mapper, identityKey(mapper, key), options));
        });
    }

    private static IdentityKey identityKey(TableMapper mapper, Object... key) {
        IdentityKey identity = key.length == mapper.keyAttributes().size() ? mapper.identityKey(key, null) : null;
        if (identity == null) {
            throw wrongKey(mapper, key, "Give one value for each, none of them null.");
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

    private static InvalidArgumentException wrongKey(TableMapper mapper, Object[] key, String advice) {
        List<String> parts =
                mapper.keyAttributes().stream().map(AttributeTracker::name).toList();
        return new InvalidArgumentException("Cannot find a " + mapper.type().getSimpleName() + " by "
                + Arrays.asList(key) + ": its primary key has the parts " + parts + ". " + advice);
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

    // ---- statements ----

    @Override
    public <T extends @Nullable Object> T select(LoadRequest request, SelectStatement statement, RowsReader<T> reader) {
        return guardedGet(() -> {
            StatementRunner runner = prepare(request);
            StatementCache texts = factory.statements();
            PreparedText text = texts.render(statement.shapeKey(), statement.make());
            try (Rows rows = runner.query(text, statement.parameters())) {
                return reader.read(new ResultRows(rows, statement.selected(), texts.types()));
            }
        });
    }

    @Override
    public <T extends @Nullable Object> T selectOnce(
            LoadRequest request, Supplier<Selection> selection, RowsReader<T> reader) {
        return guardedGet(() -> {
            StatementRunner runner = prepare(request);
            StatementCache texts = factory.statements();
            factory.registry().configure();
            Selection made = selection.get();
            try (Rows rows = runner.query(texts.renderOnce(made.select()))) {
                return reader.read(new ResultRows(rows, made.columns(), texts.types()));
            }
        });
    }

    /** Listeners first, then the flush, then the transaction (rule S-51). */
    private StatementRunner prepare(LoadRequest request) {
        Listeners<OrmExecuteState> listeners = dispatch().current(SessionEventKeys.DO_ORM_EXECUTE);
        if (!listeners.isEmpty()) {
            listeners.fire(new SelectState(this, request));
        }
        if (request.autoflush()) {
            autoflushNow();
        }
        return connection().unwrap(StatementRunner.class);
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
        JdbcTransaction transaction = factory.engine().begin();
        StatementRunner.on(transaction);
        return transaction;
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
