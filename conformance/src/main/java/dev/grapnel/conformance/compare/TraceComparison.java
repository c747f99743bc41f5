package dev.grapnel.conformance.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares the trace of one step, unordered blocks as multisets. */
final class TraceComparison {
    /** Fields that guide the comparison and are no part of an entry. */
    private static final Set<String> MARKS = Set.of("u", "sync");

    private final int step;
    private final List<JsonNode> expected;
    private final List<JsonNode> actual;

    TraceComparison(int step, JsonNode expected, JsonNode actual) {
        this.step = step;
        this.expected = entries(expected);
        this.actual = entries(actual);
    }

    private static List<JsonNode> entries(JsonNode trace) {
        return StreamSupport.stream(trace.spliterator(), false).toList();
    }

    @Nullable Difference first() {
        int at = 0;
        while (at < expected.size()) {
            int end = UnorderedBlocks.end(expected, at);
            Difference difference = inBlock(at, end);
            if (difference != null) {
                return difference;
            }
            at = end;
        }
        return at < actual.size() ? new Difference(step, "trace", at, null, actual.get(at)) : null;
    }

    private @Nullable Difference inBlock(int start, int end) {
        List<JsonNode> wanted = new ArrayList<>();
        expected.subList(start, end).forEach(entry -> wanted.add(withoutMarks(entry)));
        for (int at = start; at < end; at++) {
            JsonNode found = at < actual.size() ? actual.get(at) : null;
            if (found == null || !wanted.remove(withoutMarks(found))) {
                return new Difference(step, "trace", at, wanted.get(0), found);
            }
        }
        return null;
    }

    private static JsonNode withoutMarks(JsonNode entry) {
        return ((ObjectNode) entry).deepCopy().without(MARKS);
    }
}
