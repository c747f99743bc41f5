package dev.grapnel.conformance.odm.compare;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The first place where an outcome is not the recorded one.
 *
 * @param place as in {@code step 3}, counted from 0
 * @param subject what differs: {@code trace}, {@code error}, {@code result}, {@code sessions} or {@code documents}
 * @param at index of the entry in the trace, or -1
 * @param expected what was recorded, or null if nothing more was
 * @param actual what happened, or null if nothing more did
 */
public record OdmDifference(
        Place place,
        String subject,
        int at,
        @Nullable JsonNode expected,
        @Nullable JsonNode actual) {

    private static final String NOTHING = "nothing";

    /** {@return the difference in a few words, the same for differences of one kind} */
    public String category() {
        return switch (subject) {
            case "trace" -> trace();
            case "error" -> "error " + type(expected) + ", was " + type(actual);
            default -> subject;
        };
    }

    private String trace() {
        String wanted = word(expected);
        String found = word(actual);
        return wanted.equals(found) ? "trace: fields of " + wanted : "trace: " + wanted + ", was " + found;
    }

    private static String word(@Nullable JsonNode entry) {
        if (entry == null) {
            return NOTHING;
        }
        for (String key : new String[] {"hook", "db", "before_save", "migrate", "action"}) {
            if (entry.has(key)) {
                return (key.equals("hook") ? "" : key + " ") + entry.get(key).asText();
            }
        }
        return entry.toString();
    }

    private static String type(@Nullable JsonNode error) {
        return error == null || error.isNull() || error.isMissingNode()
                ? NOTHING
                : error.path("type").asText();
    }
}
