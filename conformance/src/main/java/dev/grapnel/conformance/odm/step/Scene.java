package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mongodb.client.MongoDatabase;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.format.Step;
import dev.grapnel.conformance.odm.format.ClassDeclaration;
import dev.grapnel.conformance.odm.format.OdmScenario;
import dev.grapnel.conformance.odm.model.Model;
import dev.grapnel.conformance.odm.trace.Documents;
import dev.grapnel.conformance.odm.trace.Entries;
import dev.grapnel.conformance.odm.trace.Ids;
import dev.grapnel.conformance.odm.trace.SessionNames;
import dev.grapnel.conformance.odm.trace.Values;
import dev.grapnel.conformance.odm.trace.Words;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** All that a running scenario has: its database, classes, sessions, extensions, variables and entries. */
final class Scene implements AutoCloseable {
    private final OdmScenario scenario;
    private final MongoDatabase database;
    private final Model model;
    private final Ids ids = new Ids();
    private final SessionNames names = new SessionNames();
    private final Words words;
    private final Entries entries = new Entries();
    private final Map<String, @Nullable Object> variables = new HashMap<>();
    private final Deque<Step> running = new ArrayDeque<>();
    private final Extensions extensions = new Extensions(this);
    private final ScenarioSessions sessions;

    Scene(OdmScenario scenario, MongoDatabase database) {
        this.scenario = scenario;
        this.database = database;
        this.model = new Model(scenario.model());
        this.words = new Words(model::nameOf, names, ids);
        this.sessions = new ScenarioSessions(this, names);
    }

    // ---- what it has ----

    OdmScenario scenario() {
        return scenario;
    }

    MongoDatabase database() {
        return database;
    }

    Model model() {
        return model;
    }

    Words words() {
        return words;
    }

    Entries entries() {
        return entries;
    }

    Extensions extensions() {
        return extensions;
    }

    ScenarioSessions sessions() {
        return sessions;
    }

    /** Maps the classes. */
    void map() {
        model.map(new Model.Surroundings(
                name -> name == null ? sessions.first() : sessions.named(name),
                extensions::ofMapper,
                values(null),
                words,
                entries));
    }

    // ---- variables ----

    void bind(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    @Nullable Object variable(String name) {
        if (!variables.containsKey(name)) {
            throw new FormatException(
                    "The scenario " + scenario.name() + " has no variable '" + name + "' at this point.");
        }
        return variables.get(name);
    }

    /** Reads values; inside a rule, {@code $obj} is the hook's object. */
    Values values(@Nullable Told inside) {
        return new Values(
                ids,
                name -> name.equals("$obj") && inside != null ? inside.object() : variable(name),
                object -> ObjectState.of(object).get("_id"));
    }

    // ---- the session of a class ----

    @Nullable OdmSession declaredSessionOf(String type) {
        ClassDeclaration declared = scenario.model().stream()
                .filter(each -> each.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new FormatException("The scenario declares no class '" + type + "'."));
        if (!declared.ownSession()) {
            return declared.superclass() == null ? sessions.first() : declaredSessionOf(declared.superclass());
        }
        return declared.session() == null ? null : sessions.named(declared.session());
    }

    OdmSession sessionOf(String type) {
        return Objects.requireNonNull(declaredSessionOf(type), "The class " + type + " has no session.");
    }

    // ---- the running step ----

    void begin(Step step) {
        running.push(step);
    }

    void end() {
        running.pop();
    }

    /** The innermost step that is running. */
    Step runningStep() {
        return Objects.requireNonNull(running.peek(), "no step is running");
    }

    /** Whether the running step names an option. */
    boolean isNamed(String option) {
        Step step = runningStep();
        return step.node("options").has(option) || step.node("kwargs").has(option);
    }

    // ---- arguments of hooks ----

    ArrayNode arguments(Object... values) {
        sessions.see();
        ArrayNode arguments = JsonNodeFactory.instance.arrayNode();
        for (Object value : values) {
            arguments.add(words.of(value));
        }
        return arguments;
    }

    /** A filter as an argument; none if the step gave none, for which the library has an empty one. */
    List<JsonNode> filter(@Nullable Bson filter) {
        if (filter == null) {
            return List.of();
        }
        Map<String, Object> document = Documents.of(filter);
        boolean absent = document.isEmpty() && isQueryWithoutFilter(runningStep());
        return absent ? List.of() : List.of(words.of(document));
    }

    private static boolean isQueryWithoutFilter(Step step) {
        return !step.has("filter") && !step.op().equals("find_by") && !step.op().equals("query_get");
    }

    @Override
    public void close() {
        model.close();
    }
}
