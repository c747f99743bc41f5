package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
            }
        }
    }
}
