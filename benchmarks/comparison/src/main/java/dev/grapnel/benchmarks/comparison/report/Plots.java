package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** The plots of one database. */
final class Plots {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 420;

    /** Bars that go beyond are cut off; the tables have their figures. */
    private static final double HIGHEST_RATIO = 10;

    private static final List<Workload> RATIOS = List.of(
            Workload.W1, Workload.W2, Workload.W3, Workload.W4, Workload.W5, Workload.W6, Workload.W6_TWO, Workload.W8);

    private final Results results;
    private final String database;

    Plots(Results results, String database) {
        this.results = results;
        this.database = database;
    }

    /** A picture, and the file that it is written to. */
    record Plot(String title, String file, Chart<?, ?> chart) {
        void write(Path folder) throws IOException {
            SVGGraphics2D graphics = new SVGGraphics2D(GenericDOMImplementation.getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null));
            graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
            chart.paint(graphics, WIDTH, HEIGHT);
            try (Writer writer = Files.newBufferedWriter(folder.resolve(file))) {
                graphics.stream(writer, true);
            }
        }
    }

    /** Those that there are figures for. */
    List<Plot> all() {
        return Stream.of(
                        bars("time", "Time, times that of JDBC by hand", Measure.MILLIS),
                        bars("allocation", "Allocation, times that of JDBC by hand", Measure.ALLOCATED),
                        growth())
                .filter(plot -> !plot.chart().getSeriesMap().isEmpty())
                .toList();
    }

    private Plot bars(String name, String what, Measure measure) {
        String title = Names.of(database) + ": " + what;
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .build();
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(HIGHEST_RATIO);
        style(chart.getStyler());
        List<Workload> present = RATIOS.stream()
                .filter(workload -> results.ratio(database, Results.FLOOR, workload.name(), measure)
                        .isPresent())
                .toList();
        List<String> labels = present.stream()
                .map(workload -> workload == Workload.W6_TWO ? "W6 two" : workload.name())
                .toList();
        for (String contestant : results.contestants(database)) {
            List<Double> values = present.stream()
                    .map(workload -> results.ratio(database, contestant, workload.name(), measure)
                            .orElse(0))
                    .map(ratio -> Math.min(ratio, HIGHEST_RATIO))
                    .toList();
            if (values.stream().anyMatch(value -> value > 0)) {
                chart.addSeries(Names.of(contestant), labels, values);
            }
        }
        return new Plot(title, file(name), chart);
    }

    private Plot growth() {
        String title = Names.of(database) + ": own time of a flush (W13), milliseconds";
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("changes")
                .build();
        style(chart.getStyler());
        for (String contestant : results.contestants(database)) {
            List<Double> changes = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            for (int size = 6_400; size <= 51_200; size *= 2) {
                OptionalDouble own = results.median(database, contestant, "W13/" + size, Measure.OWN_MILLIS);
                if (own.isPresent()) {
                    changes.add((double) size);
                    millis.add(own.getAsDouble());
                }
            }
            if (!changes.isEmpty()) {
                chart.addSeries(Names.of(contestant), changes, millis);
            }
        }
        return new Plot(title, file("growth"), chart);
    }

    private static void style(Styler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    }

    private String file(String name) {
        return database.toLowerCase(Locale.ROOT) + "-" + name + ".svg";
    }
}
