package dev.grapnel.events;

/**
 * The name of one event: which family it belongs to, what it is called, and the type of object its listeners receive.
 *
 * <p>Keys are constants made once by an {@link EventCatalog}; two keys are the same only if they are the same object.
 *
 * @param <E> the event object that listeners receive
 */
public final class EventKey<E> {
    private final EventCatalog catalog;
    private final String name;
    private final int index;

    EventKey(EventCatalog catalog, String name, int index) {
        this.catalog = catalog;
        this.name = name;
        this.index = index;
    }

    /** {@return the family this event belongs to} */
    public EventCatalog catalog() {
        return catalog;
    }

    /** {@return the event's name within its family, as in {@code before_flush}} */
    public String name() {
        return name;
    }

    /** Position within the family, counted from zero; the slot of this event in a {@link Dispatch}. */
    int index() {
        return index;
    }

    /** The full name, as in {@code session.before_flush}. */
    @Override
    public String toString() {
        return catalog.name() + '.' + name;
    }
}
