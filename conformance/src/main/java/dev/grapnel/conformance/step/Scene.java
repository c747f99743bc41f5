package dev.grapnel.conformance.step;

import dev.grapnel.conformance.database.Database;
import dev.grapnel.conformance.format.Models;
import dev.grapnel.conformance.format.Scenario;
import dev.grapnel.conformance.trace.Labels;
import dev.grapnel.conformance.trace.Trace;
import dev.grapnel.conformance.trace.Words;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import org.jspecify.annotations.Nullable;

/** All that a running scenario has: its classes, sessions, names, listeners and trace. */
final class Scene implements AutoCloseable {
    private final Scenario scenario;
    private final Engine engine;
    private final Mapping mapping;
    private final Labels labels = new Labels();
    private final Words words = new Words(labels);
    private final Names names = new Names(labels);
    private final Trace trace = new Trace(words);
    private final Sessions sessions = new Sessions(this::open);
    private final Listeners listeners = new Listeners(this);
    private final Recorders recorders = new Recorders(trace);
    private final StatementCount statements = new StatementCount();
    private @Nullable NotSupportedException missing;

    Scene(Scenario scenario, Models.Group model, Database database) {
        this.scenario = scenario;
        this.mapping = new Mapping(model);
        this.engine = Engine.of(database.source(), database.dialect());
        statements.watch(engine);
    }

    /** Everything that is there before the first step. */
    void setUp() {
        if (scenario.premapped()) {
            mapping.map();
            mapping.registry().configure();
            sessions.named(Sessions.FIRST);
        }
        if (scenario.listenToAll()) {
            recordAll();
        }
        listeners.placeAll(scenario.listeners());
    }

    private void recordAll() {
        recorders.ofClasses(mapping);
        recorders.ofQueries();
        if (scenario.premapped()) {
            recorders.ofAttributes(mapping.registry());
        } else {
            recorders.ofConfiguration(mapping);
        }
    }

    void map() {
        listeners.placeAll(scenario.mapListeners());
        mapping.map();
    }

    private Session open(String name) {
        Scenario.SessionOptions wanted = scenario.options();
        SessionOptions options = SessionOptions.DEFAULT
                .withAutoflush(wanted.autoflush())
                .withExpireOnCommit(wanted.expireOnCommit())
                .withAutobegin(wanted.autobegin());
        Session session = SessionFactory.of(engine, mapping.registry(), options).open();
        words.nameSession(session, name);
        if (scenario.listenToAll()) {
            recorders.ofSession(session);
        }
        return session;
    }

    /** Notes that something is missing, so that the scenario fails even if the library takes the exception for a listener's. */
    NotSupportedException unsupported(String feature) {
        NotSupportedException failure = new NotSupportedException(feature);
        if (missing == null) {
            missing = failure;
        }
        return failure;
    }

    @Nullable NotSupportedException missing() {
        return missing;
    }

    Mapping mapping() {
        return mapping;
    }

    Words words() {
        return words;
    }

    Names names() {
        return names;
    }

    Trace trace() {
        return trace;
    }

    Sessions sessions() {
        return sessions;
    }

    Listeners listeners() {
        return listeners;
    }

    StatementCount statements() {
        return statements;
    }

    /** Ends everything unrecorded; what was not committed is lost. */
    @Override
    public void close() {
        listeners.close();
        recorders.close();
        try {
            sessions.close();
        } finally {
            mapping.dispose();
            engine.close();
        }
    }
}
