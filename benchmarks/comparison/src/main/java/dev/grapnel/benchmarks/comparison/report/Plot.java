package dev.grapnel.benchmarks.comparison.report;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;

/**
 * A picture, and the file that it is written to.
 *
 * @param title what it shows
 * @param file its name
 * @param chart the picture
 */
record Plot(String title, String file, JFreeChart chart) {
    private static final Dimension SIZE = new Dimension(960, 400);

    void write(Path folder) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null));
        graphics.setSVGCanvasSize(SIZE);
        chart.draw(graphics, new Rectangle(SIZE));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(file))) {
            graphics.stream(writer, true);
        }
    }
}
