package dev.grapnel.extension;

import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The methods of {@link SessionExtension}, each with its event. */
final class SessionHooks {
    private static final Map<String, BiFunction<SessionEvents<Session>, SessionExtension, Subscription>> ALL =
            new LinkedHashMap<>();

    static {
        ALL.put("beforeCommit", (on, to) -> on.beforeCommit(event -> to.beforeCommit(event.session())));
        ALL.put("afterCommit", (on, to) -> on.afterCommit(event -> to.afterCommit(event.session())));
        ALL.put("afterRollback", (on, to) -> on.afterRollback(event -> to.afterRollback(event.session())));
        ALL.put(
                "beforeFlush",
                (on, to) -> on.beforeFlush(
                        event -> to.beforeFlush(event.session(), event.flushContext(), event.instances())));
        ALL.put("afterFlush", (on, to) -> on.afterFlush(event -> to.afterFlush(event.session(), event.flushContext())));
        ALL.put(
                "afterFlushPostexec",
                (on, to) ->
                        on.afterFlushPostexec(event -> to.afterFlushPostexec(event.session(), event.flushContext())));
        ALL.put(
                "afterBegin",
                (on, to) -> on.afterBegin(
                        event -> to.afterBegin(event.session(), event.transaction(), event.connection())));
        ALL.put("afterAttach", (on, to) -> on.afterAttach(event -> to.afterAttach(event.session(), event.instance())));
        ALL.put(
                "afterBulkUpdate",
                (on, to) -> on.afterBulkUpdate(
                        event -> to.afterBulkUpdate(event.session(), event.mapper(), event.query(), event.rowCount())));
        ALL.put(
                "afterBulkDelete",
                (on, to) -> on.afterBulkDelete(
                        event -> to.afterBulkDelete(event.session(), event.mapper(), event.query(), event.rowCount())));
    }

    private SessionHooks() {}

    /** Listens for each method that the extension overrides. */
    static List<Subscription> listen(SessionEvents<Session> sessions, SessionExtension extension) {
        List<Subscription> listeners = new ArrayList<>();
        ALL.forEach((method, listening) -> {
            if (Overriding.isOverridden(SessionExtension.class, method, extension)) {
                listeners.add(listening.apply(sessions, extension));
            }
        });
        return listeners;
    }
}
