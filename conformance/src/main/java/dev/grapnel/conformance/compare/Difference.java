package dev.grapnel.conformance.compare;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The first place where an outcome is not the recorded one.
 *
 * @param step index of the step, or -1 for the rows at the end
 * @param subject what differs: {@code trace}, {@code error}, {@code result}, {@code states}, {@code lists}, {@code sql} or {@code rows}
 * @param at index of the entry in the trace, or -1
 * @param expected what was recorded, or null if nothing more was
 * @param actual what happened, or null if nothing more did
 */
public record Difference(
        int step,
        String subject,
        int at,
        @Nullable JsonNode expected,
        @Nullable JsonNode actual) {

    private static final String NOTHING = "nothing";

    /** {@return the difference in a few words, the same for differences of one kind} */
    public String category() {
        if (!subject.equals("trace")) {
            return subject.equals("error") ? "error " + text(expected) + ", was " + text(actual) : subject;
        }
        String wanted = event(expected);
        String found = event(actual);
        return wanted.equals(found) ? "trace: fields of " + wanted : "trace: " + wanted + ", was " + found;
    }

    private static String event(@Nullable JsonNode entry) {
        return entry == null ? NOTHING : entry.path("e").asText();
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode() ? NOTHING : node.asText();
    }
}
