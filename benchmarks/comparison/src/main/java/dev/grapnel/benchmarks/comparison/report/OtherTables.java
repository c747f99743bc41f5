package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.util.List;
import java.util.OptionalDouble;

/** Tables of what is measured in JVMs of its own. */
final class OtherTables {
    private static final String START = "W11";
    private static final String STREAM = "W12";
    private static final String GROWTH = "W13";

    private final Results results;
    private final String database;
    private final Cells cells;

    OtherTables(Results results, String database) {
        this.results = results;
        this.database = database;
        cells = new Cells(results, database);
    }

    Table start() {
        Table table = new Table(cells.heads(""));
        table.add(cells.row("first saved, ms", START, who -> cells.whole(who, START, Measure.FIRST_SAVED)));
        table.add(cells.row(
                "times that of " + Names.of(Results.floor(database)),
                START,
                who -> cells.ratio(who, START, Measure.FIRST_SAVED)));
        table.add(cells.row("held by 10,000, MB", START, who -> cells.megabytes(who, START, Measure.RETAINED)));
        return table;
    }

    Table stream() {
        Table table = new Table(cells.heads(""));
        table.add(cells.row("ms", STREAM, who -> cells.whole(who, STREAM, Measure.MILLIS)));
        table.add(cells.row("most memory held, MB", STREAM, who -> cells.megabytes(who, STREAM, Measure.PEAK)));
        return table;
    }

    /** The last row is 1 if the time grows as the number of changes does. */
    Table growth() {
        Table table = new Table(cells.heads("changes"));
        List<Integer> sizes = results.sizes(database);
        for (Integer size : sizes) {
            String workload = GROWTH + "/" + size;
            table.add(cells.row(size.toString(), GROWTH, who -> cells.number(who, workload, Measure.OWN_MILLIS)));
        }
        if (!sizes.isEmpty()) {
            int least = sizes.get(0);
            int most = sizes.get(sizes.size() - 1);
            String name = "time of " + most + " / (" + most / least + " × time of " + least + ")";
            table.add(cells.row(name, GROWTH, who -> growth(who, least, most)));
        }
        return table;
    }

    private String growth(String contestant, int least, int most) {
        OptionalDouble begin = cells.median(contestant, GROWTH + "/" + least, Measure.OWN_MILLIS);
        OptionalDouble end = cells.median(contestant, GROWTH + "/" + most, Measure.OWN_MILLIS);
        return begin.isEmpty() || end.isEmpty()
                ? Cells.NONE
                : Numbers.of(end.getAsDouble() / begin.getAsDouble() * least / most);
    }
}
