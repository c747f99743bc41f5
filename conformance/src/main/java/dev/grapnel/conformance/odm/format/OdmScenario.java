package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.format.Step;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

/**
 * One scenario of the document format: sessions, classes and a program, and what came of it.
 *
 * @param name unique over the corpus
 * @param extensions declared ones
 * @param sessions in order; the first is that of every step that names none
 * @param beforeModel steps before any class is mapped
 * @param model classes, each after the one it extends
 * @param seed documents that are there before it starts, by collection
 * @param steps the program
 * @param expected the recorded outcome
 */
public record OdmScenario(
        String name,
        List<ExtensionDeclaration> extensions,
        List<SessionDeclaration> sessions,
        List<Step> beforeModel,
        List<ClassDeclaration> model,
        JsonNode seed,
        List<Step> steps,
        JsonNode expected) {
    private static final Set<String> KNOWN = Set.of(
            "name", "title", "tags", "extensions", "sessions", "before_model", "model", "seed", "steps", "expected");

    /**
     * Reads a scenario.
     *
     * @param json the file's
     * @return the scenario
     * @throws FormatException if it is not of the format
     */
    public static OdmScenario read(JsonNode json) {
        Keys.require(json, "a scenario", KNOWN);
        String name = Keys.value(json, "a scenario", "name").asText();
        return new OdmScenario(
                name,
                named(json.path("extensions"), ExtensionDeclaration::read),
                named(Keys.value(json, "scenario " + name, "sessions"), SessionDeclaration::read),
                OperationShapes.steps(json.path("before_model"), false),
                StreamSupport.stream(json.path("model").spliterator(), false)
                        .map(ClassDeclaration::read)
                        .toList(),
                json.path("seed"),
                OperationShapes.steps(Keys.value(json, "scenario " + name, "steps"), false),
                Keys.value(json, "scenario " + name, "expected"));
    }

    private static <T> List<T> named(JsonNode object, BiFunction<String, JsonNode, T> read) {
        return object.properties().stream()
                .map(entry -> read.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * An extension by its name.
     *
     * @param extension name
     * @return its declaration
     */
    public ExtensionDeclaration extension(String extension) {
        return extensions.stream()
                .filter(declared -> declared.name().equals(extension))
                .findFirst()
                .orElseThrow(() ->
                        new FormatException("The scenario " + name + " declares no extension '" + extension + "'."));
    }
}
