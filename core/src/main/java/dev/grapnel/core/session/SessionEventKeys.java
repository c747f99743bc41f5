package dev.grapnel.core.session;

import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventKey;

/** The names of the session events, for the low-level form of registration. */
public final class SessionEventKeys {
    /** The family. */
    public static final EventCatalog CATALOG = new EventCatalog("session");

    /** See {@link SessionEvents#afterTransactionCreate}. */
    public static final EventKey<TransactionEvent<Session>> AFTER_TRANSACTION_CREATE =
            CATALOG.key("after_transaction_create");
    /** See {@link SessionEvents#afterTransactionEnd}. */
    public static final EventKey<TransactionEvent<Session>> AFTER_TRANSACTION_END =
            CATALOG.key("after_transaction_end");
    /** See {@link SessionEvents#afterBegin}. */
    public static final EventKey<BeginEvent<Session>> AFTER_BEGIN = CATALOG.key("after_begin");
    /** See {@link SessionEvents#beforeCommit}. */
    public static final EventKey<SessionEvent<Session>> BEFORE_COMMIT = CATALOG.key("before_commit");
    /** See {@link SessionEvents#afterCommit}. */
    public static final EventKey<SessionEvent<Session>> AFTER_COMMIT = CATALOG.key("after_commit");
    /** See {@link SessionEvents#afterRollback}. */
    public static final EventKey<SessionEvent<Session>> AFTER_ROLLBACK = CATALOG.key("after_rollback");
    /** See {@link SessionEvents#afterSoftRollback}. */
    public static final EventKey<TransactionEvent<Session>> AFTER_SOFT_ROLLBACK = CATALOG.key("after_soft_rollback");
    /** See {@link SessionEvents#beforeFlush}. */
    public static final EventKey<FlushEvent<Session>> BEFORE_FLUSH = CATALOG.key("before_flush");
    /** See {@link SessionEvents#afterFlush}. */
    public static final EventKey<FlushEvent<Session>> AFTER_FLUSH = CATALOG.key("after_flush");
    /** See {@link SessionEvents#afterFlushPostexec}. */
    public static final EventKey<FlushEvent<Session>> AFTER_FLUSH_POSTEXEC = CATALOG.key("after_flush_postexec");
    /** See {@link SessionEvents#beforeAttach}. */
    public static final EventKey<ObjectEvent<Session>> BEFORE_ATTACH = CATALOG.key("before_attach");
    /** See {@link SessionEvents#afterAttach}. */
    public static final EventKey<ObjectEvent<Session>> AFTER_ATTACH = CATALOG.key("after_attach");
    /** See {@link SessionEvents#transientToPending}. */
    public static final EventKey<ObjectEvent<Session>> TRANSIENT_TO_PENDING = CATALOG.key("transient_to_pending");
    /** See {@link SessionEvents#pendingToTransient}. */
    public static final EventKey<ObjectEvent<Session>> PENDING_TO_TRANSIENT = CATALOG.key("pending_to_transient");
    /** See {@link SessionEvents#pendingToPersistent}. */
    public static final EventKey<ObjectEvent<Session>> PENDING_TO_PERSISTENT = CATALOG.key("pending_to_persistent");
    /** See {@link SessionEvents#persistentToTransient}. */
    public static final EventKey<ObjectEvent<Session>> PERSISTENT_TO_TRANSIENT = CATALOG.key("persistent_to_transient");
    /** See {@link SessionEvents#persistentToDeleted}. */
    public static final EventKey<ObjectEvent<Session>> PERSISTENT_TO_DELETED = CATALOG.key("persistent_to_deleted");
    /** See {@link SessionEvents#persistentToDetached}. */
    public static final EventKey<ObjectEvent<Session>> PERSISTENT_TO_DETACHED = CATALOG.key("persistent_to_detached");
    /** See {@link SessionEvents#deletedToPersistent}. */
    public static final EventKey<ObjectEvent<Session>> DELETED_TO_PERSISTENT = CATALOG.key("deleted_to_persistent");
    /** See {@link SessionEvents#deletedToDetached}. */
    public static final EventKey<ObjectEvent<Session>> DELETED_TO_DETACHED = CATALOG.key("deleted_to_detached");
    /** See {@link SessionEvents#detachedToPersistent}. */
    public static final EventKey<ObjectEvent<Session>> DETACHED_TO_PERSISTENT = CATALOG.key("detached_to_persistent");
    /** See {@link SessionEvents#loadedAsPersistent}. */
    public static final EventKey<ObjectEvent<Session>> LOADED_AS_PERSISTENT = CATALOG.key("loaded_as_persistent");
    /** See {@link SessionEvents#doOrmExecute}. */
    public static final EventKey<OrmExecuteState> DO_ORM_EXECUTE = CATALOG.key("do_orm_execute");
    /** See {@link SessionEvents#afterBulkUpdate}. */
    public static final EventKey<BulkUpdateContext<Session>> AFTER_BULK_UPDATE = CATALOG.key("after_bulk_update");
    /** See {@link SessionEvents#afterBulkDelete}. */
    public static final EventKey<BulkDeleteContext<Session>> AFTER_BULK_DELETE = CATALOG.key("after_bulk_delete");

    private SessionEventKeys() {}
}
