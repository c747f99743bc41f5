package dev.grapnel.conformance.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which neighbouring entries of a recorded trace may come in any order: those that the recording marked, and those of events whose order
 * is never defined.
 */
final class UnorderedBlocks {
    private static final String ANY_TRANSIENT = "to transient";

    /** Events whose runs are unordered, with the name of the run they join. */
    private static final Map<String, String> ALWAYS = Map.of(
            "pending_to_persistent", "pending_to_persistent",
            "persistent_to_deleted", "persistent_to_deleted",
            "deleted_to_persistent", "deleted_to_persistent",
            "persistent_to_detached", "persistent_to_detached",
            "deleted_to_detached", "deleted_to_detached",
            "pending_to_transient", ANY_TRANSIENT,
            "persistent_to_transient", ANY_TRANSIENT,
            "attribute_instrument", "attribute_instrument",
            "class_uninstrument", "class_uninstrument");

    private UnorderedBlocks() {}

    /**
     * The end of the block that begins at an entry.
     *
     * @param trace the recorded entries
     * @param start index of the first entry of the block
     * @return index behind the last one; {@code start + 1} if order counts
     */
    static int end(List<JsonNode> trace, int start) {
        int end = start + 1;
        while (end < trace.size() && together(trace.get(end - 1), trace.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean together(JsonNode one, JsonNode next) {
        boolean marked = one.has("u") && Objects.equals(one.get("u"), next.get("u"));
        String run = run(one);
        return marked || (run != null && run.equals(run(next)));
    }

    private static @Nullable String run(JsonNode entry) {
        String event = entry.path("e").asText();
        if (event.equals("expire")) {
            return entry.path("attrs").isNull() ? event : null;
        }
        if (event.equals("set")) {
            return entry.path("sync").asBoolean() ? event : null;
        }
        return ALWAYS.get(event);
    }
}
