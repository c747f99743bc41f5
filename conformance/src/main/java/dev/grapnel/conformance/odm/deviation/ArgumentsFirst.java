package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** A call by query that is refused for its arguments comes to no hook and to no layer; the reference notices behind both. */
final class ArgumentsFirst implements Rule {
    private static final Set<String> OPERATIONS = Set.of("remove", "find");

    @Override
    public void apply(ObjectNode outcome) {
        for (ObjectNode record : Records.inOrder(outcome)) {
            boolean refused = OPERATIONS.contains(record.path("op").asText())
                    && record.path("error").path("type").asText().equals("ValueError");
            if (refused) {
                record.putArray("trace");
            } else if (record.path("error").path("type").asText().equals("MongoGone")) {
                Records.setTrace(record, withoutLayer(record));
            }
        }
    }

    /** Without a database there is no layer that a call could come to. */
    private static List<JsonNode> withoutLayer(ObjectNode record) {
        return Records.trace(record).stream().filter(entry -> !entry.has("db")).toList();
    }
}
