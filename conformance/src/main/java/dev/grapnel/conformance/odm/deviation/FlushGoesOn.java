package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flush goes on when a hook adds objects to the unit of work or expunges them: what was added is written by the same flush.
 *
 * <p>The reference failed at that point and wrote the rest in the flush that came next, so that one flush of the library does what two
 * of the reference did.
 */
final class FlushGoesOn implements Rule {
    @Override
    public void apply(ObjectNode outcome) {
        List<ObjectNode> records = Records.inOrder(outcome);
        for (int at = 0; at < records.size(); at++) {
            ObjectNode record = records.get(at);
            if (record.path("error").path("type").asText().equals("RuntimeError") && Records.isFullFlush(record)) {
                goOn(record, at + 1 < records.size() ? records.get(at + 1) : null);
            }
        }
    }

    private static void goOn(ObjectNode broken, @Nullable ObjectNode next) {
        if (next != null && Records.isFullFlush(next) && !next.has("error")) {
            mergeWith(broken, next);
        } else if (isAllClean(broken)) {
            broken.remove("error");
            List<JsonNode> trace = Records.trace(broken);
            trace.addAll(flushHooks(trace, "after_flush"));
            Records.setTrace(broken, trace);
        }
    }

    private static void mergeWith(ObjectNode broken, ObjectNode next) {
        List<JsonNode> trace = Records.trace(broken);
        List<JsonNode> rest = Records.trace(next);
        List<JsonNode> begin = flushHooks(rest, "before_flush");
        trace.addAll(rest.subList(begin.size(), rest.size()));
        Records.setTrace(broken, trace);
        broken.remove("error");
        broken.set("sessions", next.path("sessions").deepCopy());
        begin.addAll(flushHooks(begin, "after_flush"));
        Records.setTrace(next, begin);
    }

    /** The calls of a flush hook by the same extensions that were told of the beginning. */
    private static List<JsonNode> flushHooks(List<JsonNode> trace, String hook) {
        List<JsonNode> calls = new ArrayList<>();
        for (JsonNode entry : trace) {
            if (!Records.hook(entry).equals("before_flush")) {
                break;
            }
            calls.add(((ObjectNode) entry).deepCopy().put("hook", hook));
        }
        return calls;
    }

    private static boolean isAllClean(ObjectNode record) {
        boolean clean = true;
        for (JsonNode session : record.path("sessions")) {
            for (JsonNode tuple : (ArrayNode) session.path("uow")) {
                clean &= tuple.path(1).asText().equals("clean");
            }
        }
        return clean;
    }
}
