package dev.grapnel.extension;

import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.events.Subscription;
import java.util.List;

/** The methods of {@link AttributeExtension}, each with its event; all of them are listened to (rule L-19). */
final class AttributeHooks {
    private AttributeHooks() {}

    static <T, V> List<Subscription> listen(AttributeEvents<T, V> attribute, AttributeExtension<V> extension) {
        AttributeEvents<T, V> all = attribute.propagate();
        AttributeEvents<T, V> events = extension.activeHistory() ? all.activeHistory() : all;
        return List.of(
                events.replaceOnAppend(event -> extension.append(event.state(), event.value(), event.initiator())),
                events.replaceOnSet(
                        event -> extension.set(event.state(), event.value(), event.oldValue(), event.initiator())),
                events.onRemove(event -> extension.remove(event.state(), event.value(), event.initiator())));
    }
}
