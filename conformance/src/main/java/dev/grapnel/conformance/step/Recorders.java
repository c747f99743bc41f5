package dev.grapnel.conformance.step;

import dev.grapnel.conformance.trace.AttributeTelling;
import dev.grapnel.conformance.trace.Hearer;
import dev.grapnel.conformance.trace.InstanceTelling;
import dev.grapnel.conformance.trace.MapperTelling;
import dev.grapnel.conformance.trace.Placed;
import dev.grapnel.conformance.trace.QueryTelling;
import dev.grapnel.conformance.trace.SessionTelling;
import dev.grapnel.conformance.trace.Telling;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventFamily;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.query.QueryEvents;
import java.util.ArrayList;
import java.util.List;

/** Records everything: a listener for every event on every target. */
final class Recorders {
    private final Hearer trace;
    /** Those on classes and types, which stay when the classes are no longer mapped. */
    private final List<Placed> onClasses = new ArrayList<>();

    Recorders(Hearer trace) {
        this.trace = trace;
    }

    void ofSession(Session session) {
        place(SessionEvents.<dev.grapnel.core.session.Session>of(session.dispatch()), SessionTelling.ALL);
    }

    void ofQueries() {
        place(QueryEvents.onAll(), QueryTelling.ALL);
    }

    void ofClasses(Mapping mapping) {
        for (Class<?> type : mapping.types()) {
            place(Mapped.on(type), MapperTelling.OF_FLUSHES);
            place(InstanceEvents.on(type), InstanceTelling.ALL);
        }
    }

    void ofConfiguration(Mapping mapping) {
        place(Mapped.onAll(), MapperTelling.OF_RUNS);
        place(InstrumentationEvents.onAll(), MapperTelling.OF_INSTRUMENTATION);
        mapping.types().forEach(type -> place(Mapped.on(type), MapperTelling.OF_CLASSES));
    }

    void ofAttributes(Registry registry) {
        for (Mapper mapper : registry.mappers()) {
            mapper.manager().trackers().forEach(this::ofAttribute);
        }
    }

    private void ofAttribute(AttributeTracker attribute) {
        List<Telling<?>> events =
                attribute.isCollection() ? AttributeTelling.OF_COLLECTIONS : AttributeTelling.OF_SCALARS;
        events.forEach(event -> event.listen(attribute.events(), trace));
    }

    private void place(EventFamily<?> family, List<Telling<?>> events) {
        events.forEach(event -> onClasses.add(event.listen(family, trace)));
    }

    void close() {
        onClasses.stream().filter(Placed::isThere).forEach(Placed::remove);
        onClasses.clear();
    }
}
