package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.ObjectDeletedException;
import dev.grapnel.core.flush.Flush;
import dev.grapnel.core.flush.explain.FlushExplanation;
import dev.grapnel.core.flush.plan.FlushSession;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.load.LoadContextGuard;
import dev.grapnel.core.load.LoadSession;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.StoreTransaction;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.Listeners;
import dev.grapnel.events.Registration;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A unit of work: objects that are added, loaded, changed and deleted, and written together.
 *
 * <p>A session belongs to one thread at a time; use by two at once is detected and refused. Nothing is written before a flush, which happens
 * before a query, on {@code commit}, or when asked for. A transaction begins by itself on first use. Backends extend the session by loading
 * and querying.
 */
public abstract class Session implements FlushSession, LoadSession, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final SessionOptions options;
    private final Dispatch dispatch;
    private final LifecycleMoves moves;
    private final SingleThread singleThread = new SingleThread();
    private final Workspace workspace = new Workspace();
    private final Attaching attaching = new Attaching(this, workspace);
    private final Leaving leaving = new Leaving(this, workspace);
    private final Expiring expiring = new Expiring(this, workspace);
    private final FlushCycle cycle = new FlushCycle(this, workspace);
    private final Rights rights = new Rights();
    private final AfterLoading afterLoading = new AfterLoading();
    private @Nullable SessionTransaction current;
    private @Nullable Map<Object, Object> info;
    private boolean autoflush;

    /**
     * Begins a session.
     *
     * @param options how it behaves
     * @param factoryDispatch the listeners of the factory
     */
    protected Session(SessionOptions options, Dispatch factoryDispatch) {
        this.options = options;
        this.autoflush = options.autoflush();
        this.dispatch = Dispatch.of(SessionEventKeys.CATALOG, "a session", factoryDispatch);
        this.moves = new LifecycleMoves(this, dispatch);
    }

    // ---- what a backend adds ----

    /** Begins a transaction of the store. */
    protected abstract StoreTransaction beginStore();

    /** Writes rows. */
    protected abstract RowWriter rowWriter();

    /**
     * Loads an object by key for a merge.
     *
     * @return the object, or null if there is none
     */
    protected abstract @Nullable Object loadForMerge(Mapper mapper, IdentityKey key);

    /**
     * Reloads an object that was just expired.
     *
     * @param state of the object
     * @param names the attributes, or null for all
     * @return false if its row is gone
     */
    protected abstract boolean reload(InstanceState state, @Nullable Set<String> names);

    /**
     * Refuses a two-phase commit if the store has none; backends that have one override it.
     *
     * @param name of the transaction
     * @throws InvalidRequestException if it is not possible
     */
    protected void requireTwoPhase(String name) {
        throw new InvalidRequestException("Cannot prepare transaction '" + name
                + "': this store has no two-phase commit. Commit without preparing.");
    }

    /** The listeners. */
    public final Dispatch dispatch() {
        return dispatch;
    }

    final LifecycleMoves moves() {
        return moves;
    }

    // ---- one thread at a time ----

    /** Runs an operation as the only thread inside. */
    protected final <R extends @Nullable Object> R guardedGet(Supplier<R> operation) {
        singleThread.enter();
        try {
            return operation.get();
        } finally {
            singleThread.exit();
        }
    }

    /** Runs an operation as the only thread inside. */
    protected final void guarded(Runnable operation) {
        singleThread.enter();
        try {
            operation.run();
        } finally {
            singleThread.exit();
        }
    }

    // ---- adding and deleting ----

    /**
     * Adds an object, and what cascades from it: a new one waits for its insert, a detached one becomes persistent again (rules T-3, T-28).
     *
     * @param object a mapped object
     * @throws dev.grapnel.core.error.UnmappedClassException if its class is not mapped, or was not when it was made
     * @throws InvalidRequestException if another session has it, or another object with its key is here
     */
    public final void add(Object object) {
        guarded(() -> {
            InstanceState state = ClassManager.requireState(object);
            warnDuringFlush("Adding ", state);
            saveOrUpdate(state);
        });
    }

    /**
     * Gives a transient object this session without adding it, so that its relationships are loaded when they are read, by the keys it has
     * now (rule S-17). It fires the attach events and {@code transient_to_pending}, and no flush will insert it. For forms and imports that
     * look at what an object would refer to.
     *
     * @param object transient
     * @throws InvalidRequestException if another session has it
     */
    public final void enableRelationshipLoading(Object object) {
        guarded(() -> attaching.enableRelationshipLoading(ClassManager.requireState(object)));
    }

    /**
     * Adds objects in order.
     *
     * @param objects mapped objects
     */
    public final void addAll(Collection<?> objects) {
        objects.forEach(this::add);
    }

    @Override
    public final void saveOrUpdate(InstanceState state) {
        attaching.saveOrUpdate(state);
    }

    final void attachWithKey(InstanceState state) {
        attaching.attachWithKey(state);
    }

    /**
     * Marks a persistent object, and what its deletion cascades to, to be deleted by the next flush (rules T-11, U-12).
     *
     * @param object persistent or detached
     * @throws InvalidRequestException if it is new
     */
    public final void delete(Object object) {
        guarded(() -> {
            InstanceState state = ClassManager.requireState(object);
            warnDuringFlush("Deleting ", state);
            attaching.markForDelete(state, object);
        });
    }

    // ---- leaving ----

    /**
     * Takes an object, and what cascades from it, out of the session (rule S-34).
     *
     * @param object of this session
     * @throws InvalidRequestException if it is not in this session
     */
    public final void expunge(Object object) {
        guarded(() -> {
            InstanceState state = ClassManager.requireState(object);
            if (state.owner() != this) {
                throw new InvalidRequestException("Cannot expunge " + state + ": it is not in this session.");
            }
            evict(state);
        });
    }

    @Override
    public final void evict(InstanceState state) {
        leaving.evict(state);
    }

    final void leaveAlone(InstanceState state) {
        moves.evict(List.of(state), false);
    }

    /** Takes all objects out of the session (rule S-33). */
    public final void expungeAll() {
        guarded(leaving::evictAll);
    }

    final void forget(InstanceState state) {
        leaving.forget(state);
    }

    /**
     * Ends the session: all objects leave it, open transactions are rolled back (rule S-32). It may be used again, unless its options say
     * otherwise. Closing twice does nothing.
     */
    @Override
    public final void close() {
        singleThread.enterEvenIfShut();
        try {
            clear();
            afterClose();
        } finally {
            if (!options.reusable()) {
                singleThread.shut();
            }
            singleThread.exit();
        }
    }

    /** As {@link #close}; says that the session is going to be used again, which it may be whatever its options say (rule S-32). */
    public final void reset() {
        guarded(this::clear);
    }

    private void clear() {
        try {
            leaving.evictAll();
            workspace.dismissVisitors(this);
        } finally {
            endTransactions();
        }
    }

    /** From the inside; also if one cannot be ended properly, since the connection has to be given back. */
    private void endTransactions() {
        SessionTransaction innermost = current;
        if (innermost == null) {
            return;
        }
        try {
            innermost.end();
        } finally {
            if (current != innermost) {
                endTransactions();
            }
        }
    }

    /** Told when the session was closed. */
    protected void afterClose() {
        // nothing to give back by default
    }

    // ---- expiring ----

    /**
     * Gives up values, so that the next read loads them (rules I-21, I-24).
     *
     * @param object persistent
     * @param attributes the names, or none for all
     */
    public final void expire(Object object, String... attributes) {
        guarded(() -> expiring.expire(ClassManager.requireState(object), attributes));
    }

    /** Gives up the values of all persistent objects. */
    public final void expireAll() {
        guarded(moves::expireAll);
    }

    /**
     * Reloads an object now (rules I-25, G-6).
     *
     * @param object persistent
     * @param attributes the names, or none for all
     * @throws InvalidRequestException if its row is gone
     */
    public final void refresh(Object object, String... attributes) {
        guarded(() -> {
            try {
                expiring.refresh(ClassManager.requireState(object), attributes);
            } finally {
                Reference.reachabilityFence(object); // clean now, so the session does not hold it
            }
        });
    }

    // ---- merging ----

    /**
     * Copies the state of an object onto the object of this session with the same key, loading or making it (rules S-16, T-4).
     *
     * @param object of any session or none; stays as it is
     * @param <T> its class
     * @return the object of this session
     */
    public final <T> T merge(T object) {
        return merge(object, true);
    }

    /**
     * As {@link #merge(Object)}, if wanted without asking the store: the object is taken for what the store has.
     *
     * @param object of any session or none
     * @param load whether to load
     * @param <T> its class
     * @return the object of this session
     */
    @SuppressWarnings("unchecked") // a merged object has the class of its source
    public final <T> T merge(T object, boolean load) {
        return guardedGet(() -> {
            warnDuringFlush("Merging ", ClassManager.requireState(object));
            if (load) {
                autoflushNow();
            }
            boolean before = autoflush;
            autoflush = false;
            try {
                return (T) new Merge(this, load).merge(ClassManager.requireState(object));
            } finally {
                autoflush = before;
            }
        });
    }

    // ---- looking ----

    /** New objects that wait for their insert, in order of adding. */
    public final Collection<Object> newObjects() {
        return new ArrayList<>(workspace.newObjects());
    }

    /** Persistent objects that were touched and are not marked for delete; optimistic (rule X-3). */
    public final Collection<Object> dirty() {
        return objects(workspace.dirty());
    }

    /** Objects marked for delete. */
    public final Collection<Object> deleted() {
        return new ArrayList<>(workspace.markedObjects());
    }

    private static Collection<Object> objects(Collection<InstanceState> states) {
        List<Object> objects = new ArrayList<>(states.size());
        for (InstanceState state : states) {
            objects.add(state.requireObject());
        }
        return objects;
    }

    /** Whether an object is pending or persistent here. */
    public final boolean contains(Object object) {
        InstanceState state = ClassManager.requireState(object);
        return containsState(state);
    }

    /** Whether an object has a net change, collections included. */
    public final boolean isModified(Object object) {
        return isModified(object, true);
    }

    /**
     * Whether an object has a net change (rule M-16).
     *
     * @param object any mapped object
     * @param includeCollections whether changes of collections count
     * @return whether it has
     */
    public final boolean isModified(Object object, boolean includeCollections) {
        return Instance.of(object).isModified(includeCollections);
    }

    /** The session of an object, or null. */
    public static @Nullable Session of(Object object) {
        return (Session) ClassManager.requireState(object).owner();
    }

    @Override
    public final boolean containsState(InstanceState state) {
        return workspace.contains(state);
    }

    @Override
    public final boolean isNew(InstanceState state) {
        return workspace.isNew(state);
    }

    @Override
    public final @Nullable Enhanced inMemory(IdentityKey key) {
        return workspace.identityMap().get(key);
    }

    @Override
    public final Collection<Enhanced> persistentObjects() {
        return workspace.identityMap().objects();
    }

    final Set<InstanceState> pendingStates() {
        return workspace.newStates();
    }

    final Set<InstanceState> markedStates() {
        return workspace.markedStates();
    }

    // ---- what states report ----

    @Override
    public final void firstModification(InstanceState state) {
        boolean first = workspace.identityMap().modified().isEmpty();
        workspace.identityMap().markModified(state);
        if (cycle.isRunning()) {
            cycle.changed(state);
        }
        if (first && current == null) {
            begun();
        }
    }

    @Override
    public final void noLongerModified(InstanceState state) {
        workspace.identityMap().markClean(state);
    }

    @Override
    public final boolean tellsLoadedAsPersistent() {
        return !dispatch.current(SessionEventKeys.LOADED_AS_PERSISTENT).isEmpty();
    }

    @Override
    public final void loadedAsPersistent(InstanceState state) {
        Listeners<ObjectEvent<Session>> listeners = dispatch.current(SessionEventKeys.LOADED_AS_PERSISTENT);
        if (listeners.isEmpty()) {
            return;
        }
        rights.telling(listeners, state);
        try {
            for (Registration<ObjectEvent<Session>> registration : listeners.snapshot()) {
                LoadContextGuard.call(registration, new ObjectEvent<>(this, state, false), state);
            }
        } finally {
            rights.told();
        }
    }

    @Override
    public final void afterLoading(Runnable work) {
        afterLoading.run(work);
    }

    @Override
    public final void joinLoaded(InstanceState state) {
        state.owner(this);
        workspace.identityMap().replace(state);
    }

    // ---- transactions ----

    /** The innermost marker, or null. */
    public final @Nullable SessionTransaction transaction() {
        SessionTransaction at = current;
        while (at != null && at.origin() == TransactionOrigin.SUBTRANSACTION) {
            at = at.parent();
        }
        return at;
    }

    final @Nullable SessionTransaction current() {
        return current;
    }

    final void current(@Nullable SessionTransaction marker) {
        this.current = marker;
    }

    /** Whether a transaction is open. */
    public final boolean inTransaction() {
        return current != null;
    }

    /** Whether a savepoint is open. */
    public final boolean inNestedTransaction() {
        SessionTransaction at = transaction();
        return at != null && at.isNested();
    }

    /** Whether the session can be used: false after a failed flush until the rollback. */
    public final boolean isActive() {
        return current == null || current.isActive();
    }

    /** The current marker; begins the root if there is none (rule S-2). */
    protected final SessionTransaction begun() {
        if (current == null) {
            if (!options.autobegin()) {
                throw new InvalidRequestException(
                        "Cannot begin a transaction by itself: autobegin is off for this session. Call begin() first.");
            }
            return new SessionTransaction(this, null, TransactionOrigin.AUTOBEGIN);
        }
        return current;
    }

    /**
     * Begins a transaction explicitly.
     *
     * @return its handle
     * @throws InvalidRequestException if one is open
     */
    public final SessionTransaction begin() {
        return guardedGet(() -> {
            if (current != null) {
                throw new InvalidRequestException(
                        "Cannot begin a transaction: one is open in this session. Commit it or roll it back, or use beginNested().");
            }
            return new SessionTransaction(this, null, TransactionOrigin.BEGIN);
        });
    }

    /**
     * Begins a savepoint, after flushing (rule S-8).
     *
     * @return its handle
     */
    public final SessionTransaction beginNested() {
        return guardedGet(() -> {
            SessionTransaction around =
                    current != null ? current : new SessionTransaction(this, null, TransactionOrigin.BEGIN);
            requireUsable(around);
            return new SessionTransaction(this, around, TransactionOrigin.BEGIN_NESTED);
        });
    }

    private static void requireUsable(SessionTransaction marker) {
        marker.requireActive();
    }

    /** Commits the innermost marker and all around it (rule S-7). */
    public final void commit() {
        guarded(() -> begun().commit(true));
    }

    /**
     * First phase of a two-phase commit, under a name of its own making: as {@link #prepare(String)}.
     *
     * @return the name
     */
    public final String prepare() {
        String name = "grapnel-" + UUID.randomUUID();
        prepare(name);
        return name;
    }

    /**
     * First phase of a two-phase commit (rule U-40): fires {@code before_commit} and flushes, and the store keeps the transaction under a
     * name, also if this program ends now. Afterwards only {@link #commit}, {@link #rollback} and {@link #close} are possible. For a
     * transaction over several stores: prepare all, then commit all.
     *
     * @param name by which the store knows the transaction; what it may look like is the store's matter
     * @throws InvalidRequestException if the store knows no two-phase commit, or a savepoint is open
     */
    public final void prepare(String name) {
        guarded(() -> {
            requireTwoPhase(name);
            begun().prepare(name);
        });
    }

    /** Rolls back the innermost marker and all around it; does nothing if no transaction is open (rule S-2). */
    public final void rollback() {
        guarded(() -> {
            if (current != null) {
                current.rollback(null, true);
            }
        });
    }

    /** The live connection; begins the transaction if there is none. No flush precedes (rule U-28). */
    public final StoreConnection connection() {
        return guardedGet(() -> begun().connection());
    }

    final boolean isExpireOnCommit() {
        return options.expireOnCommit();
    }

    /**
     * What the program wants to remember with this session, as the user on whose behalf it works; listeners find it there. Begins with a copy
     * of the factory's, and stays when the session is closed.
     *
     * @return a map to read and write
     */
    public final Map<Object, Object> info() {
        Map<Object, Object> known = info;
        if (known == null) {
            known = new HashMap<>();
            info = known;
        }
        return known;
    }

    /** How the session behaves. */
    public final SessionOptions options() {
        return options;
    }

    // ---- flushing ----

    /** Switches the flush before queries on or off. */
    public final void autoflush(boolean on) {
        this.autoflush = on;
    }

    /** Whether a flush precedes queries. */
    public final boolean isAutoflush() {
        return autoflush;
    }

    /** Runs something without the flush before queries. */
    public final void withoutAutoflush(Runnable operation) {
        boolean before = autoflush;
        autoflush = false;
        try {
            operation.run();
        } finally {
            autoflush = before;
        }
    }

    /** Flushes if that is switched on and no flush is under way (rules S-18, U-28). */
    protected final void autoflushNow() {
        if (autoflush && !cycle.isRunning()) {
            try {
                flush();
            } catch (RuntimeException failure) {
                failure.addSuppressed(new AutoflushNote());
                throw failure;
            }
        }
    }

    final boolean isFlushing() {
        return cycle.isRunning();
    }

    final boolean isClean() {
        return workspace.isClean();
    }

    @Override
    public final void warnDuringFlush(String operation) {
        if (cycle.isWriting()) {
            rights.warnDuringFlush(operation);
        }
    }

    private void warnDuringFlush(String operation, InstanceState state) {
        if (cycle.isWriting()) {
            rights.warnDuringFlush(operation + state);
        }
    }

    @Override
    public final boolean isWriting() {
        return cycle.isWriting();
    }

    @Override
    public final void telling(Listeners<?> listeners, @Nullable InstanceState about) {
        rights.telling(listeners, about);
    }

    @Override
    public final void told() {
        rights.told();
    }

    final Rights rights() {
        return rights;
    }

    /**
     * Writes all changes (rules S-18 to S-25). Does nothing if there are none.
     *
     * @throws InvalidRequestException if called within a flush
     */
    public final void flush() {
        flush(null);
    }

    /**
     * Writes the changes of some objects only.
     *
     * @param objects the objects, or null for all
     */
    public final void flush(@Nullable Collection<?> objects) {
        guarded(() -> cycle.run(objects));
    }

    /**
     * Says what the next flush would write, in which order, and why.
     *
     * <p>For tests, for logs, and to understand a surprise. Nothing is loaded, written or changed, no event fires, and no transaction begins;
     * what only the database knows is an open question of the result. Listeners of a flush may change more objects, which then join it.
     *
     * @return the explanation, a value that stays as it is
     * @throws InvalidRequestException while a flush is writing
     * @throws dev.grapnel.core.error.FlushException if the flush would fail while it is planned, with the same message
     */
    public final FlushExplanation explainFlush() {
        return guardedGet(() -> {
            if (cycle.isWriting()) {
                throw new InvalidRequestException(
                        "Cannot explain the next flush: one is writing right now. Ask before it, or in before_flush.");
            }
            return Flush.explain(this, cycle.workSet(null), rowWriter().forecast());
        });
    }

    /** Objects whose rows are gone leave the session's sets; the transaction remembers them. */
    protected final void removeDeleted(Collection<InstanceState> states) {
        for (InstanceState state : states) {
            if (current != null) {
                current.record().deleted().add(state);
            }
            Enhanced held = state.object();
            workspace.identityMap().discard(state);
            workspace.unmark(state);
            state.deleted(true);
            try {
                moves.fireObject(SessionEventKeys.PERSISTENT_TO_DELETED, state);
            } finally {
                Reference.reachabilityFence(held);
            }
        }
    }

    /** Objects whose rows a set-based statement changed: a savepoint that is rolled back expires them (rule Q-15). */
    protected final void recordAltered(Collection<InstanceState> states) {
        if (current != null) {
            current.record().dirty().addAll(states);
        }
    }

    final void putPersistent(InstanceState state, IdentityKey key) {
        IdentityKey former = state.key();
        if (former == null) {
            state.key(key);
        } else if (!former.equals(key)) {
            workspace.identityMap().discard(state);
            Objects.requireNonNull(current).recordKeySwitch(state, former);
            state.key(key);
        }
        workspace.identityMap().replace(state);
        state.orphanedOutsideSession(false);
    }

    final void leavePending(InstanceState state) {
        workspace.leaveNew(state);
    }

    final @Nullable TransactionRecord currentRecord() {
        return current == null ? null : current.record();
    }

    @Override
    public final boolean wasAlreadyDeleted(InstanceState state) {
        if (!state.isExpired()) {
            return false;
        }
        Enhanced held = state.object();
        try {
            ClassManager.of(state).reloadExpired(state);
            return false;
        } catch (ObjectDeletedException gone) {
            removeDeleted(List.of(state));
            return true;
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    // ---- rolling back ----

    final void restoreKey(InstanceState state, IdentityKey former, boolean evicted) {
        workspace.identityMap().discard(state);
        if (!evicted) {
            state.key(former);
            workspace.identityMap().replace(state);
        }
    }

    final void restoreDeleted(InstanceState state) {
        if (!state.hasKey() || state.object() == null || state.owner() != this) {
            return;
        }
        boolean flushed = state.isDeleted();
        state.deleted(false);
        workspace.unmark(state);
        workspace.identityMap().replace(state);
        if (flushed) {
            moves.fireObject(SessionEventKeys.DELETED_TO_PERSISTENT, state);
        }
    }

    final void discardChanges(SessionTransaction boundary) {
        if (!isClean()) {
            LOG.warn(
                    "Changes made to a session whose transaction was rolled back are discarded: new {}, changed {}, marked for delete {}."
                            + " Call rollback() on the session before changing anything.",
                    workspace.newStates(),
                    workspace.dirty(),
                    workspace.markedStates());
            boundary.restore();
        }
    }
}
