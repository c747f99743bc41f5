package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A session that a scenario declares.
 *
 * @param name in traces
 * @param kind of session
 * @param extensions names in order, or null if it is made without such a list
 * @param autoflush whether queries flush first
 * @param bound whether it has a database
 * @param instances whether objects are given where the library wants factories
 */
public record SessionDeclaration(
        String name,
        Kind kind,
        @Nullable List<String> extensions,
        boolean autoflush,
        boolean bound,
        boolean instances) {
    private static final Set<String> KNOWN = Set.of("kind", "extensions", "autoflush", "bound", "extension_instances");

    /** The three kinds of sessions. */
    public enum Kind {
        /** One session. */
        ODM,
        /** A proxy with a session for each thread. */
        THREADLOCAL,
        /** A proxy with a session for each context value. */
        CONTEXTUAL
    }

    static SessionDeclaration read(String name, JsonNode json) {
        String subject = "session " + name;
        Keys.require(json, subject, KNOWN);
        return new SessionDeclaration(
                name,
                switch (Keys.oneOf(json, subject, "kind", Set.of("odm", "threadlocal", "contextual"))) {
                    case "threadlocal" -> Kind.THREADLOCAL;
                    case "contextual" -> Kind.CONTEXTUAL;
                    default -> Kind.ODM;
                },
                json.has("extensions") ? texts(json.get("extensions")) : null,
                json.path("autoflush").asBoolean(false),
                json.path("bound").asBoolean(true),
                json.path("extension_instances").asBoolean(false));
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
