package dev.grapnel.conformance.step;

import dev.grapnel.conformance.trace.Labels;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.LifecycleState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations on one object. */
final class ObjectOperations {
    static final Map<String, Operation> ALL = Map.ofEntries(
            Map.entry("new", ObjectOperations::construct),
            Map.entry("set", ObjectOperations::set),
            Map.entry("get", call -> call.bound(call.instance().get(call.text("attr")))),
            Map.entry("del", ObjectOperations::clear),
            Map.entry("state", call -> name(call.instance().lifecycle())),
            Map.entry("unloaded", call -> List.copyOf(call.instance().unloaded())),
            Map.entry("history", ObjectOperations::history),
            Map.entry("is_modified", ObjectOperations::isModified),
            Map.entry("flag_modified", ObjectOperations::flagModified),
            Map.entry("flag_dirty", ObjectOperations::flagDirty),
            Map.entry("set_committed_value", ObjectOperations::setCommitted),
            Map.entry("make_transient", ObjectOperations::makeTransient),
            Map.entry("make_transient_to_detached", ObjectOperations::makeTransientToDetached),
            Map.entry("pickle", ObjectOperations::pickle));

    private ObjectOperations() {}

    static String name(LifecycleState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object construct(Call call) {
        Class<?> type = call.type();
        Map<String, @Nullable Object> values = call.values("args");
        Labels labels = call.scene().words().labels();
        labels.beginConstruction(call.text("as"), type);
        Object constructed = null;
        try {
            constructed = Construction.of(type, values);
        } finally {
            labels.endConstruction(constructed);
        }
        call.bound(constructed);
        return null;
    }

    private static @Nullable Object set(Call call) {
        Instance<Object> instance = call.instance();
        instance.set(call.text("attr"), call.value());
        return null;
    }

    private static @Nullable Object clear(Call call) {
        call.instance().clear(call.text("attr"));
        return null;
    }

    private static Object history(Call call) {
        History<Object> history = call.instance().history(call.text("attr"));
        return Map.of("added", history.added(), "unchanged", history.unchanged(), "deleted", history.deleted());
    }

    private static Object isModified(Call call) {
        return call.session().isModified(call.object(), call.step().flag("include_collections", true));
    }

    private static @Nullable Object flagModified(Call call) {
        call.instance().flagModified(call.text("attr"));
        return null;
    }

    private static @Nullable Object flagDirty(Call call) {
        call.instance().flagDirty();
        return null;
    }

    private static @Nullable Object setCommitted(Call call) {
        Instance<Object> instance = call.instance();
        instance.setCommitted(call.text("attr"), call.value());
        return null;
    }

    private static @Nullable Object makeTransient(Call call) {
        call.instance().makeTransient();
        return null;
    }

    private static @Nullable Object makeTransientToDetached(Call call) {
        call.instance().makeTransientToDetached();
        return null;
    }

    private static Object pickle(Call call) {
        return call.allBound(Serialization.copyOf(call.objects("objs")));
    }
}
