package dev.grapnel.core.mapping;

import dev.grapnel.events.EventFamily;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/** The events of all mappers: {@code Mapped.onAll().afterConfigured(…)}. */
public final class AllMapperEvents extends EventFamily<AllMapperEvents> {

    AllMapperEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    @Override
    protected AllMapperEvents with(ListenOptions changed) {
        return new AllMapperEvents(target(), changed);
    }

    /** Before the INSERT of a new object; its values may still be changed (rule M-11). */
    public Subscription beforeInsert(Watcher<PersistEvent<Object>> watcher) {
        return listen(MapperEventKeys.BEFORE_INSERT, watcher);
    }

    /** After the INSERT; generated values are in the object (rule M-4). Changes are not written (rule M-13). */
    public Subscription afterInsert(Watcher<PersistEvent<Object>> watcher) {
        return listen(MapperEventKeys.AFTER_INSERT, watcher);
    }

    /** Before the UPDATE of an object that was touched, even if no column has a net change (rule M-15). */
    public Subscription beforeUpdate(Watcher<PersistEvent<Object>> watcher) {
        return listen(MapperEventKeys.BEFORE_UPDATE, watcher);
    }

    /** After the UPDATE, or after nothing if there was no net change (rule M-16). */
    public Subscription afterUpdate(Watcher<PersistEvent<Object>> watcher) {
        return listen(MapperEventKeys.AFTER_UPDATE, watcher);
    }

    /** Before the DELETE (rule M-7). */
    public Subscription beforeDelete(Watcher<PersistEvent<Object>> watcher) {
        return listen(MapperEventKeys.BEFORE_DELETE, watcher);
    }

    /** After the DELETE (rule M-7). */
    public Subscription afterDelete(Watcher<PersistEvent<Object>> watcher) {
        return listen(MapperEventKeys.AFTER_DELETE, watcher);
    }

    /** A mapper is being made; its class is not under watch yet (rule M-17). */
    public Subscription instrumentClass(Watcher<MapperEvent> watcher) {
        return listen(MapperEventKeys.INSTRUMENT_CLASS, watcher);
    }

    /** A mapper is made; its properties are there (rule M-17). */
    public Subscription afterMapperConstructed(Watcher<MapperEvent> watcher) {
        return listen(MapperEventKeys.AFTER_MAPPER_CONSTRUCTED, watcher);
    }

    /** A mapper is about to be configured; it may be skipped in this run (rule M-24). */
    public Subscription beforeMapperConfigured(Watcher<MapperEvent> watcher) {
        return listen(MapperEventKeys.BEFORE_MAPPER_CONFIGURED, watcher);
    }

    /** A mapper is configured; fires once for each (rule M-21). */
    public Subscription mapperConfigured(Watcher<MapperEvent> watcher) {
        return listen(MapperEventKeys.MAPPER_CONFIGURED, watcher);
    }

    /** A run with work to do begins (rule M-20). */
    public Subscription beforeConfigured(Watcher<ConfigureEvent> watcher) {
        return listen(MapperEventKeys.BEFORE_CONFIGURED, watcher);
    }

    /** A run ended; mappers may be used freely (rule M-23). */
    public Subscription afterConfigured(Watcher<ConfigureEvent> watcher) {
        return listen(MapperEventKeys.AFTER_CONFIGURED, watcher);
    }
}
