package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.grapnel.conformance.format.ListenerDeclaration;
import dev.grapnel.core.instrument.BulkReplaceEvent;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InitEvent;
import dev.grapnel.core.instrument.InitScalarEvent;
import dev.grapnel.core.state.InstanceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations on listeners, and those that only listeners do. */
final class ListenerOperations {
    static final Map<String, Operation> ALL = Map.ofEntries(
            Map.entry("listen", ListenerOperations::listen),
            Map.entry("unlisten", ListenerOperations::unlisten),
            Map.entry(
                    "listening",
                    call -> call.scene().listeners().placed(call.text("id")).isThere()),
            Map.entry("raise", ListenerOperations::raise),
            Map.entry("emit", ListenerOperations::emit),
            Map.entry("kwargs_set", ListenerOperations::setArgument),
            Map.entry("values_set", ListenerOperations::setValues),
            Map.entry("raw_value_set", ListenerOperations::setRawValue));

    private ListenerOperations() {}

    private static @Nullable Object listen(Call call) {
        call.scene().listeners().place(ListenerDeclaration.read(call.step().node("listener")));
        return null;
    }

    private static @Nullable Object unlisten(Call call) {
        call.scene().listeners().placed(call.text("id")).remove();
        return null;
    }

    private static @Nullable Object raise(Call call) {
        throw new RaisedException(call.step().toString());
    }

    private static @Nullable Object emit(Call call) {
        call.scene()
                .trace()
                .add(JsonNodeFactory.instance.objectNode().put("e", "note").put("text", call.text("text")));
        return null;
    }

    /** All constructors of the models take the attributes as one map. */
    private static @Nullable Object setArgument(Call call) {
        InitEvent<?> event = call.event(InitEvent.class);
        Map<Object, @Nullable Object> values =
                new LinkedHashMap<>((Map<?, ?>) event.arguments().get(0));
        values.put(call.text("name"), call.value());
        event.replaceArgument(0, values);
        return null;
    }

    @SuppressWarnings("unchecked") // scenarios give elements of the attribute
    private static @Nullable Object setValues(Call call) {
        List<@Nullable Object> values = call.event(BulkReplaceEvent.class).values();
        List<@Nullable Object> replacement = (List<@Nullable Object>) call.value("values");
        values.clear();
        if (replacement != null) {
            values.addAll(replacement);
        }
        return null;
    }

    private static @Nullable Object setRawValue(Call call) {
        InstanceState state = call.event(InitScalarEvent.class).state();
        state.store(ClassManager.of(state).tracker(call.text("attr")).index(), call.value());
        return null;
    }
}
