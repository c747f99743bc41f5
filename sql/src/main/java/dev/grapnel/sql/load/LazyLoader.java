package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a relationship when it is first read. A many-to-one whose key refers to the primary key of its target looks into memory first and
 * needs no SQL if the object is there.
 */
final class LazyLoader implements AttributeLoader {
    private static final Logger LOG = LoggerFactory.getLogger(LazyLoader.class);

    private final Relationship relationship;
    private final RelationshipSelect select;
    private final @Nullable List<String> keyFrom;
    private final int index;
    private final Set<Mapper> before;

    LazyLoader(TableMapper mapper, Relationship relationship) {
        this.relationship = relationship;
        this.select = new RelationshipSelect(mapper, relationship);
        this.keyFrom = select.keyAttributes();
        this.before = Set.of(mapper);
        this.index = mapper.manager().tracker(relationship.name()).index();
    }

    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        if (!state.hasKey() && !(state.isAttachedOnly() && state.owner() != null)) {
            return LoadStatus.EMPTY;
        }
        boolean pending = !state.hasKey();
        boolean sql = Passive.allows(passive, Passive.SQL_OK);
        if ((!sql && keyFrom == null) || (pending && !Passive.allows(passive, Passive.NON_PERSISTENT_OK))) {
            return Marker.PASSIVE_NO_RESULT;
        }
        refuse(state, passive);
        if (state.owner() == null && Passive.allows(passive, Passive.NO_RAISE)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        LoadingSession session = KeyLoader.sessionOf(state, "relationship " + relationship);
        return keyFrom == null ? loadByStatement(session, state, passive) : loadByKey(session, state, keyFrom, passive);
    }

    private void refuse(InstanceState state, int passive) {
        boolean onlyLooking = keyFrom != null && !Passive.allows(passive, Passive.RELATED_OBJECT_OK);
        if (!onlyLooking && isRefused(state, passive, LoadStrategy.RAISE)) {
            throw new InvalidRequestException("Cannot load relationship " + relationship + " of " + state
                    + ": it is mapped to raise when it is read without having been loaded. Load it with the query.");
        }
    }

    private void refuseSql(InstanceState state, int passive) {
        if (isRefused(state, passive, LoadStrategy.RAISE_ON_SQL)) {
            throw new InvalidRequestException(
                    "Cannot load relationship " + relationship + " of " + state
                            + ": it is set to raise when a read needs SQL. Load it, or the objects it refers to, with the query.");
        }
    }

    private boolean isRefused(InstanceState state, int passive, LoadStrategy refusing) {
        LoadStrategy strategy = LoadOptions.of(state.loadOrigin()).strategyFor(relationship);
        return strategy == refusing && !Passive.allows(passive, Passive.NO_RAISE);
    }

    // ---- by the key of the target ----

    private @Nullable Object loadByKey(LoadingSession session, InstanceState state, List<String> from, int passive) {
        @Nullable Object[] parts = new Object[from.size()];
        for (int at = 0; at < parts.length; at++) {
            Object part = keyPart(state, from.get(at), passive);
            if (Marker.is(part)) {
                return part;
            }
            parts[at] = part;
        }
        TableMapper target = TableMapper.target(relationship);
        IdentityKey key = target.identityKey(parts, state.token());
        if (key == null) {
            return null;
        }
        if (state.has(index) && !Passive.allows(passive, Passive.DEFERRED_HISTORY_LOAD)) {
            return LoadStatus.SET;
        }
        Object known = session.inMemory(key);
        if (known != null && !Mapper.of(ClassManager.requireState(known)).isA(target)) {
            return null;
        }
        Object object = known == null ? null : KeyLoader.inMemory(session, known, passive);
        if (object != null) {
            return object;
        }
        if (!Passive.allows(passive, Passive.SQL_OK) || !Passive.allows(passive, Passive.RELATED_OBJECT_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        refuseSql(state, passive);
        LoadOptions below = LoadOptions.of(state.loadOrigin()).below(relationship);
        return KeyLoader.load(session, target, key, request(state, passive), false, below);
    }

    private static @Nullable Object keyPart(InstanceState state, String name, int passive) {
        AttributeTracker attribute = ClassManager.of(state).tracker(name);
        if (Passive.allows(passive, Passive.LOAD_AGAINST_COMMITTED) && state.isChanged(attribute.index())) {
            Object committed = state.committed(attribute.index());
            return committed == Marker.NO_VALUE ? null : committed;
        }
        return attribute.get(state, passive);
    }

    private LoadRequest request(InstanceState state, int passive) {
        boolean autoflush = state.hasKey() && !Passive.allows(passive, Passive.NO_AUTOFLUSH);
        return LoadRequest.ofFirstRead(relationship, state, autoflush);
    }

    // ---- by a statement ----

    private @Nullable Object loadByStatement(LoadingSession session, InstanceState state, int passive) {
        if (!Passive.allows(passive, Passive.SQL_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        @Nullable Object[] parameters = new Object[select.boundAttributes().size()];
        for (int at = 0; at < parameters.length; at++) {
            Object part = keyPart(state, select.boundAttributes().get(at), passive);
            if (part == null || Marker.is(part)) {
                return Marker.is(part) && part == Marker.PASSIVE_NO_RESULT ? part : empty();
            }
            parameters[at] = part;
        }
        if (state.has(index) && !Passive.allows(passive, Passive.DEFERRED_HISTORY_LOAD)) {
            return LoadStatus.SET;
        }
        refuseSql(state, passive);
        LoadRequest request = request(state, passive);
        LoadOptions below = LoadOptions.of(state.loadOrigin()).below(relationship);
        LoadRun run = LoadRun.ofFirstRead(session, (KeySource) columns ->
                select.keySource(shape(request.refined(below)), parameters).select(columns));
        List<Object> found = session.announced(request, () -> {
            request.tell(run);
            return read(session, run, request.refined(below), parameters);
        });
        run.finish();
        return relationship.isCollection() ? found : single(state, found);
    }

    private SelectShape shape(LoadOptions options) {
        return SelectShape.of(TableMapper.target(relationship), options, before);
    }

    private List<Object> read(LoadingSession session, LoadRun run, LoadOptions options, @Nullable Object[] parameters) {
        SelectShape shape = shape(options);
        EntityLoader<RowCursor> loader = EntityLoader.ofRelationship(run, shape.plan(), options.asOrigin());
        LoadingSession.RowsReader<List<Object>> reader = select.places(shape).reader(loader);
        return !options.hasCriteria()
                ? session.read(select.statement(shape, parameters), reader)
                : session.readQuery(() -> select.query(shape, parameters), reader);
    }

    private @Nullable Object empty() {
        return relationship.isCollection() ? List.of() : null;
    }

    private @Nullable Object single(InstanceState state, List<Object> found) {
        if (found.size() > 1) {
            LOG.warn(
                    "Relationship {} of {} refers to one object and {} rows were found; the first is taken.",
                    relationship,
                    state,
                    found.size());
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** Installs the loaders of a mapper's attributes. */
    static void install(TableMapper mapper) {
        mapper.relationships().forEach(relationship -> install(mapper, relationship));
    }

    /** Installs the loader of one attribute. */
    static void install(TableMapper mapper, Relationship relationship) {
        MemberKeys.install(mapper, relationship);
        if (relationship.settings().strategy() != LoadStrategy.NOLOAD && !relationship.isQueued()) {
            mapper.manager().tracker(relationship.name()).loader(new LazyLoader(mapper, relationship));
        }
    }
}
