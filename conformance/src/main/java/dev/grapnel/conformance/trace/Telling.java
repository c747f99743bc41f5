package dev.grapnel.conformance.trace;

import dev.grapnel.events.Changer;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ValueEvent;
import dev.grapnel.events.Watcher;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How one event is told.
 *
 * @param <E> the library's event object
 */
public class Telling<E> {
    private final EventKey<E> key;
    private final BiConsumer<E, Occurrence> words;

    private Telling(EventKey<E> key, BiConsumer<E, Occurrence> words) {
        this.key = key;
        this.words = words;
    }

    static <E> Telling<E> of(EventKey<E> key, BiConsumer<E, Occurrence> words) {
        return new Telling<>(key, words);
    }

    static <E extends ValueEvent<V>, V> Telling<E> ofValue(EventKey<E> key, BiConsumer<E, Occurrence> words) {
        return new OfValue<>(key, words);
    }

    /**
     * Finds how an event is told.
     *
     * @param tellings of a family
     * @param event its name
     * @return how it is told, or null if it is not of the family
     */
    public static @Nullable Telling<?> find(List<Telling<?>> tellings, String event) {
        for (Telling<?> telling : tellings) {
            if (telling.event().equals(event)) {
                return telling;
            }
        }
        return null;
    }

    /** {@return the name of the event} */
    public final String event() {
        return key.name();
    }

    /**
     * Has somebody told of the event.
     *
     * @param family the target, with its modifiers
     * @param hearer who is told
     * @return the registration
     */
    public final Placed listen(EventFamily<?> family, Hearer hearer) {
        Watcher<E> watcher = event -> hearer.heard(occurrence(event));
        family.listen(key, watcher);
        return new Placed(family, key, watcher);
    }

    /**
     * Has somebody told of the event, whose answer counts if the event carries a value.
     *
     * @param family the target, with its modifiers
     * @param hearer who is asked
     * @return the registration
     */
    public Placed ask(EventFamily<?> family, Hearer hearer) {
        return listen(family, hearer);
    }

    final EventKey<E> key() {
        return key;
    }

    final Occurrence occurrence(E event) {
        Occurrence occurrence = new Occurrence(key.name(), event);
        words.accept(event, occurrence);
        return occurrence;
    }

    private static final class OfValue<E extends ValueEvent<V>, V> extends Telling<E> {
        OfValue(EventKey<E> key, BiConsumer<E, Occurrence> words) {
            super(key, words);
        }

        @Override
        public Placed ask(EventFamily<?> family, Hearer hearer) {
            Changer<E, V> changer = new Changer<>() {
                @Override
                @SuppressWarnings("unchecked") // scenarios answer with values of the attribute
                public @Nullable V change(E event) {
                    return (V) hearer.answer(occurrence(event));
                }
            };
            family.change(key(), changer);
            return new Placed(family, key(), changer);
        }
    }
}
