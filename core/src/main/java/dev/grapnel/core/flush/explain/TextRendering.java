package dev.grapnel.core.flush.explain;

import java.util.List;
import java.util.stream.Collectors;

/** An explanation for people who read it in a log. */
final class TextRendering {
    private static final String LINE = "\n";
    private static final String INDENT = "       ";

    private TextRendering() {}

    static String of(FlushExplanation explanation) {
        StringBuilder text = new StringBuilder();
        if (explanation.isEmpty()) {
            text.append("Nothing to write.").append(LINE);
        }
        explanation.rows().forEach(row -> row(text, row));
        section(text, "No row, but events:", explanation.eventsOnly());
        section(text, "Leaving the session without a row:", explanation.leaving());
        section(text, "Known to the database only:", explanation.openQuestions());
        return text.toString();
    }

    private static void row(StringBuilder text, PlannedRow row) {
        text.append(String.format("%4d. ", row.number())).append(row).append(LINE);
        if (!row.reasons().isEmpty()) {
            text.append(INDENT)
                    .append("because ")
                    .append(joined(row.reasons(), "; "))
                    .append(LINE);
        }
        if (!row.dependencies().isEmpty()) {
            text.append(INDENT)
                    .append("after ")
                    .append(joined(row.dependencies(), ", "))
                    .append(LINE);
        }
    }

    private static void section(StringBuilder text, String title, List<?> entries) {
        if (!entries.isEmpty()) {
            text.append(title).append(LINE);
            entries.forEach(entry -> text.append("  ").append(entry).append(LINE));
        }
    }

    private static String joined(List<?> parts, String separator) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(separator));
    }
}
