package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Figures of one database as cells of tables: a row has a cell for each contestant. */
final class Cells {
    static final String NONE = "–";

    private static final double MEGA = 1e6;

    private final Results results;
    private final String database;

    Cells(Results results, String database) {
        this.results = results;
        this.database = database;
    }

    List<String> heads(String first) {
        return Stream.concat(
                        Stream.of(first), results.contestants(database).stream().map(Names::of))
                .toList();
    }

    /** A row, empty if nobody has a figure. Who has none while others do has said why. */
    List<String> row(String name, String workload, Function<String, String> cell) {
        List<String> contestants = results.contestants(database);
        List<String> figures = contestants.stream().map(cell).toList();
        if (figures.stream().allMatch(NONE::equals)) {
            return List.of();
        }
        List<String> row = new ArrayList<>(List.of(name));
        for (int at = 0; at < figures.size(); at++) {
            row.add(orTrouble(contestants.get(at), workload, figures.get(at)));
        }
        return row;
    }

    private String orTrouble(String contestant, String workload, String figure) {
        return figure.equals(NONE)
                ? results.trouble(database, contestant, workload)
                        .map(why -> why.measure() == Measure.FAILED ? "failed" : "not possible")
                        .orElse(NONE)
                : figure;
    }

    OptionalDouble median(String contestant, String workload, Measure measure) {
        return results.median(database, contestant, workload, measure);
    }

    String number(String contestant, String workload, Measure measure) {
        return Numbers.of(median(contestant, workload, measure), NONE);
    }

    String whole(String contestant, String workload, Measure measure) {
        OptionalDouble value = median(contestant, workload, measure);
        return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%,.0f", value.getAsDouble());
    }

    String megabytes(String contestant, String workload, Measure measure) {
        OptionalDouble bytes = median(contestant, workload, measure);
        return bytes.isEmpty() ? NONE : Numbers.of(bytes.getAsDouble() / MEGA);
    }

    String ratio(String contestant, String workload, Measure measure) {
        return Numbers.of(results.ratio(database, contestant, workload, measure), NONE);
    }
}
