package dev.grapnel.benchmarks.comparison.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Table {
    private static final int HEAD = 2;

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> heads) {
        rows.add(heads);
        rows.add(Collections.nCopies(heads.size(), "---"));
    }

    /** Adds a row, unless it is empty. */
    void add(List<String> cells) {
        if (!cells.isEmpty()) {
            rows.add(cells);
        }
    }

    boolean isEmpty() {
        return rows.size() == HEAD;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        return text.toString();
    }
}
