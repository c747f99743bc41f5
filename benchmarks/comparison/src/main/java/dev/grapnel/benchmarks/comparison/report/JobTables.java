package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Tables with a row for each workload. */
final class JobTables {
    private final Results results;
    private final String database;
    private final Cells cells;

    JobTables(Results results, String database) {
        this.results = results;
        this.database = database;
        cells = new Cells(results, database);
    }

    /** With what Grapnel aims at in the last column. */
    Table times() {
        List<String> heads = new ArrayList<>(cells.heads(""));
        heads.add("aim");
        Table table = new Table(heads);
        for (Workload workload : Workload.values()) {
            List<String> row = new ArrayList<>(row(workload, this::time));
            if (!row.isEmpty()) {
                row.add(Numbers.of(Aims.of(database, workload.name()), ""));
            }
            table.add(row);
        }
        return table;
    }

    private String time(String contestant, String workload) {
        String millis = cells.number(contestant, workload, Measure.MILLIS);
        return millis.equals(Cells.NONE) || contestant.equals(Results.floor(database))
                ? millis
                : millis + " (" + cells.ratio(contestant, workload, Measure.MILLIS) + ")";
    }

    Table allocated() {
        return table((contestant, workload) -> cells.megabytes(contestant, workload, Measure.ALLOCATED));
    }

    Table statements() {
        return table((contestant, workload) -> {
            String executions = cells.whole(contestant, workload, Measure.EXECUTIONS);
            return executions.equals(Cells.NONE)
                    ? executions
                    : executions + " / " + cells.whole(contestant, workload, Measure.PARAMETER_SETS);
        });
    }

    private Table table(BiFunction<String, String, String> cell) {
        Table table = new Table(cells.heads(""));
        for (Workload workload : Workload.values()) {
            table.add(row(workload, cell));
        }
        return table;
    }

    private List<String> row(Workload workload, BiFunction<String, String, String> cell) {
        String key = workload.name();
        return cells.row(Names.ofWorkload(key), key, contestant -> cell.apply(contestant, key));
    }

    Table hooks() {
        Table table = new Table(cells.heads(""));
        for (Workload workload : List.of(Workload.W9_INSERT, Workload.W9_CHANGE)) {
            String hooks = workload + "_HOOKS";
            table.add(row(
                    workload,
                    (contestant, without) ->
                            Numbers.of(results.ratioBetween(database, contestant, hooks, without), Cells.NONE)));
        }
        return table;
    }
}
