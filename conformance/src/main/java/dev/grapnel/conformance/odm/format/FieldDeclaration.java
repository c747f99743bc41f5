package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.grapnel.conformance.format.FormatException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field of a class that a scenario declares. */
public sealed interface FieldDeclaration {
    /** {@return its name} */
    String name();

    /**
     * Options of a stored field.
     *
     * @param required whether a document without it is refused
     * @param ifMissing the default as it stands, or a missing node for that of the type
     * @param noDefault whether a field without value has none
     * @param index whether it has an index
     * @param unique whether that index is unique
     * @param sparse whether that index is sparse
     * @param missingNone whether reading it without value gives null
     */
    record Options(
            boolean required,
            JsonNode ifMissing,
            boolean noDefault,
            boolean index,
            boolean unique,
            boolean sparse,
            boolean missingNone) {
        private static final Set<String> KNOWN =
                Set.of("required", "if_missing", "index", "unique", "sparse", "missing_none");

        static Options read(JsonNode... sources) {
            return new Options(
                    flag("required", sources),
                    noDefault(sources) ? MissingNode.getInstance() : find("if_missing", sources),
                    noDefault(sources),
                    flag("index", sources),
                    flag("unique", sources),
                    flag("sparse", sources),
                    flag("missing_none", sources));
        }

        private static boolean noDefault(JsonNode... sources) {
            return find("if_missing", sources).path("$missing").asBoolean();
        }

        private static boolean flag(String key, JsonNode... sources) {
            return find(key, sources).asBoolean();
        }

        private static JsonNode find(String key, JsonNode... sources) {
            return Stream.of(sources)
                    .filter(source -> source.has(key))
                    .findFirst()
                    .map(source -> source.get(key))
                    .orElse(MissingNode.getInstance());
        }
    }

    /**
     * A stored field.
     *
     * @param name of it
     * @param type of its values
     * @param options of it
     */
    record Stored(String name, TypeDeclaration type, Options options) implements FieldDeclaration {}

    /**
     * The id, or ids, of another class.
     *
     * @param name of it
     * @param type name of the other class
     * @param list whether it holds a list of ids
     * @param allowNone whether null is looked up like an id
     * @param options of it
     */
    record Foreign(String name, String type, boolean list, boolean allowNone, Options options)
            implements FieldDeclaration {}

    /**
     * Objects of another class, not stored.
     *
     * @param name of it
     * @param type name of the other class
     * @param via name of the field that links the classes, or null
     * @param ownSide whether that field is on this side, or null if the classes say it
     * @param fetch whether what was read is kept
     */
    record Relation(
            String name,
            String type,
            @Nullable String via,
            @Nullable Boolean ownSide,
            boolean fetch) implements FieldDeclaration {}

    /**
     * Reads a field.
     *
     * @param owner name of the class
     * @param json as it stands
     * @return the field
     */
    static FieldDeclaration read(String owner, JsonNode json) {
        String subject = "field " + owner + "." + json.path("name").asText();
        String name = Keys.value(json, "a field of " + owner, "name").asText();
        if (json.has("relation")) {
            return relation(name, subject, json);
        }
        if (json.has("foreign")) {
            return foreign(name, subject, json);
        }
        return stored(name, subject, json);
    }

    private static Stored stored(String name, String subject, JsonNode json) {
        Keys.require(json, subject, with("name", "type"));
        JsonNode type = Keys.value(json, subject, "type");
        boolean inside = type.isObject() && (type.has("value") || type.has("oneof"));
        if (inside) {
            Keys.require(type, "the type of " + subject, with("value", "oneof"));
        }
        return new Stored(
                name, TypeDeclaration.read(type, subject), inside ? Options.read(json, type) : Options.read(json));
    }

    private static Foreign foreign(String name, String subject, JsonNode json) {
        Keys.require(json, subject, with("name", "foreign", "uselist", "allow_none"));
        return new Foreign(
                name,
                json.get("foreign").asText(),
                json.path("uselist").asBoolean(),
                json.path("allow_none").asBoolean(),
                Options.read(json));
    }

    private static Relation relation(String name, String subject, JsonNode json) {
        Keys.require(json, subject, Set.of("name", "relation", "via", "fetch"));
        JsonNode via = json.path("via");
        if (via.isArray() && via.size() != 2) {
            throw new FormatException("The key 'via' of " + subject + " is a field, or a field and its side: " + via);
        }
        return new Relation(
                name,
                json.get("relation").asText(),
                via.isArray() ? via.get(0).asText() : via.asText(null),
                via.isArray() ? via.get(1).asBoolean() : null,
                json.path("fetch").asBoolean(true));
    }

    private static Set<String> with(String... keys) {
        return Set.copyOf(
                Stream.concat(Options.KNOWN.stream(), List.of(keys).stream()).toList());
    }
}
