package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A class that a scenario declares.
 *
 * @param name of it
 * @param collection its documents are in, or null for that of the class it extends
 * @param ownSession whether it says itself which session it belongs to
 * @param session name of that session, or null for none
 * @param superclass name of the class it extends, or null
 * @param fields of it, without inherited ones
 * @param extensions names in order, or null if it has no list of its own
 * @param polymorphicOn field that tells classes apart, or null
 * @param polymorphicIdentity value of that field, or a missing node
 * @param indexes of it
 * @param beforeSave what is done with a document before it is written, or null
 * @param versionOf fields of the older version, or null
 * @param migrate what makes an older document a current one
 */
public record ClassDeclaration(
        String name,
        @Nullable String collection,
        boolean ownSession,
        @Nullable String session,
        @Nullable String superclass,
        List<FieldDeclaration> fields,
        @Nullable List<String> extensions,
        @Nullable String polymorphicOn,
        JsonNode polymorphicIdentity,
        List<IndexDeclaration> indexes,
        @Nullable List<DocumentStep> beforeSave,
        @Nullable List<FieldDeclaration> versionOf,
        List<DocumentStep> migrate) {
    private static final Set<String> KNOWN = Set.of(
            "class",
            "collection",
            "session",
            "extends",
            "fields",
            "extensions",
            "polymorphic_on",
            "polymorphic_identity",
            "indexes",
            "unique_indexes",
            "custom_indexes",
            "before_save",
            "version_of",
            "migrate");

    static ClassDeclaration read(JsonNode json) {
        String name = Keys.value(json, "a class", "class").asText();
        String subject = "class " + name;
        Keys.require(json, subject, KNOWN);
        return new ClassDeclaration(
                name,
                json.path("collection").asText(null),
                json.has("session"),
                json.path("session").isNull() ? null : json.path("session").asText(null),
                json.path("extends").asText(null),
                fields(name, json.path("fields")),
                json.has("extensions") ? SessionDeclaration.texts(json.get("extensions")) : null,
                json.path("polymorphic_on").asText(null),
                json.path("polymorphic_identity"),
                indexes(subject, json),
                json.has("before_save") ? DocumentStep.all(json.get("before_save"), subject) : null,
                older(name, subject, json),
                DocumentStep.all(json.path("migrate"), subject));
    }

    private static List<FieldDeclaration> fields(String owner, JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(field -> FieldDeclaration.read(owner, field))
                .toList();
    }

    private static @Nullable List<FieldDeclaration> older(String owner, String subject, JsonNode json) {
        if (!json.has("version_of")) {
            return null;
        }
        JsonNode older = json.get("version_of");
        Keys.require(older, "the older version of " + subject, Set.of("fields"));
        return fields(owner, Keys.value(older, "the older version of " + subject, "fields"));
    }

    private static List<IndexDeclaration> indexes(String subject, JsonNode json) {
        return Stream.of(
                        IndexDeclaration.plain(json.path("indexes"), false),
                        IndexDeclaration.plain(json.path("unique_indexes"), true),
                        IndexDeclaration.custom(json.path("custom_indexes"), subject))
                .flatMap(List::stream)
                .toList();
    }
}
