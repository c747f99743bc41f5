package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An extension that a scenario declares.
 *
 * @param name in traces
 * @param mapper whether it is one of mappers; else of sessions
 * @param only hooks that it overrides, or null for all of its kind
 * @param showInstance whether entries name the object even if it is the first
 * @param rules what its hooks do
 */
public record ExtensionDeclaration(
        String name, boolean mapper, @Nullable Set<String> only, boolean showInstance, List<RuleDeclaration> rules) {
    private static final Set<String> KNOWN = Set.of("kind", "only", "show_instance", "rules");

    /**
     * Whether it overrides a hook.
     *
     * @param hook name of the format
     * @return whether calls of it are logged
     */
    public boolean overrides(String hook) {
        return only == null || only.contains(hook);
    }

    static ExtensionDeclaration read(String name, JsonNode json) {
        String subject = "extension " + name;
        Keys.require(json, subject, KNOWN);
        boolean mapper =
                Keys.oneOf(json, subject, "kind", Set.of("mapper", "session")).equals("mapper");
        return new ExtensionDeclaration(
                name,
                mapper,
                json.has("only") ? hooks(json.get("only"), subject, mapper) : null,
                json.path("show_instance").asBoolean(),
                StreamSupport.stream(json.path("rules").spliterator(), false)
                        .map(rule -> RuleDeclaration.read(subject, mapper, rule))
                        .toList());
    }

    private static Set<String> hooks(JsonNode list, String subject, boolean mapper) {
        Set<String> hooks = new TreeSet<>();
        list.forEach(hook -> hooks.add(Hooks.known(hook.asText(), subject, mapper)));
        return hooks;
    }
}
