package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads and changes the records of an outcome. */
final class Records {
    private Records() {}

    /** All records in the order in which they came about; those of a thread before that of the step that ran it. */
    static List<ObjectNode> inOrder(ObjectNode outcome) {
        List<ObjectNode> records = new ArrayList<>();
        outcome.path("before_model").forEach(record -> add(records, record));
        outcome.path("steps").forEach(record -> add(records, record));
        return records;
    }

    private static void add(List<ObjectNode> records, JsonNode record) {
        record.path("thread").forEach(inner -> add(records, inner));
        records.add((ObjectNode) record);
    }

    /** The entries of a record's trace; changing the list changes nothing. */
    static List<JsonNode> trace(JsonNode record) {
        List<JsonNode> entries = new ArrayList<>();
        record.path("trace").forEach(entries::add);
        return entries;
    }

    /** Gives a record another trace. */
    static void setTrace(ObjectNode record, List<JsonNode> entries) {
        record.putArray("trace").addAll(entries);
    }

    /** The hook that an entry tells of, or an empty text. */
    static String hook(JsonNode entry) {
        return entry.path("hook").asText();
    }

    /** The label of the object that a hook is about, or an empty text. */
    static String label(JsonNode entry) {
        return entry.path("args").path(0).path("obj").asText();
    }

    /** Whether a record is a flush of all objects. */
    static boolean isFullFlush(JsonNode record) {
        return trace(record).stream()
                .anyMatch(entry ->
                        hook(entry).equals("before_flush") && entry.path("args").isEmpty());
    }

    /** Removes from a list of tuples those that name a label. */
    static void removeLabelled(JsonNode tuples, int at, String label) {
        if (tuples instanceof ArrayNode list) {
            for (int index = list.size() - 1; index >= 0; index--) {
                if (Objects.equals(list.get(index).path(at).asText(), label)) {
                    list.remove(index);
                }
            }
        }
    }
}
