package dev.grapnel.conformance.trace;

import dev.grapnel.core.instrument.InstrumentationEventKeys;
import dev.grapnel.core.mapping.ConfigureEvent;
import dev.grapnel.core.mapping.MapperEvent;
import dev.grapnel.core.mapping.MapperEventKeys;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.events.EventKey;
import java.util.List;

/** How mapper and instrumentation events are told. */
public final class MapperTelling {
    /** The events of a flush. */
    public static final List<Telling<?>> OF_FLUSHES = List.of(
            persist(MapperEventKeys.BEFORE_INSERT),
            persist(MapperEventKeys.AFTER_INSERT),
            persist(MapperEventKeys.BEFORE_UPDATE),
            persist(MapperEventKeys.AFTER_UPDATE),
            persist(MapperEventKeys.BEFORE_DELETE),
            persist(MapperEventKeys.AFTER_DELETE));

    /** What happens to the mapper of a class. */
    public static final List<Telling<?>> OF_CLASSES = List.of(
            mapper(MapperEventKeys.INSTRUMENT_CLASS),
            mapper(MapperEventKeys.AFTER_MAPPER_CONSTRUCTED),
            mapper(MapperEventKeys.BEFORE_MAPPER_CONFIGURED),
            mapper(MapperEventKeys.MAPPER_CONFIGURED));

    /** What happens to all mappers together. */
    public static final List<Telling<?>> OF_RUNS =
            List.of(run(MapperEventKeys.BEFORE_CONFIGURED), run(MapperEventKeys.AFTER_CONFIGURED));

    /** What happens to the class itself. */
    public static final List<Telling<?>> OF_INSTRUMENTATION = List.of(
            Telling.of(InstrumentationEventKeys.CLASS_INSTRUMENT, (event, told) -> told.type("class", event.type())),
            Telling.of(InstrumentationEventKeys.CLASS_UNINSTRUMENT, (event, told) -> told.type("class", event.type())),
            Telling.of(
                    InstrumentationEventKeys.ATTRIBUTE_INSTRUMENT,
                    (event, told) -> told.type("class", event.type()).text("attr", event.key())));

    private MapperTelling() {}

    private static Telling<PersistEvent<Object>> persist(EventKey<PersistEvent<Object>> key) {
        return Telling.of(
                key, (event, told) -> told.type("mapper", event.mapper().type()).target(event.target()));
    }

    private static Telling<MapperEvent> mapper(EventKey<MapperEvent> key) {
        return Telling.of(key, (event, told) -> told.type("class", event.type()));
    }

    private static Telling<ConfigureEvent> run(EventKey<ConfigureEvent> key) {
        return Telling.of(key, (event, told) -> {});
    }
}
