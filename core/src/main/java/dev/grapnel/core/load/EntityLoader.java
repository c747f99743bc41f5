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
import java.util.Collections;
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
    private final LoadRun run;
    private final EntityPlan<R> plan;
    private final @Nullable InstanceState refreshed;
    private final @Nullable Set<String> only;
    private final @Nullable Object origin;
    /** Made for the second class of the result. */
    private Map<EntityPlan<R>, ClassInResult<R>> prepared = Collections.emptyMap();

    /** Null unless the application has hooks in the rows. */
    private final @Nullable HookedRow<R> hooked;

    /** Most results are of one class, or have its rows side by side. */
    private @Nullable ClassInResult<R> latest;

    /** Rows of the same object often stand side by side. */
    private @Nullable Object latestKey;

    private @Nullable Enhanced latestObject;
    private boolean metKnown;

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
        this.hooked = plan.isHooked() ? new HookedRow<>() : null;
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
        if (hooked != null) {
            ClassInResult<R> actual = hooked.translate(row, plan, this);
            return load(actual, hooked.row(), false);
        }
        ClassInResult<R> actual = prepared(plan.forRow(row)); // statements that it prepares are told before first_init
        return load(actual, row, actual.plainKey());
    }

    /**
     * Takes a row of a query's result, and puts its object there.
     *
     * @param row the row
     * @param result of the query; rows without a key are left out
     */
    public void loadInto(R row, List<Object> result) {
        Object object = load(row);
        if (object == null) {
            return;
        }
        if (hooked == null) {
            result.add(object);
        } else {
            hooked.append(object, result);
        }
    }

    private @Nullable Object load(ClassInResult<R> actual, R row, boolean plainKey) {
        if (refreshed != null) {
            full(actual, row, refreshed, refreshed.runId() != run.number(), false);
            return refreshed.requireObject();
        }
        String token = run.session().identityToken();
        return token == null && plainKey ? loadByValue(actual, row) : loadByKey(actual, row, token);
    }

    private @Nullable Object loadByKey(ClassInResult<R> actual, R row, @Nullable String token) {
        IdentityKey key = actual.plan().key(row, token);
        if (key == null) {
            return null;
        }
        Enhanced known = run.session().inMemory(key);
        if (known != null) {
            return meet(actual, row, known);
        }
        Enhanced made = actual.hooks() == null ? null : actual.hooks().create(row);
        Enhanced object = made == null ? actual.newInstance() : made;
        InstanceState state = ClassManager.requireState(object);
        state.key(key);
        fillNew(HookedRow.filling(actual, state, this), row, state, made != null);
        return object;
    }

    private void fillNew(ClassInResult<R> actual, R row, InstanceState state, boolean madeByHook) {
        if (hooked == null) {
            fillNew(actual, row, state);
            actual.shareKey(state);
        } else {
            hooked.madeByHook(madeByHook);
            fillNew(actual, row, state);
            hooked.madeByHook(false);
        }
    }

    private @Nullable Object loadByValue(ClassInResult<R> actual, R row) {
        Object value = actual.plan().keyValue(row, latestKey);
        if (value == null) {
            return null;
        }
        Enhanced known = value == latestKey ? latest(actual, value) : null;
        if (known == null) {
            known = run.session().inMemory(actual.root(), value);
        }
        Enhanced object = known == null ? actual.newInstance() : known;
        latestKey = value;
        latestObject = object;
        if (known != null) {
            return meet(actual, row, known);
        }
        InstanceState state = ClassManager.requireState(object);
        state.identify(value);
        fillNew(actual, row, state);
        actual.shareKey(state);
        return object;
    }

    /** The object of the row before, unless a listener has taken it out of the session or given it another key. */
    private @Nullable Enhanced latest(ClassInResult<R> actual, Object key) {
        InstanceState state = ClassManager.stateOf(latestObject);
        return state != null
                        && state.owner() == run.session()
                        && !state.isDeleted()
                        && state.isIdentifiedBy(actual.root(), key)
                ? latestObject
                : null;
    }

    /** Whether an object may have come in several rows: none has if each was new. */
    public boolean mayRepeat() {
        return metKnown && (hooked == null || !hooked.isAppending());
    }

    private void fillNew(ClassInResult<R> actual, R row, InstanceState state) {
        run.session().joinLoaded(state);
        full(actual, row, state, true, true);
    }

    private Object meet(ClassInResult<R> found, R row, Enhanced object) {
        metKnown = true;
        InstanceState state = ClassManager.requireState(object);
        ClassInResult<R> actual = hooked == null ? found : HookedRow.filling(found, state, this);
        if (state.manager() != actual.manager()) {
            throw otherClass(actual.plan(), state);
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

    private void full(ClassInResult<R> actual, R row, InstanceState state, boolean first, boolean made) {
        Object told = origin == null ? actual.origin() : origin;
        if (!first) {
            if (actual.fills(row, state, false, only)) {
                again(actual, row, state, told);
            }
            return;
        }
        if (made || told != null) {
            state.loadOrigin(told);
        }
        state.runId(run.number());
        boolean fills = actual.fills(row, state, true, only);
        if (fills) {
            fill(actual, row, state, made && (hooked == null || !hooked.isMadeByHook()));
        }
        fireFull(actual, state, made);
        settle(state, made);
        if (fills) {
            loadLater(actual, state, made);
        }
    }

    private void fill(ClassInResult<R> actual, R row, InstanceState state, boolean blank) {
        if (only == null) {
            actual.plan().read(row, state);
        } else {
            actual.plan().read(row, state, only);
        }
        expire(actual, state, blank);
        List<EagerReader<R>> readers = actual.readers();
        for (int at = 0; at < readers.size(); at++) {
            if (isWanted(readers.get(at).relationship())) {
                readers.get(at).first(row, state);
            }
        }
    }

    private void loadLater(ClassInResult<R> actual, InstanceState state, boolean made) {
        if (made) {
            actual.loadLaterForNew(run, state);
        } else {
            actual.loadLater(run, state, true);
        }
    }

    /** A further row of an object, or the same object at another place of the row: that place may bring what the first did not. */
    private void again(ClassInResult<R> actual, R row, InstanceState state, @Nullable Object told) {
        if (told != null) {
            Object before = state.loadOrigin();
            if (told != before && !told.equals(before)) {
                state.loadOrigin(told);
                actual.plan().readAbsent(row, state);
            }
        }
        List<EagerReader<R>> readers = actual.readers();
        for (int at = 0; at < readers.size(); at++) {
            readers.get(at).again(row, state);
        }
        actual.loadLater(run, state, true);
    }

    private boolean isWanted(AttributeTracker attribute) {
        return only == null || only.contains(attribute.name());
    }

    ClassInResult<R> prepared(EntityPlan<R> actual) {
        ClassInResult<R> known = latest;
        if (known == null || known.plan() != actual) {
            known = known == null ? prepare(actual) : another(actual, known);
            latest = known;
        }
        return known;
    }

    private ClassInResult<R> another(EntityPlan<R> actual, ClassInResult<R> before) {
        if (prepared.isEmpty()) {
            prepared = new HashMap<>();
            prepared.put(before.plan(), before);
        }
        return prepared.computeIfAbsent(actual, this::prepare);
    }

    private ClassInResult<R> prepare(EntityPlan<R> actual) {
        ClassInResult<R> made = new ClassInResult<>(actual, run, only);
        if (actual != plan) {
            run.ofSeveralClasses(made.postLoads());
        }
        return made;
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

    /** A blank object has no values that the row does not bring. */
    private void expire(ClassInResult<R> actual, InstanceState state, boolean blank) {
        for (AttributeTracker attribute : actual.expiring()) {
            if (!blank) {
                state.drop(attribute.index());
            }
            state.expired(attribute.index(), true);
        }
        if (!blank) {
            for (AttributeTracker attribute : actual.plan().resetting()) {
                if (isWanted(attribute)) {
                    state.drop(attribute.index());
                }
            }
        }
    }

    private void fireFull(ClassInResult<R> told, InstanceState state, boolean made) {
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

    private void fireRefresh(ClassInResult<R> told, InstanceState state, @Nullable Set<String> names) {
        if (told.tellRefresh()) {
            Dispatch dispatch = ClassManager.of(state).dispatch();
            fire(dispatch.listeners(InstanceEventKeys.REFRESH), new RefreshEvent<>(state, run, names), state);
        }
    }

    /** An object that was in memory before: what it lacks is filled, and what the statement brings along is looked at. */
    private void partial(ClassInResult<R> actual, R row, InstanceState state) {
        Set<String> filled = run.partial(state);
        if (filled != null) {
            if (actual.fills(row, state, false, filled)) {
                partialAgain(actual, row, state, filled);
            }
        } else {
            partialFirst(actual, row, state);
        }
        if (run.reachesKnownObjects()) {
            actual.loadLater(run, state, false);
        }
    }

    private void partialFirst(ClassInResult<R> actual, R row, InstanceState state) {
        if (!lacksAny(state) && !reachesFurther(actual)) {
            return;
        }
        Set<String> lacking = unloaded(state);
        run.partial(state, lacking);
        if (actual.fills(row, state, true, lacking)) {
            fillLacking(actual, row, state, lacking);
        }
        fireRefresh(actual, state, lacking);
        ValueBooks.commit(state, lacking);
    }

    private void fillLacking(ClassInResult<R> actual, R row, InstanceState state, Set<String> lacking) {
        actual.plan().read(row, state, lacking);
        expireAmong(lacking, actual.plan(), state);
        for (EagerReader<R> reader : actual.readers()) {
            if (lacking.contains(reader.relationship().name())) {
                reader.first(row, state);
            }
        }
        pass(actual, row, state, lacking);
    }

    /** What the object lacks and the statement does not bring is loaded on its next read: a new object has no value of its own there. */
    private static void expireAmong(Set<String> lacking, EntityPlan<?> actual, InstanceState state) {
        for (AttributeTracker attribute : actual.expiring()) {
            if (lacking.contains(attribute.name())) {
                state.expired(attribute.index(), true);
            }
        }
    }

    private void partialAgain(ClassInResult<R> actual, R row, InstanceState state, Set<String> filled) {
        Set<String> lacking = unloaded(state);
        if (!lacking.isEmpty()) {
            actual.plan().read(row, state, lacking);
        }
        for (EagerReader<R> reader : actual.readers()) {
            if (filled.contains(reader.relationship().name())) {
                reader.again(row, state);
            }
        }
        lacking.addAll(filled);
        pass(actual, row, state, lacking);
    }

    private void pass(ClassInResult<R> actual, R row, InstanceState state, Set<String> filled) {
        if (run.reachesKnownObjects()) {
            for (EagerReader<R> reader : actual.readers()) {
                if (!filled.contains(reader.relationship().name())) {
                    reader.pass(row, state);
                }
            }
        }
    }

    private boolean reachesFurther(ClassInResult<R> actual) {
        if (!run.reachesKnownObjects()) {
            return false;
        }
        for (EagerReader<R> reader : actual.readers()) {
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
