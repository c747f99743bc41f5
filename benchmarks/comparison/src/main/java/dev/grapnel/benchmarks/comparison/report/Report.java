package dev.grapnel.benchmarks.comparison.report;

import dev.grapnel.benchmarks.comparison.result.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
                Plots plots = new Plots(results, database);
                for (Plots.Plot plot : plots.all()) {
                    plot.write(folder);
                    page.show(database, plot);
                }
            }
            Files.writeString(folder.resolve("comparison.md"), page.text());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the report to " + folder + ".", failure);
        }
    }
}
