package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The text of the report. */
final class Page {
    private static final String NONE = "–";
    private static final double MEGA = 1e6;
    private static final double LEAST_GROWTH = 6_400;
    private static final double MOST_GROWTH = 51_200;

    private final Results results;
    private final Map<String, List<Plots.Plot>> plots = new LinkedHashMap<>();

    Page(Results results) {
        this.results = results;
    }

    void show(String database, Plots.Plot plot) {
        plots.computeIfAbsent(database, unused -> new ArrayList<>()).add(plot);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "<!-- Written by benchmarks/compare from results.json beside it. Do not edit. -->\n\n# Comparison\n\n");
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
        Stream.of(Workload.values()).forEach(workload -> table.add(List.of(shown(workload.name()), workload.title())));
        return table.text();
    }

    private static String shown(String workload) {
        return workload.charAt(0) + workload.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private void append(StringBuilder text, String database) {
        text.append("\n## ").append(Names.of(database)).append('\n');
        plots.getOrDefault(database, List.of())
                .forEach(plot -> text.append("\n![")
                        .append(plot.title())
                        .append("](")
                        .append(plot.file())
                        .append(")\n"));
        section(text, "Time in milliseconds, and how many times that of JDBC by hand", times(database));
        section(text, "Allocated in megabytes by one run", allocated(database));
        section(text, "Statements executed by one run, and sets of parameters", statements(database));
        section(text, "Hooks: time with them against without", hooks(database));
        section(text, "First saved object (W11), and memory of 10,000 loaded ones", start(database));
        section(text, "A stream of 1,000,000 rows through one session (W12)", stream(database));
        section(
                text,
                "Mixed changes of trees (W13): milliseconds without those of executing statements",
                growth(database));
        notes(text, database);
    }

    private static void section(StringBuilder text, String title, Table table) {
        if (!table.isEmpty()) {
            text.append("\n### ").append(title).append("\n\n").append(table.text());
        }
    }

    private List<String> heads(String database, String first) {
        return Stream.concat(
                        Stream.of(first), results.contestants(database).stream().map(Names::of))
                .toList();
    }

    /** A row if anybody has a figure. */
    private void row(Table table, String database, String name, String workload, Function<String, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        results.contestants(database).forEach(contestant -> cells.add(orTrouble(database, contestant, workload, cell)));
        if (cells.stream().skip(1).anyMatch(value -> !value.equals(NONE))) {
            table.add(cells);
        }
    }

    private String orTrouble(String database, String contestant, String workload, Function<String, String> cell) {
        String value = cell.apply(contestant);
        return value.equals(NONE)
                ? results.trouble(database, contestant, workload)
                        .map(figure -> figure.measure() == Measure.FAILED ? "failed" : "not possible")
                        .orElse(NONE)
                : value;
    }

    private Table times(String database) {
        Table table = new Table(
                Stream.concat(heads(database, "").stream(), Stream.of("aim")).toList());
        for (Workload workload : Workload.values()) {
            Table one = new Table(List.of());
            row(one, database, shown(workload.name()), workload.name(), contestant -> {
                String ratio = Numbers.of(results.ratio(database, contestant, workload.name(), Measure.MILLIS), NONE);
                String millis = Numbers.of(results.median(database, contestant, workload.name(), Measure.MILLIS), NONE);
                return millis.equals(NONE) || contestant.equals(Results.FLOOR) ? millis : millis + " (" + ratio + ")";
            });
            one.rows()
                    .forEach(row -> table.add(Stream.concat(
                                    row.stream(), Stream.of(Numbers.of(Aims.of(database, workload.name()), "")))
                            .toList()));
        }
        return table;
    }

    private Table allocated(String database) {
        Table table = new Table(heads(database, ""));
        for (Workload workload : Workload.values()) {
            row(
                    table,
                    database,
                    shown(workload.name()),
                    workload.name(),
                    contestant -> megabytes(database, contestant, workload.name(), Measure.ALLOCATED));
        }
        return table;
    }

    private String megabytes(String database, String contestant, String workload, Measure measure) {
        OptionalDouble bytes = results.median(database, contestant, workload, measure);
        return bytes.isEmpty() ? NONE : Numbers.of(bytes.getAsDouble() / MEGA);
    }

    private Table statements(String database) {
        Table table = new Table(heads(database, ""));
        for (Workload workload : Workload.values()) {
            row(table, database, shown(workload.name()), workload.name(), contestant -> {
                String executions = whole(results.median(database, contestant, workload.name(), Measure.EXECUTIONS));
                String sets = whole(results.median(database, contestant, workload.name(), Measure.PARAMETER_SETS));
                return executions.equals(NONE) ? NONE : executions + " / " + sets;
            });
        }
        return table;
    }

    private static String whole(OptionalDouble value) {
        return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%,.0f", value.getAsDouble());
    }

    private Table hooks(String database) {
        Table table = new Table(heads(database, ""));
        for (Workload workload : List.of(Workload.W9_INSERT, Workload.W9_CHANGE)) {
            String hooks = workload.name() + "_HOOKS";
            row(
                    table,
                    database,
                    shown(workload.name()),
                    workload.name(),
                    contestant -> Numbers.of(results.ratioBetween(database, contestant, hooks, workload.name()), NONE));
        }
        return table;
    }

    private Table start(String database) {
        Table table = new Table(heads(database, ""));
        row(
                table,
                database,
                "first saved, ms",
                "W11",
                contestant -> whole(results.median(database, contestant, "W11", Measure.FIRST_SAVED)));
        row(
                table,
                database,
                "times that of JDBC",
                "W11",
                contestant -> Numbers.of(results.ratio(database, contestant, "W11", Measure.FIRST_SAVED), NONE));
        row(
                table,
                database,
                "held by 10,000, MB",
                "W11",
                contestant -> megabytes(database, contestant, "W11", Measure.RETAINED));
        return table;
    }

    private Table stream(String database) {
        Table table = new Table(heads(database, ""));
        row(
                table,
                database,
                "ms",
                "W12",
                contestant -> whole(results.median(database, contestant, "W12", Measure.MILLIS)));
        row(
                table,
                database,
                "most memory held, MB",
                "W12",
                contestant -> megabytes(database, contestant, "W12", Measure.PEAK));
        return table;
    }

    private Table growth(String database) {
        Table table = new Table(heads(database, "changes"));
        results.entries().stream()
                .map(entry -> entry.figure())
                .filter(figure -> figure.measure() == Measure.OWN_MILLIS)
                .map(Figure::workload)
                .distinct()
                .forEach(size -> row(
                        table,
                        database,
                        size.substring(size.indexOf('/') + 1),
                        "W13",
                        contestant ->
                                Numbers.of(results.median(database, contestant, size, Measure.OWN_MILLIS), NONE)));
        row(
                table,
                database,
                "eight times as many, against 8 × the time",
                "W13",
                contestant -> growth(database, contestant));
        return table;
    }

    private String growth(String database, String contestant) {
        OptionalDouble least = own(database, contestant, LEAST_GROWTH);
        OptionalDouble most = own(database, contestant, MOST_GROWTH);
        return least.isEmpty() || most.isEmpty()
                ? NONE
                : Numbers.of(most.getAsDouble() / least.getAsDouble() / (MOST_GROWTH / LEAST_GROWTH));
    }

    private OptionalDouble own(String database, String contestant, double changes) {
        return results.median(database, contestant, "W13/" + (int) changes, Measure.OWN_MILLIS);
    }

    /** Why figures are missing, each reason once. */
    private void notes(StringBuilder text, String database) {
        TreeSet<String> notes = new TreeSet<>();
        results.entries().stream()
                .filter(entry -> entry.database().equals(database)
                        && !entry.figure().remark().isEmpty())
                .forEach(entry -> notes.add("* " + Names.of(entry.contestant()) + ", "
                        + shown(entry.figure().workload()) + ": "
                        + entry.figure().remark()));
        if (!notes.isEmpty()) {
            text.append("\n### Without a figure\n\n")
                    .append(String.join("\n", notes))
                    .append('\n');
        }
    }
}
