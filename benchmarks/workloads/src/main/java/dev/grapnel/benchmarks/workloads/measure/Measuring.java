package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.GroundMaker;
import dev.grapnel.benchmarks.workloads.ground.Traffic;
import dev.grapnel.benchmarks.workloads.job.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The program of one contestant's JVM. Its arguments are a {@link Task}, the contestant, the kind of database, its URL, and those of the task. It prints a
 * line for each {@link Figure}, and one for each {@link Turn} that it waits for.
 */
public final class Measuring {
    private static final int OWN_ARGUMENTS = 4;

    private final Contestant contestant;
    private final DatabaseKind kind;
    private final String url;
    private final Report report = new Report();

    private Measuring(Contestant contestant, DatabaseKind kind, String url) {
        this.contestant = contestant;
        this.kind = kind;
        this.url = url;
    }

    /** What one JVM is for. */
    public enum Task {
        /** Time and allocation of workloads, in turns with other JVMs: milliseconds to warm up and to measure each, and their names. */
        TIMES,
        /** Statements of workloads: their names. */
        STATEMENTS,
        /** The first saved object, and the memory of loaded ones. */
        START,
        /** A million rows through one session. */
        STREAM,
        /** Flushes of more and more changes. */
        GROWTH
    }

    /**
     * Measures.
     *
     * @param arguments as said above
     * @throws Exception if the contestant is not there or cannot start
     */
    public static void main(String... arguments) throws Exception {
        Contestant contestant = Contestants.named(arguments[1]);
        Measuring measuring = new Measuring(contestant, DatabaseKind.valueOf(arguments[2]), arguments[3]);
        List<String> rest = Arrays.asList(arguments).subList(OWN_ARGUMENTS, arguments.length);
        switch (Task.valueOf(arguments[0])) {
            case TIMES -> measuring.times(rest);
            case STATEMENTS -> measuring.statements(workloads(rest));
            case START -> new Start(contestant, measuring.report).measure(measuring::ground);
            case STREAM -> new Streaming(contestant, measuring.report).measure(measuring.ground());
            case GROWTH -> measuring.growth();
        }
        // Some libraries leave threads behind.
        System.exit(0);
    }

    private static List<Workload> workloads(List<String> names) {
        return names.stream().map(Workload::valueOf).toList();
    }

    private Ground ground() {
        return ground(Traffic.UNSEEN);
    }

    private Ground ground(Traffic traffic) {
        return ServiceLoader.load(GroundMaker.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(maker -> maker.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing on the class path makes tables in " + kind + "."))
                .open(kind, url, traffic);
    }

    private void times(List<String> arguments) {
        Duration warmUp = Duration.ofMillis(Long.parseLong(arguments.get(0)));
        Duration measure = Duration.ofMillis(Long.parseLong(arguments.get(1)));
        new Times(contestant, ground(), report, warmUp, measure)
                .measure(workloads(arguments.subList(2, arguments.size())));
    }

    private void statements(List<Workload> workloads) {
        Statements statements = new Statements();
        StatementCounts counts = new StatementCounts(contestant, ground(statements), report, statements);
        workloads.forEach(counts::count);
    }

    private void growth() {
        Statements statements = new Statements();
        new Growth(contestant, ground(statements), report, statements).measure();
    }
}
