package dev.grapnel.benchmarks.comparison.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> heads) {
        rows.add(heads);
        rows.add(Collections.nCopies(heads.size(), "---"));
    }

    void add(List<String> cells) {
        rows.add(cells);
    }

    /** The rows below the heads. */
    List<List<String>> rows() {
        return rows.subList(2, rows.size());
    }

    boolean isEmpty() {
        return rows.size() == 2;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        return text.toString();
    }
}
