package dev.grapnel.extension;

import dev.grapnel.events.ValueEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event whose listeners give a value, on its way through a chain.
 *
 * @param <E> the event
 * @param <V> the value
 */
final class RowCall<E extends ValueEvent<V>, V> {
    private final E event;
    private @Nullable V answer;

    RowCall(E event) {
        this.event = event;
        this.answer = event.value();
    }

    E event() {
        return event;
    }

    @Nullable V answer() {
        return answer;
    }

    /** Takes the value that the chain ends with. */
    void answer(V value) {
        this.answer = value;
    }
}
