package dev.grapnel.history;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.SchemaChange;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Tables;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.StatementRunner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what objects were: each insert, update and delete of a versioned class leaves a row in a table of history, in the same transaction.
 *
 * <pre>{@code
 * VersionedHistory history = VersionedHistory.of(registry, Article.class);
 * history.createTables(engine);
 * history.on(sessions);
 *
 * history.at(session, Article.class, lastNewYear, "kettle").ifPresent(then -> print(then.get(Article_.cents)));
 * history.versions(session, Article.class, "kettle").forEach(version -> print(version.time(), version.change()));
 * session.merge(history.versions(session, Article.class, "kettle").get(0).copy());   // as it was at first
 * }</pre>
 *
 * <p>Immutable and safe to use from any thread.
 */
public final class VersionedHistory {
    private final HistoryTables tables;
    private final Supplier<Instant> clock;
    private final Texts texts;

    private VersionedHistory(HistoryTables tables, Supplier<Instant> clock, Texts texts) {
        this.tables = tables;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Names the classes whose history is kept.
     *
     * @param registry that maps them
     * @param types the classes; subclasses are included, those that are mapped later too
     * @return keeps nothing yet
     * @throws InvalidArgumentException if the registry maps no such class
     */
    public static VersionedHistory of(Registry registry, Class<?>... types) {
        return new VersionedHistory(new HistoryTables(registry, List.of(types)), Instant::now, new Texts());
    }

    /**
     * The same with another clock.
     *
     * @param time gives the time of versions
     * @return a new one
     */
    public VersionedHistory withClock(Supplier<Instant> time) {
        return new VersionedHistory(tables, time, texts);
    }

    /**
     * Creates the tables of history that are not there yet.
     *
     * @param engine the database
     */
    public void createTables(Engine engine) {
        new SchemaChange(engine, Tables.of(tables.all())).createAll();
    }

    // ---- keeping ----

    /**
     * Begins to keep history.
     *
     * @param sessions for all their sessions
     * @return closing it ends that
     * @throws InvalidArgumentException if the sessions are over another registry
     */
    public Subscription on(SessionFactory sessions) {
        if (sessions.registry() != tables.registry()) {
            throw new InvalidArgumentException(
                    "Cannot keep the history of these sessions: they have another registry than the history. Make both of one.");
        }
        List<Subscription> parts = new CopyOnWriteArrayList<>();
        sessions.registry().mappers().forEach(mapper -> parts.addAll(listen(mapper)));
        parts.add(Mapped.onAll().mapperConfigured(event -> {
            if (event.mapper().registry() == tables.registry()) {
                parts.addAll(listen(event.mapper()));
            }
        }));
        parts.add(Events.on(sessions).beforeFlush(this::begin));
        parts.add(Events.on(sessions).afterFlush(this::send));
        parts.add(Events.on(sessions).doOrmExecute(this::guard));
        return Subscription.together(parts);
    }

    private List<Subscription> listen(Mapper mapper) {
        HistoryTable table = tables.find(mapper);
        return table == null
                ? List.of()
                : List.of(
                        Events.on(mapper).afterInsert(event -> note(event, table, Change.INSERT)),
                        Events.on(mapper).afterUpdate(event -> noteUpdate(event, table)),
                        Events.on(mapper).beforeDelete(event -> copyLast(event, table)));
    }

    private void begin(FlushEvent<Session> event) {
        event.session().info().put(this, new Recording(clock, texts));
    }

    private @Nullable Recording recording(Object target) {
        return Session.of(target) instanceof Session session && session.info().get(this) instanceof Recording now
                ? now
                : null;
    }

    private void note(PersistEvent<Object> event, HistoryTable table, Change change) {
        Recording recording = recording(event.target());
        if (recording != null) {
            recording.later(table, change, Arrays.asList(event.mapper().keyValues(event.state())), event.connection());
        }
    }

    /** The event also fires for an object that was changed and changed back. */
    private void noteUpdate(PersistEvent<Object> event, HistoryTable table) {
        if (Instance.of(event.target()).isModified(false)) {
            note(event, table, Change.UPDATE);
        }
    }

    private void copyLast(PersistEvent<Object> event, HistoryTable table) {
        Recording recording = recording(event.target());
        if (recording != null) {
            recording.now(table, event.state().requireKey().parts(), event.connection());
        }
    }

    private void send(FlushEvent<Session> event) {
        if (event.session().info().remove(this) instanceof Recording recording) {
            recording.send();
        }
    }

    private void guard(OrmExecuteState statement) {
        Mapper mapper = statement.bindMapper();
        if (!statement.isSelect() && mapper != null && tables.find(mapper) != null) {
            throw new InvalidRequestException("Cannot run a statement of kind " + statement.kind() + " for "
                    + mapper.type().getSimpleName()
                    + ": its history is kept object by object, and a statement that writes many"
                    + " rows would leave none. Change the objects, or close the subscription of the history before.");
        }
    }

    // ---- reading ----

    /**
     * All versions of an object, the oldest first; also of one that is deleted. What the session has not flushed is not among them.
     *
     * @param session whose transaction is read in
     * @param type the class; the object may be of a subclass
     * @param key the values of the key in the order of its attributes
     * @param <T> the class
     * @return the versions; none if the object was never written with its history kept
     * @throws InvalidArgumentException if no history is kept of the class, or the number of values is wrong
     */
    public <T> List<Version<T>> versions(Session session, Class<T> type, Object... key) {
        TableMapper mapper = tables.registry().mapper(type);
        @Nullable Object[] parameters = keyOf(mapper, key);
        StoreConnection connection = session.connection(type);
        List<Version<T>> found = new ArrayList<>();
        for (HistoryTable table : tables.require(mapper)) {
            found.addAll(read(connection, table, texts.all(connection, table), parameters));
        }
        found.sort(order());
        return found;
    }

    /**
     * What an object was at a point in time.
     *
     * @param session whose transaction is read in
     * @param type the class; the object may be of a subclass
     * @param time the point in time
     * @param key the values of the key in the order of its attributes
     * @param <T> the class
     * @return the version that held then, or empty if the object was not there yet or not any more
     * @throws InvalidArgumentException if no history is kept of the class, or the number of values is wrong
     */
    public <T> Optional<Version<T>> at(Session session, Class<T> type, Instant time, Object... key) {
        TableMapper mapper = tables.registry().mapper(type);
        @Nullable Object[] parameters =
                Arrays.copyOf(keyOf(mapper, key), mapper.keyAttributes().size() + 1);
        parameters[parameters.length - 1] = time;
        StoreConnection connection = session.connection(type);
        List<Version<T>> found = new ArrayList<>();
        for (HistoryTable table : tables.require(mapper)) {
            found.addAll(read(connection, table, texts.at(connection, table), parameters));
        }
        return found.stream().max(order()).filter(version -> version.change() != Change.DELETE);
    }

    private static <T> Comparator<Version<T>> order() {
        return Comparator.comparing(Version<T>::time).thenComparing(Version::number);
    }

    private <T> List<Version<T>> read(
            StoreConnection connection, HistoryTable table, PreparedText text, @Nullable Object... parameters) {
        StatementRunner runner = connection.unwrap(StatementRunner.class);
        return new VersionReader(table, texts.types(connection)).read(runner, text, parameters);
    }

    private static @Nullable Object[] keyOf(TableMapper mapper, Object... given) {
        @Nullable Object[] key = mapper.keyParts(given);
        List<AttributeTracker> parts = mapper.keyAttributes();
        boolean fits = key.length == parts.size();
        for (int at = 0; fits && at < key.length; at++) {
            fits = mapper.column(parts.get(at).name())
                    .column()
                    .dataType()
                    .getType()
                    .isInstance(key[at]);
        }
        if (!fits) {
            throw new InvalidArgumentException(
                    "Cannot read the history of a " + mapper.type().getSimpleName() + " by "
                            + Arrays.toString(key) + ": its primary key has the parts "
                            + parts.stream().map(AttributeTracker::name).toList()
                            + ". Give one value of the right type for each.");
        }
        return key;
    }
}
