package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An index that a class declares.
 *
 * @param keys fields with their directions
 * @param unique whether two documents with the same values are refused
 * @param sparse whether documents without the fields are left out
 * @param name of it, or null for that of the server
 */
public record IndexDeclaration(
        List<Key> keys,
        boolean unique,
        boolean sparse,
        @Nullable String name) {
    private static final Set<String> KNOWN = Set.of("fields", "name", "unique", "sparse");

    /**
     * A field of an index.
     *
     * @param field name
     * @param ascending whether small values come first
     */
    public record Key(String field, boolean ascending) {
        static Key read(JsonNode json) {
            return json.isArray()
                    ? new Key(json.get(0).asText(), json.get(1).asInt() >= 0)
                    : new Key(json.asText(), true);
        }
    }

    static List<IndexDeclaration> plain(JsonNode list, boolean unique) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(index -> new IndexDeclaration(keys(index), unique, false, null))
                .toList();
    }

    static List<IndexDeclaration> custom(JsonNode list, String subject) {
        List<IndexDeclaration> indexes = new ArrayList<>();
        list.forEach(index -> {
            Keys.require(index, "an index of " + subject, KNOWN);
            indexes.add(new IndexDeclaration(
                    keys(Keys.value(index, "an index of " + subject, "fields")),
                    index.path("unique").asBoolean(),
                    index.path("sparse").asBoolean(),
                    index.path("name").asText(null)));
        });
        return indexes;
    }

    private static List<Key> keys(JsonNode fields) {
        if (!fields.isArray()) {
            return List.of(Key.read(fields));
        }
        return StreamSupport.stream(fields.spliterator(), false).map(Key::read).toList();
    }
}
