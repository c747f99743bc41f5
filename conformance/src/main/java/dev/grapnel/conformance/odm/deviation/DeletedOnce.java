package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A deleted object leaves the unit of work as soon as it is deleted, so that no later flush deletes it again. */
final class DeletedOnce implements Rule {
    @Override
    public void apply(ObjectNode outcome) {
        Set<String> gone = new HashSet<>();
        for (ObjectNode record : Records.inOrder(outcome)) {
            dropBlocks(record, gone);
            gone.addAll(deleted(record));
            gone.retainAll(shown(record));
            record.path("sessions").forEach(session -> gone.forEach(label -> leave(session, label)));
        }
    }

    /** Labels in any unit of work; an object that the reference let go too may be saved again later. */
    private static Set<String> shown(ObjectNode record) {
        Set<String> labels = new HashSet<>();
        record.path("sessions")
                .forEach(session -> session.path("uow")
                        .forEach(tuple -> labels.add(tuple.path(0).asText())));
        return labels;
    }

    private static void leave(JsonNode session, String label) {
        boolean deleted = false;
        for (JsonNode tuple : session.path("uow")) {
            deleted |= tuple.path(0).asText().equals(label)
                    && tuple.path(1).asText().equals("deleted");
        }
        if (deleted) {
            Records.removeLabelled(session.path("uow"), 0, label);
            Records.removeLabelled(session.path("imap"), 2, label);
        }
    }

    /** Labels of objects whose delete is in a record. */
    private static Set<String> deleted(ObjectNode record) {
        Set<String> labels = new HashSet<>();
        String about = "";
        for (JsonNode entry : Records.trace(record)) {
            if (Records.hook(entry).equals("before_delete")) {
                about = entry.path("status").asText().equals("deleted") ? Records.label(entry) : "";
            } else if (entry.path("db").asText().equals("delete") && !about.isEmpty()) {
                labels.add(about);
            }
        }
        return labels;
    }

    private static void dropBlocks(ObjectNode record, Set<String> gone) {
        List<JsonNode> kept = new ArrayList<>();
        boolean dropping = false;
        for (JsonNode entry : Records.trace(record)) {
            String hook = Records.hook(entry);
            boolean about = gone.contains(Records.label(entry));
            dropping = dropping ? about || !startsSomethingElse(hook) : about && hook.equals("before_delete");
            if (!dropping) {
                kept.add(entry);
            }
        }
        Records.setTrace(record, kept);
    }

    private static boolean startsSomethingElse(String hook) {
        return hook.endsWith("_flush") || hook.startsWith("before_");
    }
}
