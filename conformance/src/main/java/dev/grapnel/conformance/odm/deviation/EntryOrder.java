package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects keep their place in the unit of work when they are read again, and a flush takes them in that order.
 *
 * <p>The order of entry is in the records themselves: an object enters when a record first shows it, and leaves when one no longer does.
 */
final class EntryOrder implements Rule {
    @Override
    public void apply(ObjectNode outcome) {
        Map<String, List<String>> entered = new HashMap<>();
        for (ObjectNode record : Records.inOrder(outcome)) {
            List<String> known = new ArrayList<>();
            entered.values().forEach(known::addAll);
            WriteBlocks.sort(record, known);
            record.path("sessions")
                    .properties()
                    .forEach(session -> reorder(
                            entered.computeIfAbsent(session.getKey(), name -> new ArrayList<>()), session.getValue()));
        }
    }

    private static void reorder(List<String> entered, JsonNode session) {
        if (!(session instanceof ObjectNode object) || !(session.path("uow") instanceof ArrayNode tuples)) {
            return;
        }
        List<String> shown = new ArrayList<>();
        tuples.forEach(tuple -> shown.add(tuple.path(0).asText()));
        entered.retainAll(shown);
        shown.stream().filter(label -> !entered.contains(label)).forEach(entered::add);
        List<JsonNode> sorted = new ArrayList<>();
        tuples.forEach(sorted::add);
        sorted.sort(
                Comparator.comparingInt(tuple -> entered.indexOf(tuple.path(0).asText())));
        object.set("uow", JsonNodeFactory.instance.arrayNode().addAll(sorted));
    }
}
