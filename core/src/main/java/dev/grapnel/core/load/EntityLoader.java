package dev.grapnel.core.load;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.LoadEvent;
import dev.grapnel.core.instrument.RefreshEvent;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.Listeners;
import dev.grapnel.events.Registration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one result into objects (rules I-7, I-13, G-2).
 *
 * <p>For each row: the identity key is looked up in memory. A new object is made without its constructor, joins the identity map, is filled,
 * and {@code load} and {@code loaded_as_persistent} fire. An object in memory is filled in full if it is being refreshed, and otherwise only
 * where it has no values; {@code refresh} fires. Each at most once for an object and result.
 *
 * @param <R> the row
 */
public final class EntityLoader<R> {
    private static final int NOT_SHARED = -1;

    private final LoadRun run;
    private final EntityPlan<R> plan;
    private final @Nullable InstanceState refreshed;
    private final @Nullable Set<String> only;
    private final @Nullable Object origin;
    private final Map<EntityPlan<R>, Prepared<R>> prepared = new HashMap<>(2);
    /** Most results are of one class, or have its rows side by side. */
    private @Nullable EntityPlan<R> latest;

    private @Nullable Prepared<R> ofLatest;
    private boolean metKnown;

    /**
     * What is found out once for the objects of one class in a result.
     *
     * @param readers of the relationships that rows fill
     * @param sharedKey the attribute whose value is the key, or {@link #NOT_SHARED}
     * @param tellLoad whether anybody listened to {@code load} when the reading began (rule E-29)
     * @param tellLoaded the same for {@code loaded_as_persistent}
     * @param tellRefresh the same for {@code refresh}
     */
    private record Prepared<R>(
            List<EagerReader<R>> readers, int sharedKey, boolean tellLoad, boolean tellLoaded, boolean tellRefresh) {}

    /**
     * Prepares for a result.
     *
     * @param run the result
     * @param plan how its rows are read
     * @param refreshed the object to be refreshed whatever the row's key, or null
     * @param only the attributes asked for, or null for all
     */
    public EntityLoader(
            LoadRun run, EntityPlan<R> plan, @Nullable InstanceState refreshed, @Nullable Set<String> only) {
        this(run, plan, refreshed, only, null);
    }

    private EntityLoader(
            LoadRun run,
            EntityPlan<R> plan,
            @Nullable InstanceState refreshed,
            @Nullable Set<String> only,
            @Nullable Object origin) {
        this.run = run;
        this.plan = plan;
        this.refreshed = refreshed;
        this.only = only;
        this.origin = origin;
    }

    /**
     * Prepares for the result of a relationship.
     *
     * @param run the result
     * @param plan how its rows are read
     * @param origin what the statement that brought the owners says about later loads of the objects (rule G-13), or null
     * @param <R> the row
     * @return the loader
     */
    public static <R> EntityLoader<R> ofRelationship(LoadRun run, EntityPlan<R> plan, @Nullable Object origin) {
        return new EntityLoader<>(run, plan, null, null, origin);
    }

    /** Gets ready for the rows; called when the statement has run, also if there are none. */
    public void begin() {
        prepared(plan);
    }

    /**
     * Takes a row.
     *
     * @param row the row
     * @return its object, or null if a part of its key is null
     */
    public @Nullable Object load(R row) {
        EntityPlan<R> actual = plan.forRow(row);
        if (refreshed != null) {
            full(actual, row, refreshed, refreshed.runId() != run.number(), false);
            return refreshed.requireObject();
        }
        IdentityKey key = actual.key(row, run.session().identityToken());
        if (key == null) {
            return null;
        }
        Enhanced known = run.session().inMemory(key);
        return known == null ? make(actual, row, key) : meet(actual, row, known);
    }

    /** Whether an object may have come in several rows: none has if each was new. */
    public boolean mayRepeat() {
        return metKnown;
    }

    private Object make(EntityPlan<R> actual, R row, IdentityKey key) {
        Enhanced object = actual.mapper().manager().newInstance();
        InstanceState state = ClassManager.requireState(object);
        state.key(key);
        run.session().joinLoaded(state, key);
        full(actual, row, state, true, true);
        shareKey(actual, state);
        return object;
    }

    /** The value of the key was read twice, for the key and for the field: one of the two is enough. */
    private void shareKey(EntityPlan<R> actual, InstanceState state) {
        int shared = prepared(actual).sharedKey();
        if (shared != NOT_SHARED) {
            state.shareIdentity(shared);
        }
    }

    private Object meet(EntityPlan<R> actual, R row, Enhanced object) {
        metKnown = true;
        InstanceState state = ClassManager.requireState(object);
        if (state.manager() != actual.mapper().manager()) {
            throw otherClass(actual, state);
        }
        boolean first = state.runId() != run.number();
        if (!first || run.isPopulateExisting()) {
            full(actual, row, state, first, false);
        } else {
            partial(actual, row, state);
        }
        return object;
    }

    private static InvalidRequestException otherClass(EntityPlan<?> actual, InstanceState state) {
        return new InvalidRequestException("Cannot load a row as "
                + actual.mapper().type().getSimpleName() + ": the session has " + state
                + ", an object of another class with the same key. Keys have to be unique in a hierarchy, and a row keeps its class;"
                + " if it was changed on purpose, expunge the object first.");
    }

    private void full(EntityPlan<R> actual, R row, InstanceState state, boolean first, boolean made) {
        Object told = origin == null ? actual.origin() : origin;
        if (!first) {
            again(actual, row, state, told);
            return;
        }
        if (made || told != null) {
            state.loadOrigin(told);
        }
        state.runId(run.number());
        if (only == null) {
            actual.read(row, state);
        } else {
            actual.read(row, state, only);
        }
        expire(actual, state, made);
        for (EagerReader<R> reader : readers(actual)) {
            if (isWanted(reader.relationship())) {
                reader.first(row, state);
            }
        }
        fireFull(prepared(actual), state, made);
        settle(state, made);
        loadLater(actual, state, true);
    }

    /** A further row of an object, or the same object at another place of the row: that place may bring what the first did not. */
    private void again(EntityPlan<R> actual, R row, InstanceState state, @Nullable Object told) {
        if (told != null && !told.equals(state.loadOrigin())) {
            state.loadOrigin(told);
            actual.readAbsent(row, state);
        }
        for (EagerReader<R> reader : readers(actual)) {
            reader.again(row, state);
        }
        loadLater(actual, state, true);
    }

    private boolean isWanted(AttributeTracker attribute) {
        return only == null || only.contains(attribute.name());
    }

    private List<EagerReader<R>> readers(EntityPlan<R> actual) {
        return prepared(actual).readers();
    }

    private Prepared<R> prepared(EntityPlan<R> actual) {
        Prepared<R> known = ofLatest;
        if (known == null || latest != actual) {
            known = prepared.computeIfAbsent(actual, this::prepare);
            latest = actual;
            ofLatest = known;
        }
        return known;
    }

    private Prepared<R> prepare(EntityPlan<R> actual) {
        Dispatch dispatch = actual.mapper().manager().dispatch();
        return new Prepared<>(
                actual.readers(run),
                sharedKey(actual.mapper().keyAttributes()),
                !dispatch.listeners(InstanceEventKeys.LOAD).isEmpty(),
                run.session().tellsLoadedAsPersistent(),
                !dispatch.listeners(InstanceEventKeys.REFRESH).isEmpty());
    }

    /** A primitive field would give a new box each time it is asked. */
    private static int sharedKey(List<AttributeTracker> parts) {
        return parts.size() == 1 && !parts.get(0).isPrimitive() ? parts.get(0).index() : NOT_SHARED;
    }

    private void settle(InstanceState state, boolean made) {
        if (made && !state.isModified()) {
            return;
        }
        if (refreshed != null && only != null) {
            ValueBooks.commit(state, only);
        } else {
            ValueBooks.commitAll(state);
        }
    }

    private void loadLater(EntityPlan<R> actual, InstanceState state, boolean overwrite) {
        for (PostLoad loader : actual.postLoads(run)) {
            PostLoad used = run.isRefresh() ? loader.onRefresh() : loader;
            if (used != null && used.isWanted(only)) {
                run.loadLater(state, state.requireObject(), used, overwrite);
            }
        }
    }

    private void expire(EntityPlan<R> actual, InstanceState state, boolean made) {
        for (AttributeTracker attribute : actual.expiring()) {
            if (only == null || only.contains(attribute.name())) {
                if (!made) {
                    state.drop(attribute.index());
                }
                state.expired(attribute.index(), true);
            }
        }
        if (!made) {
            for (AttributeTracker attribute : actual.resetting()) {
                if (only == null || only.contains(attribute.name())) {
                    state.drop(attribute.index());
                }
            }
        }
    }

    private void fireFull(Prepared<R> told, InstanceState state, boolean made) {
        if (!made) {
            fireRefresh(told, state, only);
            return;
        }
        if (told.tellLoad()) {
            Dispatch dispatch = ClassManager.of(state).dispatch();
            fire(dispatch.listeners(InstanceEventKeys.LOAD), new LoadEvent<>(state, run), state);
        }
        if (told.tellLoaded()) {
            run.session().loadedAsPersistent(state);
        }
    }

    private void fireRefresh(Prepared<R> told, InstanceState state, @Nullable Set<String> names) {
        if (told.tellRefresh()) {
            Dispatch dispatch = ClassManager.of(state).dispatch();
            fire(dispatch.listeners(InstanceEventKeys.REFRESH), new RefreshEvent<>(state, run, names), state);
        }
    }

    /** An object that was in memory before: what it lacks is filled, and what the statement brings along is looked at. */
    private void partial(EntityPlan<R> actual, R row, InstanceState state) {
        Set<String> filled = run.partials().get(state);
        if (filled != null) {
            partialAgain(actual, row, state, filled);
        } else {
            partialFirst(actual, row, state);
        }
        if (run.reachesKnownObjects()) {
            loadLater(actual, state, false);
        }
    }

    private void partialFirst(EntityPlan<R> actual, R row, InstanceState state) {
        if (!lacksAny(state) && !reachesFurther(actual)) {
            return;
        }
        Set<String> lacking = unloaded(state);
        run.partials().put(state, lacking);
        actual.read(row, state, lacking);
        for (EagerReader<R> reader : readers(actual)) {
            if (lacking.contains(reader.relationship().name())) {
                reader.first(row, state);
            }
        }
        pass(actual, row, state, lacking);
        fireRefresh(prepared(actual), state, lacking);
        ValueBooks.commit(state, lacking);
    }

    private void partialAgain(EntityPlan<R> actual, R row, InstanceState state, Set<String> filled) {
        Set<String> lacking = unloaded(state);
        if (!lacking.isEmpty()) {
            actual.read(row, state, lacking);
        }
        for (EagerReader<R> reader : readers(actual)) {
            if (filled.contains(reader.relationship().name())) {
                reader.again(row, state);
            }
        }
        lacking.addAll(filled);
        pass(actual, row, state, lacking);
    }

    private void pass(EntityPlan<R> actual, R row, InstanceState state, Set<String> filled) {
        if (run.reachesKnownObjects()) {
            for (EagerReader<R> reader : readers(actual)) {
                if (!filled.contains(reader.relationship().name())) {
                    reader.pass(row, state);
                }
            }
        }
    }

    private boolean reachesFurther(EntityPlan<R> actual) {
        if (!run.reachesKnownObjects()) {
            return false;
        }
        for (EagerReader<R> reader : readers(actual)) {
            if (reader.reachesFurther()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> unloaded(InstanceState state) {
        Set<String> names = new LinkedHashSet<>();
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            if (isUnloaded(state, attribute)) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    private static boolean lacksAny(InstanceState state) {
        for (AttributeTracker attribute : ClassManager.of(state).trackers()) {
            if (isUnloaded(state, attribute)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnloaded(InstanceState state, AttributeTracker attribute) {
        return !state.has(attribute.index()) && !state.isChanged(attribute.index());
    }

    private static <E> void fire(Listeners<E> listeners, E event, InstanceState state) {
        for (Registration<E> registration : listeners.snapshot()) {
            LoadContextGuard.call(registration, event, state);
        }
    }
}
