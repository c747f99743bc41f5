package dev.grapnel.extension;

import dev.grapnel.core.instrument.InitEvent;
import dev.grapnel.core.instrument.InitFailureEvent;
import dev.grapnel.core.instrument.InstanceEvent;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperEvent;
import dev.grapnel.core.mapping.MapperEventKeys;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.events.EventKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All methods of {@link MapperExtension}, each with its event. */
final class Hooks {
    private static final Logger LOG = LoggerFactory.getLogger(MapperExtension.class);
    private static final List<Hook<?>> HOOKS = new ArrayList<>();

    /** In the order of their index. */
    static final List<Hook<?>> ALL = Collections.unmodifiableList(HOOKS);

    /** Called anew by who adds extensions while it is fired. */
    static final Hook<MapperEvent> INSTRUMENT_CLASS = new Hook<>(
            0,
            "instrumentClass",
            (place, watcher) -> place.mappers().listen(MapperEventKeys.INSTRUMENT_CLASS, watcher),
            MapperEvent::mapper,
            (extension, event) -> goesOn(Hooks::instrumentClass, extension, event));

    static {
        HOOKS.add(INSTRUMENT_CLASS);
        ofInstance("initInstance", InstanceEventKeys.INIT, Hooks::initInstance);
        ofInstance("initFailed", InstanceEventKeys.INIT_FAILURE, Hooks::initFailed);
        ofInstance(
                "reconstructInstance",
                InstanceEventKeys.LOAD,
                (extension, event) -> extension.reconstructInstance(mapperOf(event), event.target()));
        ofRow("beforeInsert", MapperEventKeys.BEFORE_INSERT, MapperExtension::beforeInsert);
        ofRow("beforeUpdate", MapperEventKeys.BEFORE_UPDATE, MapperExtension::beforeUpdate);
        ofRow("beforeDelete", MapperEventKeys.BEFORE_DELETE, MapperExtension::beforeDelete);
        ofRow("afterInsert", MapperEventKeys.AFTER_INSERT, MapperExtension::afterInsert);
        ofRow("afterUpdate", MapperEventKeys.AFTER_UPDATE, MapperExtension::afterUpdate);
        ofRow("afterDelete", MapperEventKeys.AFTER_DELETE, MapperExtension::afterDelete);
        HOOKS.addAll(LoadHooks.from(HOOKS.size()));
    }

    private interface RowMethod {
        Chain call(MapperExtension<Object> extension, Mapper mapper, StoreConnection connection, Object instance);
    }

    private Hooks() {}

    private static <E> boolean goesOn(
            BiFunction<MapperExtension<Object>, E, Chain> call, MapperExtension<Object> extension, E event) {
        return call.apply(extension, event) == Chain.CONTINUE;
    }

    private static void ofRow(String method, EventKey<PersistEvent<Object>> key, RowMethod call) {
        HOOKS.add(new Hook<PersistEvent<Object>>(
                HOOKS.size(),
                method,
                (place, watcher) -> place.mappers().listen(key, watcher),
                PersistEvent::mapper,
                (extension, event) ->
                        call.call(extension, event.mapper(), event.connection(), event.target()) == Chain.CONTINUE));
    }

    private static <E extends InstanceEvent<Object>> void ofInstance(
            String method, EventKey<E> key, BiFunction<MapperExtension<Object>, E, Chain> call) {
        HOOKS.add(new Hook<E>(
                HOOKS.size(),
                method,
                (place, watcher) -> place.instances().listen(key, watcher),
                Hooks::mapperOf,
                (extension, event) -> goesOn(call, extension, event)));
    }

    private static Mapper mapperOf(InstanceEvent<Object> event) {
        return Mapper.of(event.state());
    }

    private static Chain instrumentClass(MapperExtension<Object> extension, MapperEvent event) {
        return extension.instrumentClass(event.mapper(), event.type());
    }

    private static Chain initInstance(MapperExtension<Object> extension, InitEvent<Object> event) {
        Object instance = event.target();
        return extension.initInstance(mapperOf(event), instance.getClass(), new InitCall(event), instance);
    }

    private static Chain initFailed(MapperExtension<Object> extension, InitFailureEvent<Object> event) {
        Object instance = event.target();
        try {
            return extension.initFailed(mapperOf(event), instance.getClass(), new FailedCall(event), instance);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Extension {} failed in initFailed for a new {}; what the constructor threw goes on: {}",
                    extension.getClass().getName(),
                    instance.getClass().getName(),
                    event.failure().toString(),
                    failure);
            return Chain.STOP;
        }
    }
}
