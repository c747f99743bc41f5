package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The plots of one database. */
final class Plots {
    /** Bars that go beyond are cut off; the tables have their figures. */
    private static final double HIGHEST_RATIO = 8;

    private static final List<Workload> RATIOS = List.of(
            Workload.W1, Workload.W2, Workload.W3, Workload.W4, Workload.W5, Workload.W6, Workload.W6_TWO, Workload.W8);

    private final Results results;
    private final String database;

    Plots(Results results, String database) {
        this.results = results;
        this.database = database;
    }

    /** Those that there are figures for. */
    List<Plot> all() {
        List<Plot> plots = new ArrayList<>();
        String floor = ", times that of " + Terms.of(database).floor();
        addBars(plots, "time", "Time" + floor, Measure.MILLIS);
        addBars(plots, "allocation", "Allocation" + floor, Measure.ALLOCATED);
        addGrowth(plots);
        return plots;
    }

    private void addBars(List<Plot> plots, String name, String what, Measure measure) {
        DefaultCategoryDataset ratios = new DefaultCategoryDataset();
        for (String contestant : results.contestants(database)) {
            for (Workload workload : RATIOS) {
                results.ratio(database, contestant, workload.name(), measure)
                        .ifPresent(ratio -> ratios.addValue(
                                Math.min(ratio, HIGHEST_RATIO),
                                Names.of(contestant),
                                Names.ofWorkload(workload.name())));
            }
        }
        if (ratios.getRowCount() > 0) {
            String title = Names.of(database) + ": " + what;
            JFreeChart chart = ChartFactory.createBarChart(title, null, null, ratios);
            Looks.ofBars(chart, HIGHEST_RATIO);
            plots.add(new Plot(title, file(name), chart));
        }
    }

    private void addGrowth(List<Plot> plots) {
        XYSeriesCollection lines = new XYSeriesCollection();
        for (String contestant : results.contestants(database)) {
            XYSeries line = new XYSeries(Names.of(contestant));
            eachGrowth(contestant, line::add);
            if (!line.isEmpty()) {
                lines.addSeries(line);
            }
        }
        if (lines.getSeriesCount() > 0) {
            String title = Names.of(database) + ": own time of a flush (W13)";
            JFreeChart chart = ChartFactory.createXYLineChart(
                    title, "changes", "ms", lines, PlotOrientation.VERTICAL, true, false, false);
            Looks.ofLines(chart);
            plots.add(new Plot(title, file("growth"), chart));
        }
    }

    private void eachGrowth(String contestant, BiConsumer<Number, Number> point) {
        results.sizes(database)
                .forEach(size -> results.median(database, contestant, Workload.W13 + "/" + size, Measure.OWN_MILLIS)
                        .ifPresent(millis -> point.accept(size, millis)));
    }

    private String file(String name) {
        return database.toLowerCase(Locale.ROOT) + "-" + name + ".svg";
    }
}
