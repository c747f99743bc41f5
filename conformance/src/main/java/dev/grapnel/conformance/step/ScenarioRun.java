package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.database.Database;
import dev.grapnel.conformance.database.Databases;
import dev.grapnel.conformance.format.Models;
import dev.grapnel.conformance.format.Scenario;
import dev.grapnel.conformance.format.Step;
import org.jspecify.annotations.Nullable;

/** Runs scenarios, each from nothing, and says what came of them. */
public final class ScenarioRun {
    private final Models models = Models.load();
    private final Databases databases;

    /**
     * Begins.
     *
     * @param databases that scenarios run on
     */
    public ScenarioRun(Databases databases) {
        this.databases = databases;
    }

    /**
     * Runs a scenario.
     *
     * @param scenario to run
     * @return the outcome in the form of the format
     * @throws NotSupportedException if the scenario asks for something that is missing
     */
    public ObjectNode outcome(Scenario scenario) {
        Models.Group model = models.group(scenario.model());
        try (Database database = databases.open(model)) {
            database.insert(scenario.data());
            ObjectNode outcome = JsonNodeFactory.instance.objectNode();
            outcome.set("steps", steps(scenario, model, database));
            outcome.set("rows", database.rows());
            return outcome;
        }
    }

    private static ArrayNode steps(Scenario scenario, Models.Group model, Database database) {
        ArrayNode outcomes = JsonNodeFactory.instance.arrayNode();
        try (Scene scene = new Scene(scenario, model, database)) {
            scene.setUp();
            Changes changes = new Changes(scene.words());
            for (Step step : scenario.steps()) {
                outcomes.add(outcome(scene, step, changes));
            }
        }
        return outcomes;
    }

    private static ObjectNode outcome(Scene scene, Step step, Changes changes) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode result = scene.words().value(Operations.run(new Call(scene, step, null)));
            if (!result.isNull()) {
                outcome.set("result", result);
            }
        } catch (RuntimeException e) {
            outcome.put("error", ErrorCategories.of(e)).put("message", message(e));
        }
        requireSupport(scene.missing());
        outcome.set("trace", scene.trace().take());
        outcome.set("lists", changes.lists(scene.sessions().all()));
        outcome.set("states", changes.states());
        outcome.set("sql", scene.statements().take());
        return outcome;
    }

    private static String message(RuntimeException failure) {
        return ErrorCategories.isKnown(failure) ? failure.toString() : StackExcerpt.of(failure);
    }

    private static void requireSupport(@Nullable NotSupportedException missing) {
        if (missing != null) {
            throw missing;
        }
    }
}
