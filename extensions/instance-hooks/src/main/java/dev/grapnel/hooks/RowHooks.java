package dev.grapnel.hooks;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperEvents;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The row hooks of the classes of a registry, those mapped later included: one listener for each hook that a class has. */
final class RowHooks implements Subscription {
    private final MapperRegistry registry;
    private final Predicate<Class<?>> wanted;
    private final List<Subscription> parts = new CopyOnWriteArrayList<>();
    private final Subscription later;

    /**
     * Begins.
     *
     * @param registry whose classes
     * @param wanted which of them
     * @throws dev.grapnel.core.error.MappingException if a method cannot be a hook; nothing is listened to then
     */
    RowHooks(MapperRegistry registry, Predicate<Class<?>> wanted) {
        this.registry = registry;
        this.wanted = wanted;
        try {
            registry.mappers().forEach(this::attach);
        } catch (RuntimeException wrong) {
            parts.forEach(Subscription::close);
            throw wrong;
        }
        // A wrong method ends the mapping of its class here, before anything of it is in use.
        this.later = Mapped.onAll().instrumentClass(event -> attachLater(event.mapper()));
    }

    private void attachLater(Mapper mapper) {
        if (mapper.registry() == registry) {
            attach(mapper);
        }
    }

    private void attach(Mapper mapper) {
        if (!wanted.test(mapper.type())) {
            return;
        }
        HookMethods methods = HookMethods.of(mapper);
        for (Hook hook : Hook.values()) {
            if (hook.event() == PersistEvent.class && methods.has(hook)) {
                parts.add(listen(mapper.events(), hook, methods));
            }
        }
    }

    private static Subscription listen(MapperEvents<Object> events, Hook hook, HookMethods methods) {
        Watcher<PersistEvent<Object>> call = event -> {
            if (!event.isRemote()) {
                methods.call(hook, event.target(), event);
            }
        };
        return switch (hook) {
            case BEFORE_INSERT -> events.beforeInsert(call);
            case BEFORE_UPDATE -> events.beforeUpdate(call);
            case BEFORE_DELETE -> events.beforeDelete(call);
            case AFTER_INSERT -> events.afterInsert(call);
            case AFTER_UPDATE -> events.afterUpdate(call);
            case AFTER_DELETE -> events.afterDelete(call);
            default -> throw new IllegalArgumentException(hook + " is told of no row");
        };
    }

    @Override
    public boolean isActive() {
        return later.isActive();
    }

    @Override
    public void close() {
        later.close();
        parts.forEach(Subscription::close);
        parts.clear();
    }
}
