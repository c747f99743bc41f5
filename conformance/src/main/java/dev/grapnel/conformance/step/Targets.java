package dev.grapnel.conformance.step;

import dev.grapnel.conformance.format.ListenerDeclaration;
import dev.grapnel.conformance.format.ListenerDeclaration.Modifiers;
import dev.grapnel.conformance.model.Base;
import dev.grapnel.conformance.trace.AttributeTelling;
import dev.grapnel.conformance.trace.InstanceTelling;
import dev.grapnel.conformance.trace.MapperTelling;
import dev.grapnel.conformance.trace.QueryTelling;
import dev.grapnel.conformance.trace.SessionTelling;
import dev.grapnel.conformance.trace.Telling;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.instrument.AttributeEvents;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.InstrumentationEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.MapperEvents;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.EventFamily;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.query.QueryEvents;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What declared listeners listen to, in the typed families of the library. */
final class Targets {
    private static final List<Telling<?>> OF_MAPPERS = Stream.of(MapperTelling.OF_FLUSHES, MapperTelling.OF_CLASSES)
            .flatMap(List::stream)
            .toList();
    private static final List<Telling<?>> OF_ALL_MAPPERS =
            Stream.of(OF_MAPPERS, MapperTelling.OF_RUNS).flatMap(List::stream).toList();
    private static final List<Telling<?>> OF_ATTRIBUTES = Stream.of(
                    AttributeTelling.OF_SCALARS, AttributeTelling.OF_COLLECTIONS)
            .flatMap(List::stream)
            .toList();

    private final Scene scene;

    Targets(Scene scene) {
        this.scene = scene;
    }

    /**
     * An event of a target.
     *
     * @param family of the target, with the modifiers
     * @param telling how the event is told
     */
    record Target(EventFamily<?> family, Telling<?> telling) {}

    /** Finds what a declaration asks for. */
    Target of(ListenerDeclaration declaration) {
        Target target = found(declaration);
        if (target == null) {
            throw scene.unsupported("listening to " + declaration.event() + " of " + declaration.targetKind());
        }
        EventFamily<?> family = target.family();
        family = declaration.modifiers().once() ? family.once() : family;
        family = declaration.modifiers().insert() ? family.first() : family;
        return new Target(family, target.telling());
    }

    private @Nullable Target found(ListenerDeclaration declaration) {
        String event = declaration.event();
        Modifiers modifiers = declaration.modifiers();
        return switch (declaration.targetKind()) {
            case "session" -> ofSession(declaration.targetName(), event);
            case "all_sessions" -> target(SessionEvents.onAll(), SessionTelling.ALL, event);
            case "class" -> ofClass(scene.mapping().type(declaration.targetName()), event, modifiers);
            case "unmapped" -> ofClass(scene.mapping().type(declaration.targetName()), event, modifiers);
            case "base" -> ofClass(Base.class, event, modifiers);
            case "mappers" -> ofAllMappers(event);
            case "query" -> target(QueryEvents.onAll(), QueryTelling.ALL, event);
            case "attr" -> target(attribute(declaration.targetName(), modifiers), OF_ATTRIBUTES, event);
            default -> null;
        };
    }

    private @Nullable Target ofSession(String name, String event) {
        Session session = scene.sessions().named(name.isEmpty() ? Sessions.FIRST : name);
        return target(
                SessionEvents.<dev.grapnel.core.session.Session>of(session.dispatch()), SessionTelling.ALL, event);
    }

    private static @Nullable Target ofAllMappers(String event) {
        Target target = target(Mapped.onAll(), OF_ALL_MAPPERS, event);
        return target != null ? target : target(InstanceEvents.onAll(), InstanceTelling.ALL, event);
    }

    private static @Nullable Target ofClass(Class<?> type, String event, Modifiers modifiers) {
        MapperEvents<?> ofMapper = Mapped.on(type);
        InstanceEvents<?> ofObjects = InstanceEvents.on(type);
        Target target = target(modifiers.propagate() ? ofMapper.propagate() : ofMapper, OF_MAPPERS, event);
        if (target == null) {
            target = target(modifiers.propagate() ? ofObjects.propagate() : ofObjects, InstanceTelling.ALL, event);
        }
        return target != null
                ? target
                : target(InstrumentationEvents.on(type), MapperTelling.OF_INSTRUMENTATION, event);
    }

    private AttributeEvents<?, ?> attribute(String path, Modifiers modifiers) {
        int dot = path.indexOf('.');
        AttributeEvents<?, ?> events =
                new Named<>(scene.mapping().type(path.substring(0, dot)), path.substring(dot + 1)).events();
        events = modifiers.propagate() ? events.propagate() : events;
        return modifiers.activeHistory() ? events.activeHistory() : events;
    }

    /** What a metamodel class would hold for an attribute. */
    private record Named<T>(Class<T> ownerType, String attributeName) implements Attribute<T, Object> {}

    private static @Nullable Target target(EventFamily<?> family, List<Telling<?>> events, String event) {
        Telling<?> telling = Telling.find(events, event);
        return telling == null ? null : new Target(family, telling);
    }
}
