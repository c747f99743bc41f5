package dev.grapnel.core.session;

import dev.grapnel.events.Changer;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of one session, of all sessions of a factory, or of all sessions.
 *
 * <pre>{@code
 * Events.on(sessions).beforeFlush(e -> audit(e.session().dirty()));
 * }</pre>
 *
 * @param <S> the type of session
 */
public final class SessionEvents<S extends ObjectSession> extends EventFamily<SessionEvents<S>> {
    static final Dispatch ALL = Dispatch.ofClassLevel(SessionEventKeys.CATALOG, "all sessions", null);

    private SessionEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    /**
     * The events of a session or factory; called by backends.
     *
     * @param dispatch of the target
     * @param <S> the type of session
     * @return the family
     */
    public static <S extends ObjectSession> SessionEvents<S> of(Dispatch dispatch) {
        return new SessionEvents<>(dispatch, ListenOptions.NONE);
    }

    /** The events of all sessions, present and future (rule E-17). */
    public static SessionEvents<Session> onAll() {
        return new SessionEvents<>(ALL, ListenOptions.NONE);
    }

    /**
     * Makes the dispatch of a factory, whose listeners apply to all its sessions.
     *
     * @param description how messages name it
     * @return the dispatch
     */
    public static Dispatch factoryDispatch(String description) {
        return Dispatch.ofClassLevel(SessionEventKeys.CATALOG, description, ALL);
    }

    @Override
    protected SessionEvents<S> with(ListenOptions changed) {
        return new SessionEvents<>(target(), changed);
    }

    /** The load context is put back after a listener to {@link #loadedAsPersistent} (rule E-16). */
    public SessionEvents<S> restoreLoadContext() {
        return with(options().withRestoreLoadContext());
    }

    /** A marker was made and is the current one (rule S-1). */
    public Subscription afterTransactionCreate(Watcher<TransactionEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_TRANSACTION_CREATE), watcher);
    }

    /** A marker was closed; its parent is current (rule S-4). */
    public Subscription afterTransactionEnd(Watcher<TransactionEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_TRANSACTION_END), watcher);
    }

    /** A connection joined a marker (rule S-5). You may use that connection only. */
    public Subscription afterBegin(Watcher<BeginEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_BEGIN), watcher);
    }

    /** First step of a commit, before its flush (rule S-6). Everything is allowed. */
    public Subscription beforeCommit(Watcher<SessionEvent<S>> watcher) {
        return listen(as(SessionEventKeys.BEFORE_COMMIT), watcher);
    }

    /** The store committed; objects are not expired yet (rule S-6). No SQL (rule S-11). */
    public Subscription afterCommit(Watcher<SessionEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_COMMIT), watcher);
    }

    /** The store rolled back; objects are not restored yet (rule S-6). No SQL (rule S-11). */
    public Subscription afterRollback(Watcher<SessionEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_ROLLBACK), watcher);
    }

    /** A marker finished its rollback and was closed (rule S-12). SQL if the session is active. */
    public Subscription afterSoftRollback(Watcher<TransactionEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_SOFT_ROLLBACK), watcher);
    }

    /** A flush with something to do begins (rule S-19). Everything is allowed and takes part in this flush. */
    public Subscription beforeFlush(Watcher<FlushEvent<S>> watcher) {
        return listen(as(SessionEventKeys.BEFORE_FLUSH), watcher);
    }

    /** All rows are written; the sets and histories are as before (rule S-22). SQL, but no changes of objects. */
    public Subscription afterFlush(Watcher<FlushEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_FLUSH), watcher);
    }

    /** The flush is final (rule S-24). Changes are for the next flush. */
    public Subscription afterFlushPostexec(Watcher<FlushEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_FLUSH_POSTEXEC), watcher);
    }

    /** An object is about to get this session (rule S-14). */
    public Subscription beforeAttach(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.BEFORE_ATTACH), watcher);
    }

    /** An object has this session (rule S-14). */
    public Subscription afterAttach(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_ATTACH), watcher);
    }

    /** A new object waits for its insert (rule T-3). */
    public Subscription transientToPending(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.TRANSIENT_TO_PENDING), watcher);
    }

    /** A new object left before it was inserted (rule T-8). */
    public Subscription pendingToTransient(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.PENDING_TO_TRANSIENT), watcher);
    }

    /** A new object was inserted (rule T-7). */
    public Subscription pendingToPersistent(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.PENDING_TO_PERSISTENT), watcher);
    }

    /** The insert of an object was rolled back (rule T-17). */
    public Subscription persistentToTransient(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.PERSISTENT_TO_TRANSIENT), watcher);
    }

    /** The delete of an object was flushed (rule T-13). */
    public Subscription persistentToDeleted(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.PERSISTENT_TO_DELETED), watcher);
    }

    /** An object left the session (rule T-16). */
    public Subscription persistentToDetached(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.PERSISTENT_TO_DETACHED), watcher);
    }

    /** A flushed delete was rolled back (rule T-22). */
    public Subscription deletedToPersistent(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.DELETED_TO_PERSISTENT), watcher);
    }

    /** A flushed delete is final, or the object left the session (rule T-20). */
    public Subscription deletedToDetached(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.DELETED_TO_DETACHED), watcher);
    }

    /** An object with a key joined (rule T-28). */
    public Subscription detachedToPersistent(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.DETACHED_TO_PERSISTENT), watcher);
    }

    /** An object was made from a row (rule T-2). */
    public Subscription loadedAsPersistent(Watcher<ObjectEvent<S>> watcher) {
        return listen(as(SessionEventKeys.LOADED_AS_PERSISTENT), watcher);
    }

    /** A statement is about to run through the session (rule S-50). */
    public Subscription doOrmExecute(Watcher<OrmExecuteState> watcher) {
        return listen(SessionEventKeys.DO_ORM_EXECUTE, watcher);
    }

    /** As {@link #doOrmExecute}, and a result that the listener returns is used instead of running the statement (rule S-54). */
    public Subscription replaceOnOrmExecute(Changer<OrmExecuteState, OrmResult> changer) {
        return change(SessionEventKeys.DO_ORM_EXECUTE, changer);
    }

    /** An UPDATE of a query object ran and the objects in memory follow it (rules ). */
    public Subscription afterBulkUpdate(Watcher<BulkUpdateContext<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_BULK_UPDATE), watcher);
    }

    /** A DELETE of a query object ran and the objects in memory follow it (rules ). */
    public Subscription afterBulkDelete(Watcher<BulkDeleteContext<S>> watcher) {
        return listen(as(SessionEventKeys.AFTER_BULK_DELETE), watcher);
    }

    @SuppressWarnings("unchecked") // a key is only a name; the event objects of this target are of S
    private static <E, F> EventKey<E> as(EventKey<F> key) {
        return (EventKey<E>) (EventKey<?>) key;
    }
}
