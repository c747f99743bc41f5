package dev.grapnel.benchmarks.comparison;

import dev.grapnel.benchmarks.comparison.report.Report;
import dev.grapnel.benchmarks.comparison.result.Results;
import dev.grapnel.benchmarks.comparison.run.ContestantModule;
import dev.grapnel.benchmarks.comparison.run.Plan;
import dev.grapnel.benchmarks.comparison.run.Runner;
import dev.grapnel.benchmarks.comparison.run.Servers;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.job.Workload;
import dev.grapnel.benchmarks.workloads.measure.Measuring.Task;
import dev.grapnel.benchmarks.workloads.measure.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares contestants: {@code benchmarks/compare --help}. */
@Command(
        name = "benchmarks/compare",
        mixinStandardHelpOptions = true,
        description =
                "Lets contestants do the workloads in turns, each round in fresh JVMs, and writes tables and plots. Those of a round are alive at the same time and need 1.5 GB of memory each.")
@NullUnmarked // what picocli sets
public final class Compare implements Callable<Integer> {
    private static final Path BENCHMARKS = Path.of("benchmarks");
    private static final Path LOG = BENCHMARKS.resolve("comparison/target/contestants.log");

    @Option(
            names = "--databases",
            split = ",",
            defaultValue = "H2,POSTGRESQL,MONGODB",
            description = "default: ${DEFAULT-VALUE}")
    private Set<DatabaseKind> databases;

    @Option(
            names = "--contestants",
            split = ",",
            description = "default: all that were built, what is written by hand always")
    private List<String> contestants;

    @Option(names = "--workloads", split = ",", description = "of ${COMPLETION-CANDIDATES}; default: all")
    private Set<Workload> workloads = EnumSet.allOf(Workload.class);

    @Option(names = "--tasks", split = ",", description = "of ${COMPLETION-CANDIDATES}; default: all")
    private Set<Task> tasks = EnumSet.allOf(Task.class);

    @Option(names = "--rounds", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "2000",
            description =
                    "least milliseconds for each workload in each round; it goes on, up to five times as long, while much is compiled; default: ${DEFAULT-VALUE}")
    private long warmUp;

    @Option(
            names = "--measure",
            defaultValue = "2000",
            description = "milliseconds for each workload in each round, in " + Turn.OF_A_WORKLOAD
                    + " turns; default: ${DEFAULT-VALUE}")
    private long measure;

    @Option(
            names = "--limit",
            defaultValue = "300",
            description = "seconds that one JVM may take, or one turn of it; default: ${DEFAULT-VALUE}")
    private long limit;

    @Option(
            names = "--out",
            defaultValue = "benchmarks/comparison/target/results",
            description = "folder of comparison.md, plots and results.json, default: ${DEFAULT-VALUE}")
    private Path out;

    @Option(names = "--report-only", description = "write tables and plots from the results.json that is there")
    private boolean reportOnly;

    /**
     * Compares.
     *
     * @param arguments of the command line
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Compare())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Results results = reportOnly ? Results.read(file()) : measured();
        new Report(results).write(out);
        return 0;
    }

    private Path file() {
        return out.resolve("results.json");
    }

    private Results measured() throws IOException {
        List<ContestantModule> modules = ContestantModule.in(BENCHMARKS).stream()
                .filter(module -> contestants == null
                        || contestants.contains(module.name())
                        || databases.stream()
                                .anyMatch(kind -> Results.floor(kind.name()).equals(module.name())))
                .toList();
        Files.deleteIfExists(LOG);
        Map<DatabaseKind, String> urls = new EnumMap<>(DatabaseKind.class);
        try (Servers servers = new Servers()) {
            for (DatabaseKind kind : databases) {
                urls.put(kind, servers.start(kind));
            }
            return run(modules, urls);
        }
    }

    private Results run(List<ContestantModule> modules, Map<DatabaseKind, String> urls) {
        Plan plan = new Plan(
                urls, modules, workloads, tasks, rounds, Duration.ofMillis(warmUp), Duration.ofMillis(measure));
        Runner runner = new Runner(modules, LOG, Duration.ofSeconds(limit));
        Map<String, String> circumstances = Circumstances.of(plan, modules);
        return new Results(
                circumstances, runner.run(plan, entries -> new Results(circumstances, entries).write(file())));
    }
}
