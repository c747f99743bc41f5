package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import java.util.Set;
import java.util.TreeSet;

/** Refuses what the format does not know, so that nothing of a scenario is passed over in silence. */
final class Keys {
    private Keys() {}

    /**
     * Requires that an object has no other keys.
     *
     * @param json object of the scenario
     * @param subject that it describes, as in {@code class Doc}
     * @param known keys of the format
     * @throws FormatException if there is another key
     */
    static void require(JsonNode json, String subject, Set<String> known) {
        json.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new FormatException("The format knows no key '" + key + "' for " + subject + ". It knows "
                        + String.join(", ", new TreeSet<>(known)) + ".");
            }
        });
    }

    /**
     * The value of a key that must be there.
     *
     * @param json object of the scenario
     * @param subject that it describes
     * @param key of the value
     * @return the value
     * @throws FormatException if it is missing
     */
    static JsonNode value(JsonNode json, String subject, String key) {
        if (!json.has(key)) {
            throw new FormatException("The key '" + key + "' is missing for " + subject + ": " + json);
        }
        return json.get(key);
    }

    /** The text of a key whose values are known. */
    static String oneOf(JsonNode json, String subject, String key, Set<String> known) {
        String text = value(json, subject, key).asText();
        if (!known.contains(text)) {
            throw new FormatException("The format knows no " + key + " '" + text + "' for " + subject + ". It knows "
                    + String.join(", ", new TreeSet<>(known)) + ".");
        }
        return text;
    }
}
