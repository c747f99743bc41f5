package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.CollectionTracker;
import dev.grapnel.core.instrument.TrackedCollection;
import dev.grapnel.testkit.session.Museum.Room;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plays the events of one collection attribute back on plain lists, one for each owner. */
final class ElementReplay {
    private final @Nullable CollectionTracker attribute;
    private final Map<Object, List<@Nullable Object>> replayed = new IdentityHashMap<>();

    /** Listens to an attribute of rooms. */
    ElementReplay(String attribute) {
        this.attribute = (CollectionTracker)
                Objects.requireNonNull(ClassManager.find(Room.class)).tracker(attribute);
        AttributeEvents<Object, Object> events = this.attribute.events();
        events.onAppend(event -> elements(event.target()).add(event.value()));
        events.onRemove(event -> elements(event.target()).remove(event.value()));
    }

    private ElementReplay() {
        this.attribute = null;
    }

    /** One that does not listen. */
    static ElementReplay silent() {
        return new ElementReplay();
    }

    private List<@Nullable Object> elements(Object owner) {
        return replayed.computeIfAbsent(owner, unused -> new ArrayList<>());
    }

    void begin() {
        replayed.clear();
    }

    /** Fails unless each collection that anything happened to has the elements that its events tell. */
    void assertComplete() {
        if (attribute != null) {
            replayed.forEach((owner, elements) -> {
                TrackedCollection now = Objects.requireNonNull(attribute.inMemory(ClassManager.requireState(owner)));
                assertThat(elements).containsExactlyInAnyOrderElementsOf(now.elements());
            });
        }
    }

    @Override
    public String toString() {
        return attribute == null ? "nobody listening" : "with listeners";
    }
}
