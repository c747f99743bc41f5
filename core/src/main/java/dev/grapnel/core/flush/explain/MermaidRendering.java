package dev.grapnel.core.flush.explain;

/** An explanation as a diagram. */
final class MermaidRendering {
    private MermaidRendering() {}

    static String of(FlushExplanation explanation) {
        StringBuilder text = new StringBuilder("flowchart TD\n");
        for (PlannedRow row : explanation.rows()) {
            String title = row.number() + ". " + row.kind() + " " + row.place();
            text.append("    ").append(node(row.number())).append("[\"").append(escaped(title));
            text.append("<br/>").append(escaped(row.who())).append("\"]\n");
        }
        for (PlannedRow row : explanation.rows()) {
            for (Dependency dependency : row.dependencies()) {
                text.append("    ").append(node(dependency.on())).append(" -- \"");
                text.append(escaped(dependency.because())).append("\" --> ");
                text.append(node(row.number())).append('\n');
            }
        }
        int question = 0;
        for (OpenQuestion open : explanation.openQuestions()) {
            text.append("    q").append(++question).append("{{\"").append(escaped(open.toString()));
            text.append("\"}}\n");
        }
        return text.toString();
    }

    private static String node(int number) {
        return "r" + number;
    }

    /** Mermaid ends a text at a quote, and reads what looks like HTML. */
    private static String escaped(String text) {
        return text.replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("\n", " ");
    }
}
