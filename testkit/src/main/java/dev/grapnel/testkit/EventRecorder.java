package dev.grapnel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.MapperEventKeys;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.Engine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns what happens into a timeline of short lines, to be compared with what should happen.
 *
 * <pre>{@code
 * try (EventRecorder recorder = EventRecorder.start().sessions(sessions).mappers().statements(engine)) {
 *     session.add(recorder.named("ed", new Contact("ed")));
 *     session.flush();
 *     recorder.assertTimeline(
 *         "after_transaction_create AUTOBEGIN",
 *         "before_attach ed",
 *         …
 *         "before_insert ed",
 *         "INSERT contact",
 *         "after_insert ed",
 *         …);
 * }
 * }</pre>
 *
 * <p>A line is the name of an event and what it is about. Objects without a name of their own are called by their class and a number, in
 * order of appearance: {@code Contact1}. The recorder holds all objects that it has seen, so nothing is collected as long as it is used.
 *
 * <p>For one thread.
 */
public final class EventRecorder implements AutoCloseable {
    private final List<String> timeline = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Set<String> ignored = new HashSet<>();
    private final ObjectNames names = new ObjectNames();
    private final EventLine lines = new EventLine(names);

    private EventRecorder() {}

    /**
     * A recorder that records nothing yet.
     *
     * @return the recorder; closing it removes all its listeners and keeps the timeline
     */
    public static EventRecorder start() {
        return new EventRecorder();
    }

    // ---- what is recorded ----

    /**
     * Records the events of a session, or of all sessions of a factory.
     *
     * @param target the session or factory
     * @return this recorder
     */
    public EventRecorder sessions(EventTarget<? extends SessionEvents<?>> target) {
        return all(Events.on(target), SessionEventKeys.CATALOG);
    }

    /**
     * Records the events of all mappers: of rows being written, and of configuration.
     *
     * @return this recorder
     */
    public EventRecorder mappers() {
        return all(Mapped.onAll(), MapperEventKeys.CATALOG);
    }

    /**
     * Records the instance events of all mapped classes: made, loaded, refreshed, expired.
     *
     * @return this recorder
     */
    public EventRecorder instances() {
        return all(InstanceEvents.onAll(), InstanceEventKeys.CATALOG);
    }

    /**
     * Records the events of all attributes of some classes.
     *
     * @param types classes that are mapped now
     * @return this recorder
     * @throws IllegalArgumentException if a class is not mapped
     */
    public EventRecorder attributes(Class<?>... types) {
        for (Class<?> type : types) {
            ClassManager manager = ClassManager.find(type);
            if (manager == null) {
                throw new IllegalArgumentException("Cannot record the attributes of " + type.getName()
                        + ": it is not mapped. Make the registry before the recorder.");
            }
            for (AttributeTracker attribute : manager.trackers()) {
                all(attribute.events(), AttributeEventKeys.CATALOG);
            }
        }
        return this;
    }

    /**
     * Records the statements that an engine sends, as {@code INSERT contact ×2}.
     *
     * @param engine the database
     * @return this recorder
     */
    public EventRecorder statements(Engine engine) {
        subscriptions.add(Events.on(engine)
                .beforeStatement(
                        event -> timeline.add(RecordedStatement.of(event).toString())));
        return this;
    }

    /**
     * Leaves out some events from now on.
     *
     * @param events their names, as {@code expire}
     * @return this recorder
     */
    public EventRecorder without(String... events) {
        ignored.addAll(List.of(events));
        return this;
    }

    /**
     * Names an object; lines before this call are not changed.
     *
     * @param name how lines call it
     * @param object the object
     * @param <T> its class
     * @return the object
     */
    public <T> T named(String name, T object) {
        names.give(object, name);
        return object;
    }

    private EventRecorder all(EventFamily<?> family, EventCatalog catalog) {
        catalog.keys().forEach(key -> listen(family, key));
        return this;
    }

    private <E> void listen(EventFamily<?> family, EventKey<E> key) {
        subscriptions.add(family.listen(key, event -> record(key, event)));
    }

    private void record(EventKey<?> key, Object event) {
        if (!ignored.contains(key.name())) {
            timeline.add((key.name() + " " + lines.about(event)).strip());
        }
    }

    // ---- what was recorded ----

    /**
     * Adds a line of one's own, as a mark between two steps of a test.
     *
     * @param line any text
     */
    public void mark(String line) {
        timeline.add(line);
    }

    /** {@return the lines so far} */
    public List<String> timeline() {
        return List.copyOf(timeline);
    }

    /**
     * Fails unless the timeline is exactly this.
     *
     * @param expected the lines
     */
    public void assertTimeline(String... expected) {
        assertThat(timeline).as("timeline of events").containsExactly(expected);
    }

    /** Forgets the lines so far; the names of objects stay. */
    public void clear() {
        timeline.clear();
    }

    /** Removes all listeners; the timeline stays. Closing twice is harmless. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    @Override
    public String toString() {
        return String.join("\n", timeline);
    }
}
