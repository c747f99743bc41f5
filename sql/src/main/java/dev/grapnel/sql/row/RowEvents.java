package dev.grapnel.sql.row;

import dev.grapnel.events.Changer;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of the rows of one class, a hierarchy, or all classes, before they are objects.
 *
 * <pre>{@code
 * RowEvents.on(Contact.class).translateRow(e -> e.row().with(Contact_.name, decrypt(e.row().get(Contact_.name))));
 * }</pre>
 *
 * <p>Listeners run for each row, so they slow loading down; while there are none, nothing does. Most of what they can do is easier by
 * {@code do_orm_execute}, {@code load} or a converter (rule L-13).
 *
 * @param <T> the class of the objects
 */
public final class RowEvents<T> extends EventFamily<RowEvents<T>> {
    private RowEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    /**
     * The events of the rows of a class, mapped already or later.
     *
     * @param type the class; with {@code propagate()} also an unmapped superclass
     * @param <T> the class
     * @return the family
     */
    public static <T> RowEvents<T> on(Class<T> type) {
        return new RowEvents<>(RowListeners.on(type), ListenOptions.NONE);
    }

    /** The events of the rows of all mapped classes. */
    public static RowEvents<Object> onAll() {
        return new RowEvents<>(RowListeners.ALL, ListenOptions.NONE);
    }

    @Override
    protected RowEvents<T> with(ListenOptions changed) {
        return new RowEvents<>(target(), changed);
    }

    /** The listener also applies to mapped subclasses, present and future. */
    public RowEvents<T> propagate() {
        return with(options().withPropagate(true));
    }

    /** The load context is put back after the listener, so that it may load the same object again (rule E-16). */
    public RowEvents<T> restoreLoadContext() {
        return with(options().withRestoreLoadContext());
    }

    /** A row reaches the mapper; what the listener returns is read instead, and may be of another class and identity (rule L-8). */
    public Subscription translateRow(Changer<TranslateRowEvent, MappedRow> changer) {
        return change(RowEventKeys.TRANSLATE_ROW, changer);
    }

    /**
     * An object is about to be made for a row; what the listener returns becomes the object of the row (rule L-9): of any class that the
     * registry maps, without a session and a key. Null, or {@code e.value()} of the first listener, has it made as always.
     */
    public Subscription createInstance(Changer<CreateInstanceEvent<T>, T> changer) {
        return change(as(RowEventKeys.CREATE_INSTANCE), changer);
    }

    /** A row is about to fill an object; the listener may do it, or part of it, itself (rule L-10). */
    public Subscription populateInstance(Watcher<PopulateInstanceEvent<T>> watcher) {
        return listen(as(RowEventKeys.POPULATE_INSTANCE), watcher);
    }

    /** An object is about to be put into the result of a query; the listener may leave it out or put others there (rule L-12). */
    public Subscription appendResult(Watcher<AppendResultEvent<T>> watcher) {
        return listen(as(RowEventKeys.APPEND_RESULT), watcher);
    }

    @SuppressWarnings("unchecked") // a key is only a name; the event objects of this class are of T
    private static <E, F> EventKey<E> as(EventKey<F> key) {
        return (EventKey<E>) (EventKey<?>) key;
    }
}
