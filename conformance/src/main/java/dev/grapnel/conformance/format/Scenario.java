package dev.grapnel.conformance.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * One scenario: a program over a fixed model, and what came of it.
 *
 * @param name unique over the corpus
 * @param area the file's
 * @param edge whether it is a corner that is hardly designed
 * @param model the key of the model
 * @param premapped whether the classes are mapped before the first step
 * @param options of its sessions
 * @param data rows that are there before it starts, by table
 * @param listenToAll whether everything is recorded
 * @param listeners declared, in order
 * @param mapListeners declared, registered when the classes are about to be mapped
 * @param steps the program
 * @param expected the recorded outcome
 */
public record Scenario(
        String name,
        String area,
        boolean edge,
        String model,
        boolean premapped,
        SessionOptions options,
        JsonNode data,
        boolean listenToAll,
        List<ListenerDeclaration> listeners,
        List<ListenerDeclaration> mapListeners,
        List<Step> steps,
        JsonNode expected) {

    /**
     * Options of a session.
     *
     * @param autoflush whether queries flush first
     * @param expireOnCommit whether commit expires all objects
     * @param autobegin whether a transaction begins by itself
     */
    public record SessionOptions(boolean autoflush, boolean expireOnCommit, boolean autobegin) {
        static SessionOptions read(JsonNode json) {
            return new SessionOptions(
                    json.path("autoflush").asBoolean(true),
                    json.path("expire_on_commit").asBoolean(true),
                    json.path("autobegin").asBoolean(true));
        }
    }

    static Scenario read(String area, JsonNode json) {
        return new Scenario(
                json.path("name").asText(),
                area,
                json.path("edge").asBoolean(),
                json.path("model").asText(),
                json.path("premapped").asBoolean(true),
                SessionOptions.read(json.path("session")),
                json.path("data"),
                json.path("listen").asText().equals("all"),
                all(json.path("listeners"), ListenerDeclaration::read),
                all(json.path("map_listeners"), ListenerDeclaration::read),
                all(json.path("steps"), Step::new),
                json.path("expect"));
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> read) {
        return StreamSupport.stream(list.spliterator(), false).map(read).toList();
    }
}
