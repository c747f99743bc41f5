package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.odm.format.SessionDeclaration;
import dev.grapnel.conformance.odm.format.SessionDeclaration.Kind;
import dev.grapnel.conformance.odm.trace.SessionNames;
import dev.grapnel.mongo.IdentityMap;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.SessionExtension;
import dev.grapnel.mongo.SessionExtensionFactory;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.session.ContextualOdmSession;
import dev.grapnel.mongo.session.OdmSessionFactory;
import dev.grapnel.mongo.session.ThreadLocalOdmSession;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The sessions of a scenario, plain ones and proxies, and what is in them. */
final class ScenarioSessions {
    private final Scene scene;
    private final SessionNames names;
    private final Map<String, OdmSession> byName = new LinkedHashMap<>();
    private final Set<Context> contexts = new LinkedHashSet<>();
    private Context context;

    /** A value that contexts are told apart by; those of two scenarios are never equal. */
    private record Context(Object scenario, String value) {}

    ScenarioSessions(Scene scene, SessionNames names) {
        this.scene = scene;
        this.names = names;
        this.context = new Context(this, "ctx1");
        contexts.add(context);
    }

    // ---- making ----

    void open() {
        scene.scenario().sessions().forEach(declared -> byName.put(declared.name(), open(declared)));
    }

    private OdmSession open(SessionDeclaration declared) {
        OdmSessionFactory factory = factory(declared);
        OdmSession session = switch (declared.kind()) {
            case ODM -> factory.open();
            case THREADLOCAL -> factory.threadLocal();
            case CONTEXTUAL -> factory.contextual(() -> context);
        };
        if (declared.kind() == Kind.ODM) {
            names.plain(session, declared.name());
        } else {
            names.proxy(session, declared.name());
        }
        return session;
    }

    private OdmSessionFactory factory(SessionDeclaration declared) {
        OdmSessionFactory factory = declared.bound()
                ? OdmSessionFactory.of(DataStore.of(scene.database()).observedBy(new DocumentLog(scene)))
                : OdmSessionFactory.unbound();
        List<String> extensions = declared.extensions();
        if (extensions != null) {
            factory = factory.extensions(extensions.stream()
                    .map(name -> factory(name, declared.instances()))
                    .toArray(SessionExtensionFactory[]::new));
        }
        return factory.autoflush(declared.autoflush());
    }

    /** Where an object is given instead of a factory, the compiler would refuse it; so does the cast. */
    private SessionExtensionFactory factory(String extension, boolean instance) {
        SessionExtensionFactory factory = scene.extensions().ofSession(extension);
        return instance ? SessionExtensionFactory.class.cast((Object) new SessionExtension() {}) : factory;
    }

    // ---- finding ----

    OdmSession named(String name) {
        OdmSession session = byName.get(name);
        if (session == null) {
            throw new FormatException("The scenario declares no session '" + name + "'.");
        }
        return session;
    }

    OdmSession first() {
        return byName.values().iterator().next();
    }

    boolean has(Kind kind) {
        return scene.scenario().sessions().stream().anyMatch(declared -> declared.kind() == kind);
    }

    // ---- contexts ----

    Object context() {
        return context;
    }

    void context(String value) {
        context = new Context(this, value);
        contexts.add(context);
    }

    // ---- telling ----

    /** The name of a real session, which may be seen for the first time. */
    String nameOf(OdmSession session) {
        see();
        return scene.words().nameOf(session);
    }

    /** Gives the real sessions that are there their names. */
    void see() {
        forEachReal((name, session) -> {});
    }

    /** What is in each real session: those of the current thread, and those of all contexts. */
    ObjectNode told() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        forEachReal((name, session) -> told.set(name, contents(session)));
        return told;
    }

    private void forEachReal(BiConsumer<String, OdmSession> action) {
        byName.forEach((name, session) -> {
            if (session instanceof ThreadLocalOdmSession proxy) {
                if (proxy.hasCurrent()) {
                    action.accept(names.behind(proxy.current(), name), proxy.current());
                }
            } else if (session instanceof ContextualOdmSession proxy) {
                forEachContext(name, proxy, action);
            } else {
                action.accept(name, session);
            }
        });
    }

    private void forEachContext(String name, ContextualOdmSession proxy, BiConsumer<String, OdmSession> action) {
        Context current = context;
        for (Context each : contexts) {
            context = each;
            if (proxy.hasCurrent()) {
                action.accept(names.behind(proxy.current(), name), proxy.current());
            }
        }
        context = current;
    }

    private ObjectNode contents(OdmSession session) {
        ObjectNode contents = JsonNodeFactory.instance.objectNode();
        ArrayNode work = contents.putArray("uow");
        session.unitOfWork()
                .all()
                .forEach(object -> work.addArray()
                        .add(scene.words().labelOf(object))
                        .add(scene.words().of(session.state(object).status()).path("state"))
                        .add(scene.words().of(session.state(object).document())));
        ArrayNode map = contents.putArray("imap");
        session.identityMap().entries().forEach(entry -> add(map, entry));
        return contents;
    }

    private void add(ArrayNode map, IdentityMap.Entry entry) {
        map.addArray()
                .add(scene.model().nameOf(entry.object().getClass()))
                .add(scene.words().of(entry.id()))
                .add(scene.words().labelOf(entry.object()));
    }
}
