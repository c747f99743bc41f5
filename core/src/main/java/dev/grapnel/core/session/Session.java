package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.flush.Flush;
import dev.grapnel.core.flush.explain.FlushExplanation;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.guard.SingleThread;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.session.workspace.TransactionRecord;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.Store;
import dev.grapnel.core.store.StoreTransaction;
import dev.grapnel.events.Dispatch;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work: objects that are added, loaded, changed and deleted, and written together.
 *
 * <p>A session belongs to one thread at a time; use by two at once is detected and refused. Nothing is written before a flush, which happens
 * before a query, on {@code commit}, or when asked for. A transaction begins by itself on first use. Backends extend the session by loading
 * and querying.
 */
public abstract non-sealed class Session extends SessionDuties implements ObjectSession, AutoCloseable {
    private final SessionOptions options;
    private final SingleThread singleThread = new SingleThread();
    private final Expiring expiring = new Expiring(this, workspace());
    private final Autoflush autoflush;
    private @Nullable Map<Object, Object> info;

    /**
     * Begins a session.
     *
     * @param options how it behaves
     * @param factoryDispatch the listeners of the factory
     */
    protected Session(SessionOptions options, Dispatch factoryDispatch) {
        super(Dispatch.of(SessionEventKeys.CATALOG, "a session", factoryDispatch));
        this.options = options;
        this.autoflush = new Autoflush(cycle(), options.autoflush());
    }

    // ---- what a backend adds ----

    /**
     * Says where the rows of an object are, or will be.
     *
     * @param mapper of the object, or the root of its hierarchy
     * @param state of the object, or null if any object of the mapper is meant
     * @return the store; null only without an object, if it takes one to choose
     * @throws InvalidRequestException if there is none for the mapper
     */
    protected abstract @Nullable Store storeOf(Mapper mapper, @Nullable InstanceState state);

    /**
     * The store of {@link #connection()}.
     *
     * @throws InvalidRequestException if there is none that comes before the others
     */
    protected abstract Store mainStore();

    /** Whether all objects are in {@link #mainStore}. */
    protected abstract boolean hasOneStore();

    /**
     * The token of the identity key that a new object is going to have, as the name of a shard.
     *
     * @param state of the object
     * @return the token, or null
     */
    protected @Nullable String chooseToken(InstanceState state) {
        return null;
    }

    /** Begins a transaction of a store. */
    protected StoreTransaction begin(Store store) {
        return store.begin();
    }

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
     * @param options what is said about the running of the statement
     * @return false if its row is gone
     */
    protected abstract boolean reload(InstanceState state, @Nullable Set<String> names, ExecutionOptions options);

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

    @Override
    final @Nullable String tokenFor(InstanceState state) {
        return chooseToken(state);
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

    /**
     * Runs an operation on an object as the only thread inside. The object lives until it is over: a caller may hold it for no longer than the call, the session does not hold it
     * yet or any more, and compiled code forgets what it does not use.
     */
    private void guardedOn(Object object, Consumer<InstanceState> operation) {
        singleThread.enter();
        try {
            operation.accept(ClassManager.requireState(object));
        } finally {
            singleThread.exit();
            Reference.reachabilityFence(object);
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
        guardedOn(object, state -> {
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
        guardedOn(object, state -> attaching().enableRelationshipLoading(state));
    }

    /**
     * Adds objects in order.
     *
     * @param objects mapped objects
     */
    public final void addAll(Collection<?> objects) {
        objects.forEach(this::add);
    }

    /**
     * Marks a persistent object, and what its deletion cascades to, to be deleted by the next flush (rules T-11, U-12).
     *
     * @param object persistent or detached
     * @throws InvalidRequestException if it is new
     */
    @Override
    public final void delete(Object object) {
        guardedOn(object, state -> {
            warnDuringFlush("Deleting ", state);
            attaching().markForDelete(state, object);
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
        guardedOn(object, state -> {
            if (state.owner() != this) {
                throw new InvalidRequestException("Cannot expunge " + state + ": it is not in this session.");
            }
            evict(state);
        });
    }

    /** Takes all objects out of the session (rule S-33). */
    public final void expungeAll() {
        guarded(leaving()::evictAll);
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
            leaving().evictAll();
            workspace().dismissVisitors(this);
        } finally {
            transactions().endAll();
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
        guardedOn(object, state -> expiring.expire(state, attributes));
    }

    /** Gives up the values of all persistent objects. */
    public final void expireAll() {
        guarded(moves()::expireAll);
    }

    /**
     * Reloads an object now (rules I-25, G-6).
     *
     * @param object persistent
     * @param attributes the names, or none for all
     * @throws InvalidRequestException if its row is gone
     */
    public final void refresh(Object object, String... attributes) {
        refresh(object, ExecutionOptions.NONE, attributes);
    }

    /**
     * As {@link #refresh(Object, String...)}, with more said about the running of the statement.
     *
     * @param object persistent
     * @param options as a lock that the backend knows
     * @param attributes the names, or none for all
     * @throws InvalidRequestException if its row is gone
     */
    public final void refresh(Object object, ExecutionOptions options, String... attributes) {
        guardedOn(object, state -> expiring.refresh(state, options, attributes));
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
            boolean before = autoflush.off();
            try {
                return (T) new Merge(this, load).merge(ClassManager.requireState(object));
            } finally {
                autoflush.on(before);
                Reference.reachabilityFence(object);
            }
        });
    }

    // ---- looking ----

    /** New objects that wait for their insert, in order of adding. */
    @Override
    public final Collection<Object> newObjects() {
        return workspace().newObjects();
    }

    /** Persistent objects that were touched and are not marked for delete; optimistic (rule X-3). */
    @Override
    public final Collection<Object> dirty() {
        workspace().lending().find();
        return objects(workspace().dirty());
    }

    /** Objects marked for delete. */
    @Override
    public final Collection<Object> deleted() {
        return workspace().markedObjects();
    }

    private static Collection<Object> objects(Collection<InstanceState> states) {
        List<Object> objects = new ArrayList<>(states.size());
        for (InstanceState state : states) {
            objects.add(state.requireObject());
        }
        return objects;
    }

    /** Whether an object is pending or persistent here. */
    @Override
    public final boolean contains(Object object) {
        return containsState(ClassManager.requireState(object));
    }

    /** Whether an object has a net change, collections included. */
    @Override
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

    // ---- transactions ----

    /** The innermost marker, or null. */
    public final @Nullable SessionTransaction transaction() {
        return transactions().visible();
    }

    /** Whether a transaction is open. */
    public final boolean inTransaction() {
        return transactions().isOpen();
    }

    /** Whether a savepoint is open. */
    public final boolean inNestedTransaction() {
        SessionTransaction at = transaction();
        return at != null && at.isNested();
    }

    /** Whether the session can be used: false after a failed flush until the rollback. */
    public final boolean isActive() {
        return transactions().isUsable();
    }

    /** The current marker; begins the root if there is none (rule S-2). */
    final TransactionMarker begun() {
        return transactions().begun();
    }

    /**
     * Begins a transaction explicitly.
     *
     * @return its handle
     * @throws InvalidRequestException if one is open
     */
    public final SessionTransaction begin() {
        return guardedGet(transactions()::begin);
    }

    /**
     * Begins a savepoint, after flushing (rule S-8).
     *
     * @return its handle
     */
    public final SessionTransaction beginNested() {
        return guardedGet(transactions()::beginNested);
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
        guarded(transactions()::rollback);
    }

    /** The live connection; begins the transaction if there is none. No flush precedes (rule U-28). */
    public final StoreConnection connection() {
        return connection(mainStore());
    }

    /**
     * As {@link #connection()}, for one of several stores.
     *
     * @param store which one
     * @return its connection in this transaction
     */
    public final StoreConnection connection(Store store) {
        return guardedGet(() -> begun().connection(store));
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
        autoflush.on(on);
    }

    /** Whether a flush precedes queries. */
    public final boolean isAutoflush() {
        return autoflush.isOn();
    }

    /** Runs something without the flush before queries. */
    public final void withoutAutoflush(Runnable operation) {
        boolean before = autoflush.off();
        try {
            operation.run();
        } finally {
            autoflush.on(before);
        }
    }

    /** Flushes if that is switched on and no flush is under way (rules S-18, U-28). */
    protected final void autoflushNow() {
        autoflush.now(this);
    }

    /**
     * Writes all changes (rules S-18 to S-25). Does nothing if there are none.
     *
     * @throws InvalidRequestException if called within a flush
     */
    @Override
    public final void flush() {
        flush(null);
    }

    /**
     * Writes the changes of some objects only.
     *
     * @param objects the objects, or null for all
     */
    public final void flush(@Nullable Collection<?> objects) {
        guarded(() -> cycle().run(objects));
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
            if (cycle().isWriting()) {
                throw new InvalidRequestException(
                        "Cannot explain the next flush: one is writing right now. Ask before it, or in before_flush.");
            }
            workspace().lending().find();
            return Flush.explain(this, cycle().workSet(null), rowWriter().forecast());
        });
    }

    /**
     * Writes in another way than by a flush, within an inner marker of the transaction; no flush precedes. If it fails, the transaction has to be
     * rolled back.
     *
     * @param work what to do
     * @param <R> what it gives
     * @return what it gave
     * @throws InvalidRequestException within a flush
     */
    protected final <R extends @Nullable Object> R inSubtransaction(Supplier<R> work) {
        return guardedGet(() -> cycle().instead(work));
    }

    /** Objects whose rows are gone leave the session's sets; the transaction remembers them. */
    protected final void removeDeleted(Collection<InstanceState> states) {
        finishing().removeDeleted(states);
    }

    /** Objects whose rows a set-based statement changed: a savepoint that is rolled back expires them (rule Q-15). */
    protected final void recordAltered(Collection<InstanceState> states) {
        TransactionRecord record = transactions().record();
        if (record != null) {
            record.altered(states);
        }
    }
}
