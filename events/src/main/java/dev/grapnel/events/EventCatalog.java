package dev.grapnel.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The events of one family, as {@code session} or {@code attribute}: the place where {@link EventKey keys} are made.
 *
 * <pre>{@code
 * static final EventCatalog CATALOG = new EventCatalog("session");
 * static final EventKey<BeforeFlush> BEFORE_FLUSH = CATALOG.key("before_flush");
 * }</pre>
 */
public final class EventCatalog {
    private final String name;
    private final List<EventKey<?>> keys = new CopyOnWriteArrayList<>();

    /**
     * Begins a family.
     *
     * @param name the family's name, the first part of every event's full name
     */
    public EventCatalog(String name) {
        this.name = name;
    }

    /**
     * Makes the key of a further event of this family.
     *
     * @param eventName the name of the event, unique within the family
     * @param <E> the event object that listeners receive
     * @return the key
     * @throws IllegalArgumentException if the family has an event of that name
     */
    public synchronized <E> EventKey<E> key(String eventName) {
        if (keys.stream().anyMatch(known -> known.name().equals(eventName))) {
            throw new IllegalArgumentException("Cannot add event '" + eventName + "' to family '" + name
                    + "': it has one of that name. Choose another.");
        }
        EventKey<E> key = new EventKey<>(this, eventName, keys.size());
        keys.add(key);
        return key;
    }

    /** {@return the family's name} */
    public String name() {
        return name;
    }

    /** {@return all events of the family, in the order in which they were made} */
    public List<EventKey<?>> keys() {
        return List.copyOf(keys);
    }

    /** Refuses an event of another family (rule E-1). */
    void require(EventKey<?> key, String target) {
        if (key.catalog() != this) {
            throw new NoSuchEventException("Cannot find event " + key + " on " + target + ": a target of family '"
                    + name + "' has no such event. Its events are " + keys + ".");
        }
    }

    int size() {
        return keys.size();
    }

    @Override
    public String toString() {
        return name;
    }
}
