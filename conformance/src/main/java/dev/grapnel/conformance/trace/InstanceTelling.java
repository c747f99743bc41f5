package dev.grapnel.conformance.trace;

import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.LoadEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How instance events are told. */
public final class InstanceTelling {
    /** All of them. */
    public static final List<Telling<?>> ALL = List.of(
            Telling.of(InstanceEventKeys.FIRST_INIT, (event, told) -> told.type("class", event.type())),
            Telling.of(
                    InstanceEventKeys.INIT,
                    (event, told) -> told.target(event.target()).names("kwargs", names(event.arguments()))),
            Telling.of(
                    InstanceEventKeys.INIT_FAILURE,
                    (event, told) -> told.target(event.target()).names("kwargs", names(event.arguments()))),
            Telling.of(InstanceEventKeys.LOAD, InstanceTelling::load),
            Telling.of(
                    InstanceEventKeys.REFRESH,
                    (event, told) -> told.target(event.target()).names("attrs", event.attributes())),
            Telling.of(
                    InstanceEventKeys.REFRESH_FLUSH,
                    (event, told) -> told.target(event.target()).names("attrs", event.attributes())),
            Telling.of(
                    InstanceEventKeys.EXPIRE,
                    (event, told) -> told.target(event.target()).names("attrs", event.attributes())),
            Telling.of(InstanceEventKeys.PICKLE, (event, told) -> told.target(event.target())),
            Telling.of(InstanceEventKeys.UNPICKLE, (event, told) -> told.target(event.target())));

    private InstanceTelling() {}

    private static void load(LoadEvent<Object> event, Occurrence told) {
        told.target(event.target()).flag("query", event.context() != null);
    }

    /** Each constructor of the models takes one argument: the attributes by name. */
    private static Collection<String> names(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Map<?, ?> values)) {
            return Set.of();
        }
        return values.keySet().stream().map(String::valueOf).toList();
    }
}
