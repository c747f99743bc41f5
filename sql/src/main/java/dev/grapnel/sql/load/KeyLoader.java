package dev.grapnel.sql.load;

import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.ObjectDeletedException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Loads one object by its key, or reloads some of its attributes. */
public final class KeyLoader {
    private KeyLoader() {}

    /**
     * Finds an object by key, in memory first (rule G-1).
     *
     * @param session of the object
     * @param mapper of the class asked for
     * @param key the identity key
     * @return the object, or null
     */
    public static @Nullable Object get(LoadingSession session, TableMapper mapper, IdentityKey key) {
        return get(session, mapper, key, LoadOptions.NONE, false, ExecutionOptions.NONE);
    }

    /**
     * Finds an object by key, in memory first, with options for the statement.
     *
     * @param session of the object
     * @param mapper of the class asked for
     * @param key the identity key
     * @param options how it is loaded
     * @param populateExisting whether it is loaded although it is in memory
     * @param execution what is said about the running of the statement
     * @return the object, or null
     */
    @SuppressWarnings("TooManyParameters") // what a load is made of
    public static @Nullable Object get(
            LoadingSession session,
            TableMapper mapper,
            IdentityKey key,
            LoadOptions options,
            boolean populateExisting,
            ExecutionOptions execution) {
        boolean looks = !populateExisting && execution.get(Locking.OPTION) == null;
        Object known = looks ? session.inMemory(key) : null;
        if (known != null && !Mapper.of(ClassManager.requireState(known)).isA(mapper)) {
            return null;
        }
        Object object = known == null ? null : inMemory(session, known, Passive.OFF);
        if (object != null) {
            return object;
        }
        LoadRequest request = LoadRequest.ofEntity(
                mapper, true, LoadRequest.where(key.token()).overlaidBy(execution));
        return load(session, mapper, key, request, populateExisting, options);
    }

    /** The object in memory, null if it is expired and its row is gone, or a marker if that must not be found out. */
    static @Nullable Object inMemory(LoadingSession session, Object object, int passive) {
        InstanceState state = ClassManager.requireState(object);
        if (state.isExpired() && !Passive.allows(passive, Passive.SQL_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        if (state.isExpired() && Passive.allows(passive, Passive.RELATED_OBJECT_OK)) {
            try {
                Mapper.of(state).manager().reloadExpired(state);
            } catch (ObjectDeletedException gone) {
                session.vanished(state);
                return null;
            }
        }
        return object;
    }

    /**
     * Sends the SELECT for a key, with options.
     *
     * @param session of the object
     * @param mapper of the class asked for
     * @param key the identity key
     * @param request for listeners
     * @param populateExisting whether values in memory are overwritten
     * @param options how it is loaded
     * @return the object, or null
     */
    @SuppressWarnings("TooManyParameters") // what a load is made of
    public static @Nullable Object load(
            LoadingSession session,
            TableMapper mapper,
            IdentityKey key,
            LoadRequest request,
            boolean populateExisting,
            LoadOptions options) {
        request.seeks(key);
        if (!populateExisting && options.isNone() && request.given().get(Locking.OPTION) == null) {
            request.byKey(key);
        }
        InstanceState owner = request.lazyFrom();
        Set<Mapper> before = owner == null ? Set.of() : Set.of(Mapper.of(owner));
        KeySource source = columns -> keySource(SelectShape.of(mapper, request.refined(options), before), key)
                .select(columns);
        LoadRun run = owner == null
                ? LoadRun.ofStatement(session, populateExisting, source)
                : LoadRun.ofFirstRead(session, source);
        List<Object> found = session.announced(request, () -> {
            request.tell(run);
            LoadOptions told = request.refined(options);
            SelectShape shape = SelectShape.of(mapper, told, before);
            EntityLoader<RowCursor> loader = EntityLoader.ofRelationship(run, shape.plan(), told.asOrigin());
            Locking lock = request.running().get(Locking.OPTION);
            return lock == null
                    ? send(session, shape, key, !told.hasCriteria(), LoadingSession.objects(loader))
                    : lock(session, shape, key, lock, LockedVersion.checking(session, shape, key, loader));
        });
        run.finish();
        return found.isEmpty() ? null : found.get(0);
    }

    private static KeySource keySource(SelectShape shape, IdentityKey key) {
        return columns -> {
            List<Field<?>> fields = new ArrayList<>();
            columns.forEach(column -> fields.add(column.field()));
            return DSL.select(fields).from(shape.ownTables()).where(keyValues(shape, key));
        };
    }

    private static Condition keyValues(SelectShape shape, IdentityKey key) {
        Condition condition = DSL.noCondition();
        List<Column> columns = shape.keyColumns();
        for (int at = 0; at < columns.size(); at++) {
            condition = condition.and(columns.get(at).field().eq(key.part(at)));
        }
        return condition;
    }

    private static <T extends @Nullable Object> T lock(
            LoadingSession session,
            SelectShape shape,
            IdentityKey key,
            Locking lock,
            LoadingSession.RowsReader<T> reader) {
        lock.requireOn(session.dialect());
        return session.readQuery(() -> whole(shape, key, lock, session.dialect()), reader);
    }

    private static QuerySelect whole(SelectShape shape, IdentityKey key, @Nullable Locking lock, Dialect dialect) {
        Condition keys = keyValues(shape, key);
        StructureWriter structure =
                new StructureWriter().token(KeyLoader.class).part(shape).part(keys);
        if (lock != null) {
            structure.part(lock);
        }
        return new QuerySelect(
                structure,
                () -> {
                    SelectQuery<Record> select = DSL.select(shape.fields())
                            .from(shape.from())
                            .where(keys)
                            .and(shape.restriction())
                            .orderBy(shape.joinedOrder())
                            .getQuery();
                    if (lock != null) {
                        lock.applyTo(select, shape.mapper().tables(), dialect);
                    }
                    return select;
                },
                shape.types());
    }

    private static <T extends @Nullable Object> T send(
            LoadingSession session,
            SelectShape shape,
            IdentityKey key,
            boolean kept,
            LoadingSession.RowsReader<T> reader) {
        if (kept) {
            return session.read(shape.byKey().of(key), reader);
        }
        return session.readQuery(() -> whole(shape, key, null, session.dialect()), reader);
    }

    /**
     * Reloads an object.
     *
     * @param session of the object
     * @param state of the object
     * @param names the attributes, or null for all
     * @param autoflush whether a flush may precede
     * @param execution what is said about the running of the statement
     * @return false if the row is gone
     */
    private static boolean reload(
            LoadingSession session,
            InstanceState state,
            @Nullable Set<String> names,
            boolean autoflush,
            ExecutionOptions execution) {
        TableMapper mapper = TableMapper.of(state);
        IdentityKey key = state.hasKey() ? state.key() : keyInMemory(mapper, state);
        if (key == null) {
            throw new InvalidRequestException("Cannot reload " + state + ": it has no complete primary key.");
        }
        LoadOptions options = LoadOptions.of(state.loadOrigin()).withoutCriteria();
        SelectShape shape =
                names == null ? SelectShape.of(mapper, options) : SelectShape.ofSome(mapper, options, names);
        LoadRun run = LoadRun.ofRefresh(session, keySource(shape, key));
        EntityLoader<RowCursor> loader = new EntityLoader<>(run, shape.plan(), state, names);
        LoadRequest request =
                LoadRequest.ofColumns(mapper, state, options.via(), autoflush).overlaid(execution);
        boolean kept =
                names == null ? !options.hasCriteria() : options.related().isEmpty();
        List<Object> found = session.announced(request, () -> {
            Locking lock = request.running().get(Locking.OPTION);
            return lock == null
                    ? send(session, shape, key, kept, LoadingSession.objects(loader))
                    : lock(session, shape, key, lock, LoadingSession.objects(loader));
        });
        run.finish();
        return !found.isEmpty();
    }

    /** The key of an object that is not persistent yet, as within a flush; only if it is in memory. */
    private static @Nullable IdentityKey keyInMemory(TableMapper mapper, InstanceState state) {
        boolean expired = mapper.keyAttributes().stream().anyMatch(part -> state.isExpired(part.index()));
        return expired ? null : mapper.identityKey(state);
    }

    /**
     * Refreshes an object because the application asks for it: with names, the key is read too, and relationships among them are loaded at
     * once (rule G-6).
     *
     * @param session of the object
     * @param state of the object
     * @param names the attributes, or null for all
     * @param execution what is said about the running of the statement
     * @return false if the row is gone
     */
    public static boolean refresh(
            LoadingSession session, InstanceState state, @Nullable Set<String> names, ExecutionOptions execution) {
        if (names == null) {
            return reload(session, state, null, false, execution);
        }
        TableMapper mapper = TableMapper.of(state);
        Set<String> withKey = new LinkedHashSet<>(mapper.manager().inParts(names));
        if (names.stream().anyMatch(name -> !mapper.manager().tracker(name).acceptsScalarLoader())) {
            mapper.keyAttributes().forEach(key -> withKey.add(key.name()));
        }
        if (!reload(session, state, withKey, false, execution)) {
            return false;
        }
        for (String name : names) {
            AttributeTracker attribute = mapper.manager().tracker(name);
            if (!attribute.acceptsScalarLoader()) {
                attribute.get(state, Passive.OFF);
            }
        }
        return true;
    }

    /**
     * Reloads attributes that were expired or deferred; the loader that mappers are given.
     *
     * @param state of the object
     * @param names the attributes
     * @param passive how far to go
     * @throws DetachedInstanceException if the object has no session
     * @throws ObjectDeletedException if its row is gone
     */
    static void reloadAttributes(InstanceState state, Set<String> names, int passive) {
        LoadingSession session = sessionOf(state, "the expired or deferred attributes " + visible(names));
        boolean autoflush = !Passive.allows(passive, Passive.NO_AUTOFLUSH);
        boolean persistent = state.hasKey();
        if (!reload(session, state, names, autoflush, ExecutionOptions.NONE) && persistent) {
            throw new ObjectDeletedException(
                    "Cannot load " + visible(names) + " of " + state
                            + ": its row is gone. It was deleted by someone else, or by a statement this session does not know of.");
        }
    }

    /** Names that mean something to whoever reads a message. */
    private static List<String> visible(Set<String> names) {
        return names.stream().filter(name -> !TableMapper.isHidden(name)).toList();
    }

    static LoadingSession sessionOf(InstanceState state, String what) {
        if (state.owner() instanceof LoadingSession session) {
            return session;
        }
        throw new DetachedInstanceException("Cannot load " + what + " of " + state
                + ": it belongs to no session. Add it to one, or read what you need before the session is closed.");
    }
}
