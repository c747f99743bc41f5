package dev.grapnel.core.instrument;

import dev.grapnel.events.Changer;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.ValueEvent;
import dev.grapnel.events.Watcher;

/**
 * The events of one attribute: {@code Events.on(Contact_.phone)}.
 *
 * <p>All of them fire at the moment of the change, before it takes effect; an exception stops the change (rule A-5). Rights: everything is
 * allowed but SQL-heavy work is better done at flush time.
 *
 * @param <T> the class of the object
 * @param <V> the type of the value, or of one element of a collection
 */
public final class AttributeEvents<T, V> extends EventFamily<AttributeEvents<T, V>> {

    AttributeEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    @Override
    protected AttributeEvents<T, V> with(ListenOptions changed) {
        return new AttributeEvents<>(target(), changed);
    }

    /** The listener also applies to the same attribute of mapped subclasses (rule A-47). */
    public AttributeEvents<T, V> propagate() {
        return with(options().withPropagate(true));
    }

    /** The old value is loaded before the attribute is written, if it is not in memory (rule A-9); stays on for the attribute (rule E-14). */
    public AttributeEvents<T, V> activeHistory() {
        return with(options().withActiveHistory());
    }

    /** A scalar or reference is about to be written; also when the value is equal (rule A-7). Not on load. */
    public Subscription onSet(Watcher<SetEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.SET), watcher);
    }

    /** As {@link #onSet}, and what the listener returns is stored (rule A-4). */
    public Subscription replaceOnSet(Changer<SetEvent<T, V>, V> changer) {
        return change(as(AttributeEventKeys.SET), changer);
    }

    /** An element is about to join the collection (rule A-22). */
    public Subscription onAppend(Watcher<AttributeEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.APPEND), watcher);
    }

    /** As {@link #onAppend}, and what the listener returns joins instead. */
    public Subscription replaceOnAppend(Changer<AttributeEvent<T, V>, V> changer) {
        return change(as(AttributeEventKeys.APPEND), changer);
    }

    /** An element was added that was there already (rule A-23). */
    public Subscription onAppendWithoutMutation(Watcher<AttributeEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.APPEND_WO_MUTATION), watcher);
    }

    /** An element is about to leave the collection, or a scalar's value is deleted (rules ). */
    public Subscription onRemove(Watcher<AttributeEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.REMOVE), watcher);
    }

    /** A whole collection is about to be assigned (rule A-26). */
    public Subscription onBulkReplace(Watcher<BulkReplaceEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.BULK_REPLACE), watcher);
    }

    /** A new collection was made for the attribute (rule A-21). */
    public Subscription onInitCollection(Watcher<CollectionEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.INIT_COLLECTION), watcher);
    }

    /** The former collection was replaced; it still holds its elements (rule A-26). */
    public Subscription onDisposeCollection(Watcher<CollectionEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.DISPOSE_COLLECTION), watcher);
    }

    /** A scalar that was never set is read (rule A-11). */
    public Subscription onInitScalar(Watcher<InitScalarEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.INIT_SCALAR), watcher);
    }

    /** As {@link #onInitScalar}, and what the listener returns is what the read gives. */
    public Subscription replaceOnInitScalar(Changer<InitScalarEvent<T, V>, V> changer) {
        return change(as(AttributeEventKeys.INIT_SCALAR), changer);
    }

    /** The attribute was flagged as modified (rule A-12). */
    public Subscription onModified(Watcher<AttributeEvent<T, V>> watcher) {
        return listen(as(AttributeEventKeys.MODIFIED), watcher);
    }

    @SuppressWarnings("unchecked") // a key is only a name; the event objects of this attribute are of T and V
    private static <E, F extends ValueEvent<?>> EventKey<E> as(EventKey<F> key) {
        return (EventKey<E>) (EventKey<?>) key;
    }
}
