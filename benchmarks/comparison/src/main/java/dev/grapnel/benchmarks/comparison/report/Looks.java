package dev.grapnel.benchmarks.comparison.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.AbstractRenderer;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Flat colours on white, which all people can tell apart, and a line where the floor is. */
final class Looks {
    private static final List<Paint> COLOURS = List.of(
            new Color(0x999999),
            new Color(0xD55E00),
            new Color(0x0072B2),
            new Color(0x009E73),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0xCC79A7),
            new Color(0x5A4A00));

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final double GAP = 0.0;

    private Looks() {}

    static void ofBars(JFreeChart chart, double highest) {
        CategoryPlot plot = chart.getCategoryPlot();
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(GAP);
        colour(renderer);
        plot.getRangeAxis().setRange(0, highest);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.addRangeMarker(new ValueMarker(1, Color.BLACK, new BasicStroke(1)));
        common(chart, plot);
    }

    static void ofLines(JFreeChart chart) {
        XYPlot plot = chart.getXYPlot();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        colour(renderer);
        plot.setRenderer(renderer);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        common(chart, plot);
    }

    private static void colour(AbstractRenderer renderer) {
        for (int at = 0; at < COLOURS.size(); at++) {
            renderer.setSeriesPaint(at, COLOURS.get(at));
        }
    }

    private static void common(JFreeChart chart, Plot plot) {
        chart.setBackgroundPaint(Color.WHITE);
        chart.getTitle().setFont(TITLE);
        chart.getLegend().setFrame(BlockBorder.NONE);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
    }
}
