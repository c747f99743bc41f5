package dev.grapnel.conformance.trace;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.BeginEvent;
import dev.grapnel.core.session.BulkContext;
import dev.grapnel.core.session.BulkUpdateContext;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.ObjectEvent;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.Session;
import dev.grapnel.core.session.SessionEvent;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.core.session.TransactionEvent;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.EventKey;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How session events are told. */
public final class SessionTelling {
    /** All of them. */
    public static final List<Telling<?>> ALL = List.of(
            Telling.of(SessionEventKeys.AFTER_TRANSACTION_CREATE, SessionTelling::created),
            Telling.of(SessionEventKeys.AFTER_TRANSACTION_END, SessionTelling::ended),
            Telling.of(SessionEventKeys.AFTER_SOFT_ROLLBACK, SessionTelling::rolledBack),
            Telling.of(SessionEventKeys.AFTER_BEGIN, SessionTelling::begun),
            session(SessionEventKeys.BEFORE_COMMIT),
            session(SessionEventKeys.AFTER_COMMIT),
            session(SessionEventKeys.AFTER_ROLLBACK),
            Telling.of(SessionEventKeys.BEFORE_FLUSH, SessionTelling::flush),
            Telling.of(SessionEventKeys.AFTER_FLUSH, SessionTelling::flush),
            Telling.of(SessionEventKeys.AFTER_FLUSH_POSTEXEC, SessionTelling::flush),
            object(SessionEventKeys.BEFORE_ATTACH),
            object(SessionEventKeys.AFTER_ATTACH),
            object(SessionEventKeys.TRANSIENT_TO_PENDING),
            object(SessionEventKeys.PENDING_TO_TRANSIENT),
            object(SessionEventKeys.PENDING_TO_PERSISTENT),
            object(SessionEventKeys.PERSISTENT_TO_TRANSIENT),
            object(SessionEventKeys.PERSISTENT_TO_DELETED),
            object(SessionEventKeys.PERSISTENT_TO_DETACHED),
            object(SessionEventKeys.DELETED_TO_PERSISTENT),
            object(SessionEventKeys.DELETED_TO_DETACHED),
            object(SessionEventKeys.DETACHED_TO_PERSISTENT),
            object(SessionEventKeys.LOADED_AS_PERSISTENT),
            Telling.ofValue(SessionEventKeys.DO_ORM_EXECUTE, SessionTelling::execute),
            Telling.of(SessionEventKeys.AFTER_BULK_UPDATE, SessionTelling::updated),
            Telling.of(SessionEventKeys.AFTER_BULK_DELETE, SessionTelling::bulk));

    private SessionTelling() {}

    private static Telling<SessionEvent<Session>> session(EventKey<SessionEvent<Session>> key) {
        return Telling.of(key, (event, told) -> told.session(event.session()));
    }

    private static Telling<ObjectEvent<Session>> object(EventKey<ObjectEvent<Session>> key) {
        return Telling.of(key, (event, told) -> told.target(event.instance()).session(event.session()));
    }

    private static void created(TransactionEvent<Session> event, Occurrence told) {
        SessionTransaction transaction = event.transaction();
        told.transaction("tx", transaction).text("kind", kind(transaction)).session(event.session());
        SessionTransaction parent = transaction.parent();
        if (parent != null) {
            told.transaction("parent", parent);
        }
    }

    private static String kind(SessionTransaction transaction) {
        return switch (transaction.origin()) {
            case AUTOBEGIN, BEGIN -> "root";
            case BEGIN_NESTED -> "savepoint";
            case SUBTRANSACTION -> "sub";
        };
    }

    private static void ended(TransactionEvent<Session> event, Occurrence told) {
        told.transaction("tx", event.transaction()).session(event.session());
    }

    private static void rolledBack(TransactionEvent<Session> event, Occurrence told) {
        ended(event, told);
        told.flag("active", event.session().isActive());
    }

    private static void begun(BeginEvent<Session> event, Occurrence told) {
        told.transaction("tx", event.transaction()).session(event.session());
    }

    private static void flush(FlushEvent<Session> event, Occurrence told) {
        Session session = event.session();
        told.objects("new", session.newObjects())
                .objects("dirty", session.dirty())
                .objects("deleted", session.deleted())
                .session(session);
        Collection<?> instances = event.instances();
        if (instances != null) {
            told.objects("instances", instances);
        }
    }

    private static void updated(BulkUpdateContext<Session> context, Occurrence told) {
        bulk(context, told);
        told.value("values", context.values());
    }

    private static void bulk(BulkContext<Session> context, Occurrence told) {
        told.type("entity", context.mapper().type())
                .value("rowcount", context.rowCount())
                .session(context.session());
    }

    private static void execute(OrmExecuteState event, Occurrence told) {
        told.text("kind", event.kind().name().toLowerCase(Locale.ROOT)).session(event.session());
        Mapper mapper = event.bindMapper();
        if (mapper == null) {
            told.value("entity", null);
        } else {
            told.type("entity", mapper.type());
        }
        if (event.isColumnLoad()) {
            told.flag("column_load", true);
        }
        if (event.isRelationshipLoad()) {
            relationship(event, told);
        }
    }

    private static void relationship(OrmExecuteState event, Occurrence told) {
        told.flag("relationship_load", true).value("path", event.loaderPath());
        InstanceState owner = event.lazyLoadedFrom();
        if (owner != null) {
            told.label("from", owner.requireObject());
        }
    }
}
