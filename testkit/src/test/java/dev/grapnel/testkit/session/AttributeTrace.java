package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.AttributeEvent;
import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.BulkReplaceEvent;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.CollectionEvent;
import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.instrument.Keys;
import dev.grapnel.core.instrument.SetEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The events of some attributes as lines, with where each change came from: {@code joe.ship set argo was null (sailors append)}. The
 * bracket is left out if the change began at the attribute itself with the operation that fires the event.
 */
final class AttributeTrace {
    private final List<String> lines = new ArrayList<>();
    private final List<Object> keys = new ArrayList<>();

    /** Records an attribute from now on. */
    AttributeTrace of(Class<?> type, String attribute) {
        AttributeTracker tracker =
                Objects.requireNonNull(ClassManager.find(type), "mapped").tracker(attribute);
        AttributeEventKeys.CATALOG
                .keys()
                .forEach(key -> tracker.events().listen(key, event -> add(key.name(), (AttributeEvent<?, ?>) event)));
        return this;
    }

    private void add(String name, AttributeEvent<?, ?> event) {
        lines.add(event.target() + "." + event.attribute().name() + " " + name + about(event) + origin(name, event));
        keys.add(event.key());
    }

    private static String about(AttributeEvent<?, ?> event) {
        if (event instanceof SetEvent<?, ?> set) {
            return " " + set.valueOrMarker() + " was " + set.oldValueOrMarker();
        } else if (event instanceof BulkReplaceEvent<?, ?> replace) {
            return " " + replace.values();
        } else if (event instanceof CollectionEvent<?, ?> collection) {
            return " " + collection.collection().elements();
        }
        return " " + event.valueOrMarker();
    }

    private static String origin(String name, AttributeEvent<?, ?> event) {
        Initiator initiator = event.initiator();
        String operation = initiator.operation().name().toLowerCase(Locale.ROOT);
        boolean own = initiator.attribute() == event.attribute();
        boolean plain = own
                && (event instanceof CollectionEvent<?, ?>
                        || name.startsWith(operation)
                        || (name.equals("set") && operation.equals("replace")));
        return plain ? "" : " (" + initiator.key() + " " + operation + ")";
    }

    /** Forgets what was recorded so far. */
    void clear() {
        lines.clear();
        keys.clear();
    }

    List<String> lines() {
        return lines;
    }

    /** Fails unless exactly this was recorded; starts anew. */
    void assertLines(String... expected) {
        assertThat(lines).containsExactly(expected);
        clear();
    }

    /** Fails unless the keys of the recorded events are these, {@link Keys#NONE} for none; starts anew. */
    void assertKeys(Object... expected) {
        assertThat(keys).containsExactly(expected);
        clear();
    }
}
