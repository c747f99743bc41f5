package dev.grapnel.core.mapping.entry;

import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The moments at which objects of a class, or of a hierarchy, are entered for the next flush: before they are added, and before they are
 * marked for delete.
 *
 * <pre>{@code
 * EntryEvents.on(Contact.class).beforeAdd(e -> e.target().setNumber(numbers.next()));
 * }</pre>
 *
 * <p>Everything is allowed to a listener: the object may be changed, also its relationships. A listener that throws refuses: the exception
 * reaches who called {@code add}, {@code merge} or {@code delete}, or who changed a collection that cascades, and the object stays outside or
 * unmarked.
 *
 * @param <T> the class of the objects
 */
public final class EntryEvents<T> extends EventFamily<EntryEvents<T>> {

    private EntryEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    /**
     * The events of a class, mapped already or later.
     *
     * @param type the class; with {@code propagate()} also an unmapped superclass
     * @param <T> the class
     * @return the family
     */
    public static <T> EntryEvents<T> on(Class<T> type) {
        return new EntryEvents<>(EntryListeners.CLASSES.on(type), ListenOptions.NONE);
    }

    /** The events of all mapped classes; their listeners run before those of one class. */
    public static EntryEvents<Object> onAll() {
        return new EntryEvents<>(EntryListeners.ALL, ListenOptions.NONE);
    }

    @Override
    protected EntryEvents<T> with(ListenOptions changed) {
        return new EntryEvents<>(target(), changed);
    }

    /** The listener also applies to mapped subclasses, present and future. */
    public EntryEvents<T> propagate() {
        return with(options().withPropagate(true));
    }

    /**
     * A new object is about to join a session: by {@code add}, by a cascade, or as the copy that {@code merge} has made and filled. It is in
     * no session yet, except for the copy.
     */
    public Subscription beforeAdd(Watcher<EntryEvent<T>> watcher) {
        return listen(as(EntryEventKeys.BEFORE_ADD), watcher);
    }

    /**
     * An object is about to be marked for delete: by {@code delete} or by its cascade. Not for orphans, which the flush finds. For the object
     * itself it comes before the cascade is followed.
     */
    public Subscription beforeMarkDeleted(Watcher<EntryEvent<T>> watcher) {
        return listen(as(EntryEventKeys.BEFORE_MARK_DELETED), watcher);
    }

    @SuppressWarnings("unchecked") // a key is only a name; the event objects of this class are of T
    private static <E, F> EventKey<E> as(EventKey<F> key) {
        return (EventKey<E>) (EventKey<?>) key;
    }
}
