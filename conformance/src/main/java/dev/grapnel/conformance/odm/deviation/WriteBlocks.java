package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The parts of a flush that write one object each: all hooks about the object, the write, and what rules did in between. */
final class WriteBlocks {
    private static final Set<String> BEGIN = Set.of("before_insert", "before_update", "before_delete");
    private static final Set<String> END = Set.of("after_insert", "after_update", "after_delete");

    private record Block(String label, List<JsonNode> entries) {}

    private WriteBlocks() {}

    /**
     * Puts the blocks of a flush in another order.
     *
     * @param record of the flush
     * @param order labels in the order of entry; objects that are not among them come last, as they stand
     */
    static void sort(ObjectNode record, List<String> order) {
        List<JsonNode> trace = Records.trace(record);
        int start = first(trace);
        int end = last(trace) + 1;
        if (!Records.isFullFlush(record) || start < 0 || end <= start || isNested(trace.subList(start, end))) {
            return;
        }
        List<Block> blocks = blocks(trace.subList(start, end));
        blocks.sort(Comparator.comparingInt(block -> place(block, order)));
        List<JsonNode> sorted = new ArrayList<>(trace.subList(0, start));
        blocks.forEach(block -> sorted.addAll(block.entries()));
        sorted.addAll(trace.subList(end, trace.size()));
        Records.setTrace(record, sorted);
    }

    private static int place(Block block, List<String> order) {
        int place = order.indexOf(block.label());
        return place < 0 ? order.size() : place;
    }

    private static int first(List<JsonNode> trace) {
        for (int at = 0; at < trace.size(); at++) {
            if (BEGIN.contains(Records.hook(trace.get(at)))) {
                return at;
            }
        }
        return -1;
    }

    private static int last(List<JsonNode> trace) {
        for (int at = trace.size() - 1; at >= 0; at--) {
            if (END.contains(Records.hook(trace.get(at)))) {
                return at;
            }
        }
        return -1;
    }

    /** A flush inside the flush: which block belongs to which cannot be told. */
    private static boolean isNested(List<JsonNode> entries) {
        return entries.stream().anyMatch(entry -> Records.hook(entry).endsWith("_flush"));
    }

    private static List<Block> blocks(List<JsonNode> entries) {
        List<Block> blocks = new ArrayList<>();
        for (JsonNode entry : entries) {
            boolean begins = BEGIN.contains(Records.hook(entry))
                    && (blocks.isEmpty() || !current(blocks).label().equals(Records.label(entry)));
            if (begins) {
                blocks.add(new Block(Records.label(entry), new ArrayList<>()));
            }
            current(blocks).entries().add(entry);
        }
        return blocks;
    }

    private static Block current(List<Block> blocks) {
        return blocks.get(blocks.size() - 1);
    }
}
