package dev.grapnel.benchmarks.comparison.result;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.measure.Figure;
import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All figures of a run, and where they were taken. Immutable.
 *
 * @param circumstances the machine, versions and settings, in the order in which they are told
 * @param entries the figures
 */
public record Results(Map<String, String> circumstances, List<Entry> entries) {
    /** A line for each entry. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setDefaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter())
                    .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));

    /**
     * The contestant that others are compared with.
     *
     * @param database its kind
     * @return JDBC, or the bare driver of a document server
     */
    public static String floor(String database) {
        return database.equals(DatabaseKind.MONGODB.name()) ? "mongodb-driver" : "jdbc";
    }

    /**
     * Reads results that were written before.
     *
     * @param file as {@link #write} made it
     * @return the results
     */
    public static Results read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Results.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read results from " + file + ".", failure);
        }
    }

    /**
     * Writes them.
     *
     * @param file where to, with its folder
     */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(file.toFile(), this);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write results to " + file + ".", failure);
        }
    }

    /**
     * The databases.
     *
     * @return each once, in the order of the figures
     */
    public List<String> databases() {
        return entries.stream().map(Entry::database).distinct().toList();
    }

    /**
     * The contestants on a database.
     *
     * @param database its kind
     * @return each once, in the order of the figures
     */
    public List<String> contestants(String database) {
        return entries.stream()
                .filter(entry -> entry.database().equals(database))
                .map(Entry::contestant)
                .distinct()
                .toList();
    }

    /**
     * The figures of one kind.
     *
     * @param database its kind
     * @param contestant whose
     * @param workload of what
     * @param measure what was measured
     * @return the median over all turns of all rounds, empty if it was not measured
     */
    public OptionalDouble median(String database, String contestant, String workload, Measure measure) {
        return Median.of(select(database, contestant, workload, measure)
                .mapToDouble(entry -> entry.figure().value()));
    }

    /**
     * How many times as much as the floor it took.
     *
     * @param database its kind
     * @param contestant whose
     * @param workload of what
     * @param measure what was measured
     * @return the median over all turns of all rounds of the ratio in each, empty if one of the two was not measured
     */
    public OptionalDouble ratio(String database, String contestant, String workload, Measure measure) {
        return Median.of(select(database, contestant, workload, measure)
                .flatMapToDouble(entry -> select(database, floor(database), workload, measure)
                        .filter(entry::isBeside)
                        .mapToDouble(
                                floor -> entry.figure().value() / floor.figure().value())));
    }

    /**
     * How many times as long a workload took as another one of the same contestant.
     *
     * @param database its kind
     * @param contestant whose
     * @param workload the one
     * @param other what it is compared with
     * @return the median over all turns of all rounds of the ratio in each
     */
    public OptionalDouble ratioBetween(String database, String contestant, String workload, String other) {
        return Median.of(select(database, contestant, workload, Measure.MILLIS)
                .flatMapToDouble(entry -> select(database, contestant, other, Measure.MILLIS)
                        .filter(entry::isBeside)
                        .mapToDouble(
                                base -> entry.figure().value() / base.figure().value())));
    }

    /**
     * The numbers of changes that growth was measured with.
     *
     * @param database its kind
     * @return from the least to the greatest, empty if it was not measured
     */
    public List<Integer> sizes(String database) {
        return entries.stream()
                .filter(entry ->
                        entry.database().equals(database) && entry.figure().measure() == Measure.OWN_MILLIS)
                .map(entry -> entry.figure().workload())
                .map(name -> Integer.valueOf(name.substring(name.indexOf('/') + 1)))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Why there is no figure.
     *
     * @param database its kind
     * @param contestant whose
     * @param workload of what
     * @return that it failed or declined, and why; empty if it did neither
     */
    public Optional<Figure> trouble(String database, String contestant, String workload) {
        return Stream.of(Measure.FAILED, Measure.DECLINED)
                .flatMap(measure -> select(database, contestant, workload, measure))
                .map(Entry::figure)
                .findFirst();
    }

    private Stream<Entry> select(String database, String contestant, String workload, Measure measure) {
        return entries.stream()
                .filter(entry -> entry.database().equals(database)
                        && entry.contestant().equals(contestant)
                        && entry.figure().workload().equals(workload)
                        && entry.figure().measure() == measure);
    }
}
