package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.job.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The text of the report. */
final class Page {
    private final Results results;
    private final Map<String, List<Plot>> plots = new LinkedHashMap<>();

    Page(Results results) {
        this.results = results;
    }

    void show(String database, List<Plot> shown) {
        plots.put(database, shown);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "<!-- Written by benchmarks/compare from results.json beside it. Do not edit. -->\n\n# Comparison\n\n");
        text.append(
                "How it is measured is told in [performance.md](../performance.md#whole-jobs-beside-other-libraries).\n\n");
        results.circumstances()
                .forEach((name, value) -> text.append("* ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append('\n').append(workloads());
        results.databases().forEach(database -> append(text, database));
        return text.toString();
    }

    private static String workloads() {
        Table table = new Table(List.of("", "workload"));
        Stream.of(Workload.values())
                .forEach(workload -> table.add(List.of(Names.ofWorkload(workload.name()), workload.title())));
        return table.text();
    }

    private void append(StringBuilder text, String database) {
        text.append("\n## ").append(Names.of(database)).append('\n');
        for (Plot plot : plots.getOrDefault(database, List.of())) {
            text.append("\n![" + plot.title() + "](" + plot.file() + ")\n");
        }
        JobTables jobs = new JobTables(results, database);
        Terms terms = Terms.of(database);
        section(text, "Time in milliseconds, and how many times that of " + terms.floor(), jobs.times());
        section(text, "Allocated in megabytes by one run", jobs.allocated());
        section(text, terms.statements(), jobs.statements());
        section(text, "Time with hooks, times that without (W9)", jobs.hooks());
        OtherTables others = new OtherTables(results, database);
        section(text, "First saved object, and memory of 10,000 loaded ones (W11)", others.start());
        section(text, "A stream of 1,000,000 rows through one session (W12)", others.stream());
        section(text, "Mixed changes of trees (W13): milliseconds without executing statements", others.growth());
        notes(text, database);
    }

    private static void section(StringBuilder text, String title, Table table) {
        if (!table.isEmpty()) {
            text.append("\n### ").append(title).append("\n\n").append(table.text());
        }
    }

    /** Why figures are missing, each reason once. */
    private void notes(StringBuilder text, String database) {
        TreeSet<String> notes = new TreeSet<>();
        results.entries().stream()
                .filter(entry -> entry.database().equals(database)
                        && !entry.figure().remark().isEmpty())
                .forEach(entry -> notes.add("* " + Names.of(entry.contestant()) + ", "
                        + Names.ofWorkload(entry.figure().workload()) + ": "
                        + entry.figure().remark()));
        if (!notes.isEmpty()) {
            text.append("\n### Without a figure\n\n")
                    .append(String.join("\n", notes))
                    .append('\n');
        }
    }
}
