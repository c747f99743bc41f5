package dev.grapnel.conformance.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A listener that a scenario declares.
 *
 * @param id its name
 * @param target what it listens to, as {@code class:User}
 * @param event what it listens for
 * @param modifiers how it is registered
 * @param record whether it leaves an entry in the trace
 * @param actions what it does
 * @param answer what it returns, or null for the value unchanged
 * @param only label of the object that the actions are for, or null for all
 * @param limit how many times the actions run
 */
public record ListenerDeclaration(
        String id,
        String target,
        String event,
        Modifiers modifiers,
        boolean record,
        List<Step> actions,
        @Nullable JsonNode answer,
        @Nullable String only,
        int limit) {

    /**
     * How a listener is registered.
     *
     * @param propagate for subclasses too
     * @param raw with the record of the object instead of the object
     * @param retval its result is used
     * @param once at most one invocation
     * @param insert in front of those already there
     * @param activeHistory the old value is loaded if necessary
     * @param includeKey the entry tells position or map key
     */
    public record Modifiers(
            boolean propagate,
            boolean raw,
            boolean retval,
            boolean once,
            boolean insert,
            boolean activeHistory,
            boolean includeKey) {

        /** No modifier. */
        public static final Modifiers NONE = new Modifiers(false, false, false, false, false, false, false);

        static Modifiers read(JsonNode json) {
            return new Modifiers(
                    json.path("propagate").asBoolean(),
                    json.path("raw").asBoolean(),
                    json.path("retval").asBoolean(),
                    json.path("once").asBoolean(),
                    json.path("insert").asBoolean(),
                    json.path("active_history").asBoolean(),
                    json.path("include_key").asBoolean());
        }
    }

    /**
     * Reads a declaration.
     *
     * @param json as it stands in the file
     * @return the declaration
     */
    public static ListenerDeclaration read(JsonNode json) {
        return new ListenerDeclaration(
                json.path("id").asText(),
                json.path("target").asText(),
                json.path("event").asText(),
                Modifiers.read(json.path("mods")),
                json.path("record").asBoolean(true),
                StreamSupport.stream(json.path("actions").spliterator(), false)
                        .map(Step::new)
                        .toList(),
                json.get("return"),
                json.hasNonNull("only") ? json.get("only").asText() : null,
                json.path("limit").asInt(Integer.MAX_VALUE));
    }

    /** {@return the kind of target, as {@code class}} */
    public String targetKind() {
        int colon = target.indexOf(':');
        return colon < 0 ? target : target.substring(0, colon);
    }

    /** {@return what stands behind the kind of target, as {@code User}; empty if nothing} */
    public String targetName() {
        return target.substring(target.indexOf(':') + 1).equals(target)
                ? ""
                : target.substring(target.indexOf(':') + 1);
    }
}
