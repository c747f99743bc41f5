package dev.grapnel.core.mapping;

import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of one mapper, or of a hierarchy: {@code Mapped.on(Contact.class).propagate().beforeInsert(…)}.
 *
 * <p>Rights in the events of a flush: write values of the target and SQL on the connection; no changes of relationships, no adding and
 * deleting (rule M-12).
 *
 * @param <T> the class of the objects
 */
public final class MapperEvents<T> extends EventFamily<MapperEvents<T>> {

    MapperEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    @Override
    protected MapperEvents<T> with(ListenOptions changed) {
        return new MapperEvents<>(target(), changed);
    }

    /** The listener also applies to mapped subclasses, present and future (rule M-29). */
    public MapperEvents<T> propagate() {
        return with(options().withPropagate(true));
    }

    /** Before the INSERT of a new object; its values may still be changed (rule M-11). */
    public Subscription beforeInsert(Watcher<PersistEvent<T>> watcher) {
        return listen(as(MapperEventKeys.BEFORE_INSERT), watcher);
    }

    /** After the INSERT; generated values are in the object (rule M-4). Changes are not written (rule M-13). */
    public Subscription afterInsert(Watcher<PersistEvent<T>> watcher) {
        return listen(as(MapperEventKeys.AFTER_INSERT), watcher);
    }

    /** Before the UPDATE of an object that was touched, even if no column has a net change (rule M-15). */
    public Subscription beforeUpdate(Watcher<PersistEvent<T>> watcher) {
        return listen(as(MapperEventKeys.BEFORE_UPDATE), watcher);
    }

    /** After the UPDATE, or after nothing if there was no net change (rule M-16). */
    public Subscription afterUpdate(Watcher<PersistEvent<T>> watcher) {
        return listen(as(MapperEventKeys.AFTER_UPDATE), watcher);
    }

    /** Before the DELETE (rule M-7). */
    public Subscription beforeDelete(Watcher<PersistEvent<T>> watcher) {
        return listen(as(MapperEventKeys.BEFORE_DELETE), watcher);
    }

    /** After the DELETE (rule M-7). */
    public Subscription afterDelete(Watcher<PersistEvent<T>> watcher) {
        return listen(as(MapperEventKeys.AFTER_DELETE), watcher);
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

    @SuppressWarnings("unchecked") // a key is only a name; the event objects of this class are of T
    private static <E, F> EventKey<E> as(EventKey<F> key) {
        return (EventKey<E>) (EventKey<?>) key;
    }
}
