package dev.grapnel.core.flush.explain;

import java.util.List;

/**
 * What the next flush would write, in which order, and why.
 *
 * <p>A value that stays as it is whatever becomes of the session; it holds the objects it speaks of. It tells of the session as it was when
 * it was asked for: listeners of the flush, which may change more, did not run.
 *
 * @param rows what is written, in order
 * @param eventsOnly objects that take part, with events, but of which no row is written, since no column differs (rule M-15)
 * @param leaving new objects that leave the session instead of being inserted, since their parent let go of them (rule U-14)
 * @param openQuestions what only the store knows; what the flush does because of it is not among the rows
 */
public record FlushExplanation(
        List<PlannedRow> rows,
        List<PlannedObject> eventsOnly,
        List<PlannedObject> leaving,
        List<OpenQuestion> openQuestions) {

    /** Copies the lists, so that the explanation is a value. */
    public FlushExplanation {
        rows = List.copyOf(rows);
        eventsOnly = List.copyOf(eventsOnly);
        leaving = List.copyOf(leaving);
        openQuestions = List.copyOf(openQuestions);
    }

    /** Whether the flush would write nothing and ask nothing. */
    public boolean isEmpty() {
        return rows.isEmpty() && openQuestions.isEmpty();
    }

    /** Whether all that the flush would write is known without asking the store. */
    public boolean isComplete() {
        return openQuestions.isEmpty();
    }

    /** The explanation as text, a paragraph for each row. */
    public String toText() {
        return TextRendering.of(this);
    }

    /** The rows as a flowchart of Mermaid, with an arrow from each row to those that depend on it. */
    public String toMermaid() {
        return MermaidRendering.of(this);
    }

    /** As {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }
}
