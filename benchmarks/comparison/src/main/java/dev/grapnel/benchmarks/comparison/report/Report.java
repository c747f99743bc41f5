package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page with all tables, and the plots that it shows. */
public final class Report {
    private final Results results;

    /**
     * A report.
     *
     * @param results what it tells
     */
    public Report(Results results) {
        this.results = results;
    }

    /**
     * Writes {@code comparison.md} and the plots.
     *
     * @param folder where to
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Page page = new Page(results);
            for (String database : results.databases()) {
                List<Plot> plots = new Plots(results, database).all();
                for (Plot plot : plots) {
                    plot.write(folder);
                }
                page.show(database, plots);
            }
            Files.writeString(folder.resolve("comparison.md"), page.text());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the report to " + folder + ".", failure);
        }
    }
}
