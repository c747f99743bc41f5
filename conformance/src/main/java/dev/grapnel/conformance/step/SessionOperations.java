package dev.grapnel.conformance.step;

import dev.grapnel.sql.Session;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Operations on objects in a session. */
final class SessionOperations {
    static final Map<String, Operation> ALL = Map.ofEntries(
            Map.entry("add", onObject(Session::add)),
            Map.entry("delete", onObject(Session::delete)),
            Map.entry("expunge", onObject(Session::expunge)),
            Map.entry("add_all", SessionOperations::addAll),
            Map.entry("contains", SessionOperations::contains),
            Map.entry("expunge_all", onSession(Session::expungeAll)),
            Map.entry("close", onSession(Session::close)),
            Map.entry("expire_all", onSession(Session::expireAll)),
            Map.entry("expire", onObject((session, object, attributes) -> session.expire(object, attributes))),
            Map.entry("refresh", onObject((session, object, attributes) -> session.refresh(object, attributes))),
            Map.entry("flush", SessionOperations::flush),
            Map.entry("merge", SessionOperations::merge),
            Map.entry("set_autoflush", SessionOperations::setAutoflush));

    private SessionOperations() {}

    /** Something a session does with attributes of an object. */
    private interface WithAttributes {
        void run(Session session, Object object, String... attributes);
    }

    private static Operation onObject(BiConsumer<Session, Object> operation) {
        return onObject((session, object, attributes) -> operation.accept(session, object));
    }

    private static Operation onObject(WithAttributes operation) {
        return call -> {
            Object object = call.object();
            operation.run(call.session(), object, call.attributes());
            return null;
        };
    }

    private static Operation onSession(java.util.function.Consumer<Session> operation) {
        return call -> {
            operation.accept(call.session());
            return null;
        };
    }

    private static @Nullable Object addAll(Call call) {
        List<Object> objects = call.objects("objs");
        call.session().addAll(objects);
        return null;
    }

    private static Object contains(Call call) {
        Object object = call.object();
        return call.session().contains(object);
    }

    private static @Nullable Object flush(Call call) {
        if (call.step().has("objs")) {
            List<Object> objects = call.objects("objs");
            call.session().flush(objects);
        } else {
            call.session().flush();
        }
        return null;
    }

    private static @Nullable Object merge(Call call) {
        Object object = call.object();
        return call.bound(call.session().merge(object, call.step().flag("load", true)));
    }

    private static @Nullable Object setAutoflush(Call call) {
        call.session().autoflush(call.step().flag("value", true));
        return null;
    }
}
