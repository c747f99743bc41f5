package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.odm.database.MemoryServer;
import dev.grapnel.conformance.odm.format.ClassDeclaration;
import dev.grapnel.conformance.odm.format.OdmScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/** Runs scenarios of the document format, each on an empty database and in a thread of its own, and says what came of them. */
public final class OdmScenarioRun {
    private final MemoryServer server;

    /**
     * Begins.
     *
     * @param server that scenarios run on
     */
    public OdmScenarioRun(MemoryServer server) {
        this.server = server;
    }

    /**
     * Runs a scenario.
     *
     * @param scenario to run
     * @return the outcome in the form of the format
     * @throws FormatException if the scenario asks for something that the runner does not know
     */
    public ObjectNode outcome(OdmScenario scenario) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode();
        MongoDatabase database = server.empty();
        SharedOperations.run(() -> {
            try (Scene scene = new Scene(scenario, database)) {
                run(scenario, scene, outcome);
            }
        });
        database.drop();
        return outcome;
    }

    private static void run(OdmScenario scenario, Scene scene, ObjectNode outcome) {
        try {
            ArrayNode setUp = setUp(scenario, scene, outcome);
            seed(scenario, scene);
            outcome.set("setup", setUp);
        } catch (ClassCastException refused) {
            outcome.putObject("setup_error").put("type", "TypeError");
            return;
        }
        outcome.set("steps", new StepRecords(scene).of(scenario.steps()));
        outcome.set("collections", collections(scenario, scene));
    }

    private static ArrayNode setUp(OdmScenario scenario, Scene scene, ObjectNode outcome) {
        scene.sessions().open();
        ArrayNode entries = scene.entries().take();
        if (!scenario.beforeModel().isEmpty()) {
            outcome.set("before_model", new StepRecords(scene).of(scenario.beforeModel()));
        }
        scene.map();
        scene.sessions().see();
        return entries.addAll(scene.entries().take());
    }

    private static void seed(OdmScenario scenario, Scene scene) {
        scenario.seed().properties().forEach(collection -> {
            List<Document> documents = new ArrayList<>();
            collection
                    .getValue()
                    .forEach(document -> documents.add(scene.values(null).document(document)));
            if (!documents.isEmpty()) {
                scene.database().getCollection(collection.getKey()).insertMany(documents);
            }
        });
    }

    private static ObjectNode collections(OdmScenario scenario, Scene scene) {
        Set<String> names = new TreeSet<>();
        scenario.model().stream()
                .map(ClassDeclaration::collection)
                .filter(name -> name != null)
                .forEach(names::add);
        scenario.seed().fieldNames().forEachRemaining(names::add);
        scene.database().listCollectionNames().forEach(names::add);
        ObjectNode collections = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            List<Document> documents = scene.database()
                    .getCollection(name)
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .into(new ArrayList<>());
            collections.set(name, scene.words().of(documents));
        }
        return collections;
    }
}
