package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a hook does besides being logged.
 *
 * @param on hook
 * @param steps to do
 * @param object label that the hook's object must have, or null for any
 * @param type class that the hook must be about, or null for any
 * @param nth which of the calls that pass the other conditions, from 1, or null for all
 */
public record RuleDeclaration(
        String on,
        List<Step> steps,
        @Nullable String object,
        @Nullable String type,
        @Nullable Integer nth) {
    private static final Set<String> KNOWN = Set.of("on", "do", "obj", "class", "nth");

    static RuleDeclaration read(String subject, boolean mapper, JsonNode json) {
        String rule = "a rule of " + subject;
        Keys.require(json, rule, KNOWN);
        return new RuleDeclaration(
                Hooks.known(Keys.value(json, rule, "on").asText(), rule, mapper),
                OperationShapes.steps(Keys.value(json, rule, "do"), true),
                json.path("obj").asText(null),
                json.path("class").asText(null),
                json.has("nth") ? json.get("nth").asInt() : null);
    }
}
